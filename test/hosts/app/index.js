import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import 'react-seam-portal/styles.css'
import { Parts } from './Parts.js'
import { pushFile } from './push.js'

// The tests call it.
globalThis.pushFile = pushFile
createRoot(document.getElementById('root')).render(createElement(Parts))
