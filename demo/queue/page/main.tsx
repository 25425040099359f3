import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueuePage } from './QueuePage'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueuePage />
    </StrictMode>,
  )
}
