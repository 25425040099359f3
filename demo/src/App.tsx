import { type ReactNode, useState } from 'react'
import { PortalProvider } from '../../src/index'
import { askedOn } from './askedOn'
import { Dashboard } from './Dashboard'
import { SignedOutPage } from './SignedOutPage'
import { useAccount } from './useAccount'

/** The dashboard: a provider around all of it, and a page for whoever is not signed in. */
export function App(): ReactNode {
  const { account, signIn, signOut, setMood } = useAccount()
  const [locale, setLocale] = useState(() => localStorage.getItem('locale') ?? 'en-US')
  const chooseLocale = (next: string) => {
    localStorage.setItem('locale', next)
    setLocale(next)
  }

  return (
    <PortalProvider
      endpoint="/api/seam"
      headers={askedOn}
      portalOrigins={account?.portal_origins}
      locale={locale}
      // The top bar has one for the whole dashboard.
      options={{ exclude_locale_picker: true }}
      // Another customer, or nobody: every link and frame of the last one is gone before the next paint.
      sessionKey={account?.customer.key ?? null}
    >
      {account && (
        <Dashboard
          account={account}
          locale={locale}
          onLocaleChange={chooseLocale}
          onCustomerChange={signIn}
          onMoodChange={setMood}
          onSignOut={signOut}
        />
      )}
      {account === null && <SignedOutPage onSignIn={signIn} />}
    </PortalProvider>
  )
}
