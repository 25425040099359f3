import { type ReactNode, useState } from 'react'
import { PortalProvider } from '../../src/index'
import { askedOn } from './askedOn'
import { Dashboard } from './Dashboard'
import { SignedOutPage } from './SignedOutPage'
import { useAccount } from './useAccount'

/** The dashboard inside a provider, or a page for signed-out users. */
export function App(): ReactNode {
  const { account, signIn, signOut, cancel, setMode } = useAccount()
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
      // The top bar has one menu of languages for the whole dashboard.
      options={{ exclude_locale_picker: true }}
      // When the customer changes or the user signs out, every link and frame ends before the next paint.
      sessionKey={account?.customer.key ?? null}
    >
      {account && (
        <Dashboard
          account={account}
          locale={locale}
          onLocaleChange={chooseLocale}
          onCustomerChange={signIn}
          onCancel={cancel}
          onModeChange={setMode}
          onSignOut={signOut}
        />
      )}
      {account === null && <SignedOutPage onSignIn={signIn} />}
    </PortalProvider>
  )
}
