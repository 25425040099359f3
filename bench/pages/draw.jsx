import { createRoot } from 'react-dom/client'

/** Draws a page. */
export function draw(element) {
  createRoot(document.getElementById('root')).render(element)
}
