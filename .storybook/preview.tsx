import type { Preview } from '@storybook/react-vite'
import { configure } from 'storybook/test'
import { portalDecorator } from '../src/testing/index'
import './preview.css'
import { sampleCustomers } from './sampleCustomers'
import { type StoryGlobals, StoryStage, type StoryStageOptions } from './StoryStage'
import { storyOptions } from './storyOptions'

// The steps of a story wait for pages and timers. A second is too short on a slow machine.
configure({ asyncUtilTimeout: 5000 })

const decorate = portalDecorator({ seed: sampleCustomers })

const NOTHING: StoryStageOptions = {}

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [
    (Story, { id, globals, parameters }) => {
      const { styled, ...story } = (parameters.portal as StoryStageOptions | undefined) ?? NOTHING
      const portal = storyOptions((globals as StoryGlobals).customer, story)
      return (
        <StoryStage globals={globals as StoryGlobals} styled={styled}>
          {decorate(Story, { id, globals, parameters: { portal } })}
        </StoryStage>
      )
    },
  ],
  beforeEach: ({ parameters }) => {
    const { hurried, loads } = (parameters.portal as StoryStageOptions | undefined) ?? NOTHING
    const undo = [hurried ? hurry() : undefined, loads === false ? keepLoading() : undefined]
    return () => undo.forEach((one) => one?.())
  },
  initialGlobals: {
    ...decorate.initialGlobals,
    direction: 'ltr',
    customer: 'harbour-house',
  },
  globalTypes: {
    ...decorate.globalTypes,
    direction: menu('Direction', 'transfer', ['ltr', 'rtl']),
    customer: menu('Signed in', 'user', ['harbour-house', 'pine-lodge', 'signed-out']),
  },
  parameters: {
    a11y: {
      test: 'error',
      // axe cannot read the vendor's page inside the frame.
      options: { iframes: false },
      // A dialog is drawn outside of the story's own element.
      context: 'body',
    },
    controls: { expanded: true },
    // One page for each story: what a story changes on its page would show in all others.
    docs: { extractComponentDescription: describe, stories: { filter: () => false } },
    options: {
      storySort: {
        order: [
          'Guide',
          ['Introduction', 'Quick start', 'Your backend', 'Presentations', '*'],
          'Playground',
          'Components',
          'Hooks',
        ],
      },
    },
  },
}

export default preview

function menu(title: string, icon: string, items: string[]) {
  return { toolbar: { title, icon, items, dynamicTitle: true } }
}

/** Returns a component's docblock with its example as code. */
function describe(component?: { __docgenInfo?: { description?: string } }): string {
  const [text = '', example] = component?.__docgenInfo?.description?.split('@example') ?? []
  return example ? `${text}\n\n\`\`\`tsx\n${example.trim()}\n\`\`\`` : text
}

/** Makes a frame slow at once instead of after eight seconds. The returned function undoes it. */
function hurry(): () => void {
  const real = window.setTimeout.bind(window)
  const hurried = (handler: TimerHandler, delay = 0, ...rest: unknown[]) =>
    real(handler, delay === 8000 ? 0 : delay, ...rest)
  window.setTimeout = hurried as typeof setTimeout
  return () => {
    window.setTimeout = real as typeof setTimeout
  }
}

/** Stops the `load` event of frames, as if their page never finished loading. The returned function undoes it. */
function keepLoading(): () => void {
  // On the document: the `load` event of an element does not reach the window.
  document.addEventListener('load', stopAtFrames, true)
  return () => document.removeEventListener('load', stopAtFrames, true)
}

function stopAtFrames(event: Event): void {
  if (event.target instanceof HTMLIFrameElement) event.stopPropagation()
}
