import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { PortalDialog } from '../src/index'
import { Dialog } from './Dialog'
import { shows } from './shows'

/** The portal in each of its ten languages, with the library's own words in the same language. */
const meta = {
  title: 'Components/Languages',
  component: PortalDialog.Root,
  render: Dialog,
  args: { defaultOpen: true },
  play: shows('loaded'),
} satisfies Meta<typeof PortalDialog.Root>

export default meta
type Story = StoryObj<typeof meta>

/** The library picks the best of the ten languages for a browser's language. */
export const FromTheBrowser: Story = { globals: { locale: 'auto' } }

export const English: Story = { args: { locale: 'en-US' } }

export const Portuguese: Story = { args: { locale: 'pt-PT' } }

export const French: Story = { args: { locale: 'fr-FR' } }

export const Italian: Story = { args: { locale: 'it-IT' } }

export const Spanish: Story = { args: { locale: 'es-ES' } }

export const German: Story = { args: { locale: 'de-DE' } }

export const Dutch: Story = { args: { locale: 'nl-NL' } }

export const Greek: Story = { args: { locale: 'el-GR' } }

export const Polish: Story = { args: { locale: 'pl-PL' } }

export const Russian: Story = { args: { locale: 'ru-RU' } }

export const FailedEnglish: Story = {
  globals: { locale: 'en-US' },
  parameters: { portal: { fault: 'rate_limited' } },
  play: shows('failed', 'rate_limited'),
}

export const FailedPortuguese: Story = {
  globals: { locale: 'pt-PT' },
  parameters: { portal: { fault: 'rate_limited' } },
  play: shows('failed', 'rate_limited'),
}

export const FailedFrench: Story = {
  globals: { locale: 'fr-FR' },
  parameters: { portal: { fault: 'rate_limited' } },
  play: shows('failed', 'rate_limited'),
}

export const FailedItalian: Story = {
  globals: { locale: 'it-IT' },
  parameters: { portal: { fault: 'rate_limited' } },
  play: shows('failed', 'rate_limited'),
}

export const FailedSpanish: Story = {
  globals: { locale: 'es-ES' },
  parameters: { portal: { fault: 'rate_limited' } },
  play: shows('failed', 'rate_limited'),
}

export const FailedGerman: Story = {
  globals: { locale: 'de-DE' },
  parameters: { portal: { fault: 'rate_limited' } },
  play: shows('failed', 'rate_limited'),
}

export const FailedDutch: Story = {
  globals: { locale: 'nl-NL' },
  parameters: { portal: { fault: 'rate_limited' } },
  play: shows('failed', 'rate_limited'),
}

export const FailedGreek: Story = {
  globals: { locale: 'el-GR' },
  parameters: { portal: { fault: 'rate_limited' } },
  play: shows('failed', 'rate_limited'),
}

export const FailedPolish: Story = {
  globals: { locale: 'pl-PL' },
  parameters: { portal: { fault: 'rate_limited' } },
  play: shows('failed', 'rate_limited'),
}

export const FailedRussian: Story = {
  globals: { locale: 'ru-RU' },
  parameters: { portal: { fault: 'rate_limited' } },
  play: shows('failed', 'rate_limited'),
}

/** A host can replace any of the library's words. */
export const OwnWords: Story = {
  parameters: {
    portal: {
      fault: 'server_error',
      provider: {
        messages: {
          retry: 'Once more',
          errors: { unavailable: ['The doors did not answer', 'Wait a moment.'] },
        },
      },
    },
  },
  play: async (context) => {
    await shows('failed')(context)
    await expect(
      within(context.canvasElement.ownerDocument.body).getByRole('button', { name: 'Once more' }),
    ).toBeInTheDocument()
  },
}
