import { type ComponentType, type ReactNode, useLayoutEffect, useState } from 'react'
import { LOCALES } from '../wire/LOCALES'
import { createTestPortal } from './createTestPortal'
import { type Mood, MOODS } from './MOODS'
import type { TestPortal, TestPortalOptions, TestProviderProps } from './TestPortal'

/** The options of `portalDecorator`: those of `createTestPortal`, and props for the provider. All are optional. */
export interface PortalDecoratorOptions extends TestPortalOptions {
  /** Props of the `PortalProvider` around each story, such as `messages`. */
  provider?: Omit<TestProviderProps, 'children'>
  /** What to do with the portal before the story shows, such as `(portal) => portal.fail('forbidden')`. */
  setUp?: (portal: TestPortal) => void
}

/** What is used of Storybook's context of a story. */
interface StoryContext {
  id: string
  globals: { locale?: unknown; theme?: unknown; mood?: unknown }
  /** `portal` has options for one story. They go before those of the decorator. */
  parameters?: { portal?: PortalDecoratorOptions }
}

interface ToolbarMenu {
  description: string
  toolbar: { title: string; icon: string; items: string[]; dynamicTitle: boolean }
}

/** A decorator of Storybook's, with the menus that it puts into the toolbar. */
export interface PortalDecorator {
  (Story: ComponentType, context: StoryContext): ReactNode
  /** The menus: locale, theme and mood. For `globalTypes` of your preview. */
  readonly globalTypes: Record<'locale' | 'theme' | 'mood', ToolbarMenu>
  /** What the menus say at first. For `initialGlobals` of your preview. */
  readonly initialGlobals: { locale: string; theme: string; mood: Mood }
}

/**
 * Gives each story a backend of its own and a provider. Add `portalStaticDir` to the `staticDirs` of your Storybook:
 * it has the page of the portal.
 *
 * @example
 * const portal = portalDecorator()
 * export default { decorators: [portal], globalTypes: portal.globalTypes, initialGlobals: portal.initialGlobals }
 */
export function portalDecorator(options: PortalDecoratorOptions = {}): PortalDecorator {
  const decorate = (Story: ComponentType, { id, globals, parameters }: StoryContext): ReactNode => {
    const { locale, theme } = globals
    const mood = moodOf(globals.mood)
    return (
      // Another mood is another backend: everything begins anew.
      <Stage
        key={`${id} ${mood}`}
        options={{ ...options, ...parameters?.portal }}
        mood={mood}
        locale={textOf(locale)}
        theme={textOf(theme)}
      >
        <Story />
      </Stage>
    )
  }
  return Object.assign(decorate, {
    globalTypes: {
      locale: menu('Language', 'globe', ['auto', ...LOCALES]),
      theme: menu('Theme', 'contrast', ['light', 'dark']),
      mood: menu('Portal', 'cloud', Object.keys(MOODS)),
    },
    initialGlobals: { locale: 'en-US', theme: 'light', mood: 'normal' as const },
  })
}

/** A backend made for one story, and the provider around it. */
function Stage({
  options: { provider, setUp, ...options },
  mood,
  locale,
  theme,
  children,
}: {
  options: PortalDecoratorOptions
  mood: Mood
  locale: string | undefined
  theme: string | undefined
  children: ReactNode
}): ReactNode {
  const [{ Provider }] = useState(() => {
    const portal = createTestPortal({ portalPage: new URL('portal.html', document.baseURI).href, ...options })
    MOODS[mood](portal)
    setUp?.(portal)
    return portal
  })
  useLayoutEffect(() => {
    if (theme === undefined) return undefined
    const { dataset, style } = document.documentElement
    const before = { theme: dataset.theme, colorScheme: style.colorScheme }
    dataset.theme = style.colorScheme = theme
    return () => {
      style.colorScheme = before.colorScheme
      if (before.theme === undefined) delete dataset.theme
      else dataset.theme = before.theme
    }
  }, [theme])
  return (
    <Provider locale={locale} {...provider}>
      {children}
    </Provider>
  )
}

function menu(title: string, icon: string, items: string[]): ToolbarMenu {
  return { description: title, toolbar: { title, icon, items, dynamicTitle: true } }
}

function moodOf(mood: unknown = 'normal'): Mood {
  if (typeof mood === 'string' && Object.hasOwn(MOODS, mood)) return mood as Mood
  throw new Error(
    `The global \`mood\` is ${JSON.stringify(mood)}, so portalDecorator does not know what its backend should do. Choose one of: ${Object.keys(MOODS).join(', ')}.`,
  )
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
