import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { PortalProvider } from 'react-seam-portal'
import { portalOrigins } from '@/lib/seam'
import { signedInUser } from '@/lib/session'
import 'react-seam-portal/styles.css'
import './globals.css'

export const metadata: Metadata = { title: 'Harbour House', icons: 'data:,' }

export default async function Layout({ children }: { children: ReactNode }) {
  const user = await signedInUser()
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Route handler</Link>
          <Link href="/dialog">Dialog in parts</Link>
          {/* A prefetch would render the page, and so make a link that the user may never need. */}
          <Link href="/ahead" prefetch={false}>
            Link made ahead
          </Link>
          <Link href="/action">Server action</Link>
        </nav>
        <main>
          <PortalProvider endpoint="/api/seam" sessionKey={user && user.id} portalOrigins={portalOrigins}>
            {children}
          </PortalProvider>
        </main>
      </body>
    </html>
  )
}
