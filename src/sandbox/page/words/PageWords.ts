import type { enUS } from './enUS'

/** The page's words in one language. English is the list of what there is to say. */
export type PageWords = Record<keyof typeof enUS, string>
