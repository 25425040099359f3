import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import 'react-seam-portal/styles.css'
import { Parts } from './Parts.js'

createRoot(document.getElementById('root')).render(createElement(Parts))
