import type { PortalOptions } from '../../src/schemas/index'
import type { VerticalName } from './VERTICALS'

/** What the form, the top bar and the panel of the grant say. */
export interface PlaygroundState {
  /** The wire options as they are typed, unfinished ones included. */
  options: PortalOptions
  heading: string
  /** Another customer than the sample one. Never in the address. */
  customer_key: string
  /** Records to push first, as JSON text. Never in the address. */
  customer_data: string
  vertical: VerticalName
  presentation: Presentation
  /** The theme of the page around the portal. Empty: as this page. */
  theme: '' | 'light' | 'dark'
  direction: 'ltr' | 'rtl'
  width: Width
  mood: Mood
  /** Whether the options go through a server whose grant is `grant`. */
  asUser: boolean
  /** What that server grants, as the text of an object. */
  grant: string
}

/** Where the portal opens. */
export const PRESENTATIONS = ['inline', 'dialog', 'drawer', 'tab'] as const
export type Presentation = (typeof PRESENTATIONS)[number]

/** The width of the page around an inline portal, in CSS pixels. */
export const WIDTHS = [390, 768, 1280] as const
export type Width = (typeof WIDTHS)[number]

/** How the sandbox vendor behaves. */
export const MOODS = ['normal', 'slow', 'down', 'expired', 'blocked'] as const
export type Mood = (typeof MOODS)[number]

/** A front desk that shares one dashboard: it manages no staff and sets no rules. */
const FRONT_DESK: PortalOptions = {
  features: { manage: { exclude_staff_management: true }, configure: { exclude: true } },
}

/** The state of a new page. */
export const INITIAL_STATE: PlaygroundState = {
  options: {},
  heading: '',
  customer_key: '',
  customer_data: '',
  vertical: 'hospitality',
  presentation: 'inline',
  theme: '',
  direction: 'ltr',
  width: 768,
  mood: 'normal',
  asUser: false,
  grant: JSON.stringify(FRONT_DESK, null, 2),
}
