/** A problem that users of another embed have reported, and why it does not happen here. */
export interface Complaint {
  /** The repositories and numbers of the reports. */
  issues: string
  /** What happened. */
  what: string
  /** The titles of the tests that show that it cannot happen here. */
  tests?: readonly string[]
  /** Why it cannot happen, where a test alone does not say it. */
  why?: string
}

export const COMPLAINTS: readonly Complaint[] = [
  {
    issues: 'plaid/react-plaid-link#107',
    what: 'After Back and Forward, the embed is there twice and callbacks run twice.',
    tests: [
      'is not reloaded when the user leaves a route and returns, with `keepAlive`',
      'makes one link and one frame document under StrictMode',
    ],
  },
  {
    issues: 'plaid/react-plaid-link#121',
    what: 'Two embeds on one page break each other.',
    tests: ['makes one link for all frames with the same request', 'opens one dialog for many rows'],
  },
  {
    issues: 'plaid/react-plaid-link#239',
    what: 'A prop that arrives late has no effect.',
    tests: ['makes a new portal when a wire value changes, and only then', 'waits until it is enabled'],
  },
  {
    issues: 'plaid/react-plaid-link#201, microsoft/powerbi-client-react#113',
    what: 'The embed calls the callbacks of the first render forever.',
    tests: ['calls the callbacks of the last render'],
  },
  {
    issues: 'Typeform/embed#405',
    what: 'A new callback or style reloads the frame.',
    tests: ['does not reload in twenty renders with new callbacks, styles and equal options'],
  },
  {
    issues: 'plaid/react-plaid-link#242',
    what: 'The dialog stays open after the user signs out.',
    tests: [
      'removes everything of one user when another signs in',
      'finds no cached, prewarmed or open frame of the last user: …',
    ],
  },
  {
    issues: 'plaid/react-plaid-link#177',
    what: 'The page cannot scroll after the dialog has closed.',
    tests: [
      'locks the page’s scrolling, and restores the page’s own style',
      '… leaves no listener, timer, observer or frame, and restores the page’s scrolling',
    ],
  },
  {
    issues: 'plaid/react-plaid-link#118',
    what: 'The embed does not work with a strict Content-Security-Policy.',
    tests: ['gets no violation from any part in a production build'],
  },
  {
    issues: 'stripe/connect-js#205',
    what: 'The policy blocks telemetry, and telemetry cannot be turned off.',
    why: 'There is no telemetry. In this test, the policy allows connections only to the backend and the portal.',
    tests: ['gets no violation from any part in a production build'],
  },
  {
    issues: 'microsoft/powerbi-client-react#110',
    what: 'The import fails without a window.',
    tests: ['renders every component without a window', 'imports in Node, without a window'],
  },
  {
    issues: 'stripe/connect-js#128',
    what: '"use client" is missing, and server rendering prints warnings.',
    tests: ['hydrates the server’s markup without a warning'],
  },
  {
    issues: 'stripe/stripe-js#26',
    what: 'A failed load is cached, so every retry fails too.',
    tests: [
      'says why there is no portal, and Retry makes a new request',
      'sends a request at each press, also after a 401',
    ],
  },
  {
    issues: 'apache/superset#20817, microsoft/powerbi-client-react#77',
    what: 'The session ends, and the user sees no message.',
    tests: ['expired: shows a notice after a sleep (…), keeps the frame, and Reload renews it'],
  },
  {
    issues: 'apache/superset#25153',
    what: 'On a machine with a slow clock, the renewal comes too late.',
    tests: [
      'does not change the expiry: …',
      'does not delay the expiry when it is set back while a portal is open',
    ],
  },
  {
    issues: 'apache/superset#29902',
    what: 'After the device was offline, nothing is renewed until the page reloads.',
    tests: [
      'offline: sends no request until the connection is back, and then one',
      'is renewed once more when its renewal has failed behind a closed dialog that opens',
    ],
  },
  {
    issues: 'apache/superset#34529',
    what: 'The embed requests tokens after it has unmounted.',
    tests: ['holds its invariants in any order of events', 'does not retry after a broken connection'],
  },
  {
    issues: 'apache/superset#35261',
    what: 'After the user signs out, all embeds on the page retry at once.',
    tests: [
      'unauthorized: of fifty portals that mount at once six send a request, and their 401 answers all',
      'unauthorized: after the first 401 no portal sends a request until the user presses Retry',
    ],
  },
  {
    issues: 'akshay5995/powerbi-report-component#6',
    what: 'A renewed token reloads the page that the user works in.',
    tests: ['expired: shows a notice after a sleep (…), keeps the frame, and Reload renews it'],
  },
  {
    issues: 'looker-open-source/embed-sdk#228',
    what: 'The sessions of several tabs end together and disturb each other.',
    why: 'Tabs share nothing: each has its own links in memory.',
  },
  {
    issues: 'apache/superset#21556',
    what: 'The browser blocks storage or cookies in the frame, and the error does not say so.',
    why: 'The library cannot see inside the frame, so the button for a new tab is always visible.',
    tests: ['looks like one that works, so the button for a new tab stays visible'],
  },
  {
    issues: 'awslabs/amazon-quicksight-embedding-sdk#82, apache/superset#5197',
    what: 'The frame grows forever, or its content is cut off.',
    why: 'The frame does not grow with its content: the host chooses a height, and the portal scrolls inside.',
  },
  {
    issues: 'awslabs/amazon-quicksight-embedding-sdk#252',
    what: 'A timeout throws minutes after the route has changed, and frames accumulate.',
    tests: [
      'stops its timers when the part unmounts',
      'keeps at most two prewarmed frames that were never opened',
    ],
  },
  {
    issues: 'NangoHQ/nango#6481',
    what: 'An overlay stays on the page, and its close button does nothing.',
    tests: ['closes with its button, which is always visible', 'removes its scroll lock when it unmounts'],
  },
  {
    issues: 'calcom/cal.diy#28984, davidjbradshaw/iframe-resizer-react#107',
    what: 'The frame stays blank without an error.',
    tests: [
      'timeout: a frame without a page is slow after 8 seconds and has failed after 20',
      'blocked_by_csp: the page’s frame-src does not list the portal',
      'portal_unreachable: one probe of the root of its origin gets no answer',
    ],
  },
  {
    issues:
      'tcampb/react-calendly#132, calcom/cal.diy#26416, nico3333fr/van11y-accessible-modal-window-aria#21',
    what: 'The focus does not move into the dialog, or does not come back.',
    tests: [
      'opens over the page with the focus on its title',
      'closes on Escape, returns the focus and keeps its frame',
    ],
  },
  {
    issues: 'adobe/react-spectrum#3782',
    what: 'A dialog opened from a menu leaves the page without scrolling.',
    tests: [
      'is on the page and can be named, and gives the focus to the menu’s button and the page its scrolling back',
      'stays, and unlocks the page, when the host’s Dialog closes as it opens',
    ],
  },
  {
    issues: 'BrightspaceUI/core#546',
    what: 'The menu that a dialog was opened from has gone, and the focus with it.',
    tests: [
      'is on the page and can be named, and gives the focus to the menu’s button and the page its scrolling back',
      'gives the focus to what the host names, which may be found then',
    ],
  },
  {
    issues: 'react/react#11387, ant-design/ant-design#16004, reactjs/react-modal#684',
    what: 'A row around the opener takes presses on the dialog for its own.',
    tests: [
      'hears nothing of what happens in the dialog of its launcher, but the focus',
      'does not follow a link around its launcher',
    ],
  },
  {
    issues: 'filestack/filestack-js#347, krakenjs/zoid#145',
    what: 'The page in the frame may not use the camera, and the host cannot let it.',
    tests: ['are more where the provider’s `allow` says so, from the next frame on'],
  },
]
