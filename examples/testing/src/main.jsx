import { createRoot } from 'react-dom/client'
import { PortalProvider } from 'react-seam-portal'
import 'react-seam-portal/styles.css'
import { AccessPage } from './AccessPage'

createRoot(document.getElementById('root')).render(
  <PortalProvider endpoint="/api/seam">
    <AccessPage />
  </PortalProvider>,
)
