import { createRoot } from 'react-dom/client'

/** Renders a page. */
export function draw(element) {
  createRoot(document.getElementById('root')).render(element)
}
