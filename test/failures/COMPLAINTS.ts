/** What users of other embeds have complained of, and why it does not happen here. */
export interface Complaint {
  /** Where it was said: repository and number. */
  issues: string
  /** What happened. */
  what: string
  /** The titles of the tests that show it cannot happen here. */
  tests?: readonly string[]
  /** Why it cannot, where there is nothing to test. */
  why?: string
}

export const COMPLAINTS: readonly Complaint[] = [
  {
    issues: 'plaid/react-plaid-link#107',
    what: 'Back and forward embeds twice, and callbacks run twice.',
    tests: [
      'is not reloaded by leaving a route and coming back, when the provider keeps frames alive',
      'makes one link and one frame document under StrictMode',
    ],
  },
  {
    issues: 'plaid/react-plaid-link#121',
    what: 'Two of them on one page break each other.',
    tests: ['makes one link for however many frames ask for the same', 'opens one dialog for many rows'],
  },
  {
    issues: 'plaid/react-plaid-link#239',
    what: 'A value that arrives late is never noticed.',
    tests: ['begins a new portal when a wire value changes, and only then', 'waits until it is enabled'],
  },
  {
    issues: 'plaid/react-plaid-link#201, microsoft/powerbi-client-react#113',
    what: 'Callbacks are frozen as of the first rendering.',
    tests: ['calls the callbacks of the last rendering'],
  },
  {
    issues: 'Typeform/embed#405',
    what: 'A new callback or style reloads the frame.',
    tests: ['does not reload over twenty renders with new callbacks, styles and equal options'],
  },
  {
    issues: 'plaid/react-plaid-link#242',
    what: 'The dialog stays when the user signs out.',
    tests: [
      'takes everything of one user away when another signs in',
      'finds no parked, warm or open frame of the one before: …',
    ],
  },
  {
    issues: 'plaid/react-plaid-link#177',
    what: 'The page stays locked.',
    tests: [
      'locks the page behind it and restores what the page had',
      '… leaves no listener, timer, observer or frame, and the page’s scrolling as it was',
    ],
  },
  {
    issues: 'plaid/react-plaid-link#118',
    what: 'A strict Content-Security-Policy is impossible.',
    tests: ['sees no violation from any part, in a production build'],
  },
  {
    issues: 'stripe/connect-js#205',
    what: 'Telemetry runs into the policy, and cannot be turned off.',
    why: 'There is no telemetry. The strict page allows connections to the backend and the portal alone.',
    tests: ['sees no violation from any part, in a production build'],
  },
  {
    issues: 'microsoft/powerbi-client-react#110',
    what: 'The import itself needs a window.',
    tests: ['has no window, and every component renders', 'imports in Node, without a window'],
  },
  {
    issues: 'stripe/connect-js#128',
    what: 'There is no "use client", and server rendering is noisy.',
    tests: ['comes to life over what the server sent without a warning'],
  },
  {
    issues: 'stripe/stripe-js#26',
    what: 'One failed load is kept, and trying again fails too.',
    tests: [
      'says why there is no portal, and Retry tries again',
      'asks again at each press, also after nobody was signed in',
    ],
  },
  {
    issues: 'apache/superset#20817, microsoft/powerbi-client-react#77',
    what: 'The session ends and nobody is told.',
    tests: ['expired: says so after a sleep (…), keeps the frame, and reloads when told to'],
  },
  {
    issues: 'apache/superset#25153',
    what: 'A slow clock renews too late.',
    tests: ['changes nothing: …', 'is not believed when it is set back while a portal is open'],
  },
  {
    issues: 'apache/superset#29902',
    what: 'Once offline, renewal is dead until the page reloads.',
    tests: [
      'offline: asks nothing more until the connection is back, and then once',
      'is asked for once more when its renewal failed behind a closed dialog, and it opens',
    ],
  },
  {
    issues: 'apache/superset#34529',
    what: 'It asks for tokens after it was taken off the page.',
    tests: [
      'keeps its promises in whatever order things happen',
      'sends nothing again after a broken connection',
    ],
  },
  {
    issues: 'apache/superset#35261',
    what: 'After signing out, everything on the page retries at once.',
    tests: [
      'unauthorized: of fifty that begin at once six ask, and their answer is the answer to all',
      'unauthorized: after the first 401 nobody asks unasked, and a press asks again',
    ],
  },
  {
    issues: 'akshay5995/powerbi-report-component#6',
    what: 'A renewed token reloads what the user is working in.',
    tests: ['expired: says so after a sleep (…), keeps the frame, and reloads when told to'],
  },
  {
    issues: 'looker-open-source/embed-sdk#228',
    what: 'Several tabs end together and confuse each other.',
    why: 'Tabs share nothing: each has its own links, in memory.',
  },
  {
    issues: 'apache/superset#21556',
    what: 'The browser blocks storage or cookies in the frame, and the error is generic.',
    why: 'What happens inside the frame cannot be seen from outside, so the way to a new tab is always in reach.',
    tests: ['cannot be told from one that works, so the way to a new tab stays in reach'],
  },
  {
    issues: 'awslabs/amazon-quicksight-embedding-sdk#82, apache/superset#5197',
    what: 'The frame grows for ever, or its content is cut off.',
    why: 'The frame does not grow with its content: the host chooses a height, and the portal scrolls inside.',
  },
  {
    issues: 'awslabs/amazon-quicksight-embedding-sdk#252',
    what: 'A time-out throws minutes after the route has changed, and frames pile up.',
    tests: ['gives up its watch with the part', 'keeps at most two frames that nobody has opened'],
  },
  {
    issues: 'NangoHQ/nango#6481',
    what: 'An overlay is left behind with a close button that does nothing.',
    tests: [
      'closes by its button, which is always there',
      'is gone with its scroll lock when it is taken off the page',
    ],
  },
  {
    issues: 'calcom/cal.diy#28984, davidjbradshaw/iframe-resizer-react#107',
    what: 'The frame stays blank without an error.',
    tests: [
      'timeout: is slow after 8 seconds and failed after 20 while its frame is still empty',
      'blocked_by_csp: the page’s frame-src does not list the portal',
      'portal_unreachable: its origin is asked once, by its root alone, and does not answer',
    ],
  },
  {
    issues:
      'tcampb/react-calendly#132, calcom/cal.diy#26416, nico3333fr/van11y-accessible-modal-window-aria#21',
    what: 'The focus does not move into the dialog, or does not come back.',
    tests: [
      'opens over the page with the focus on its title',
      'closes by Escape, gives the focus back and keeps its frame',
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
