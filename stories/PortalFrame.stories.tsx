import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { propDocs } from '../.storybook/propDocs'
import { sampleCustomers } from '../.storybook/sampleCustomers'
import { PortalFrame } from '../src/index'
import { encodeSnapshot, makeSnapshot } from '../src/sandbox/index'
import { shows } from './shows'

const PROFILE = '00000000-0000-4000-8000-000000000001'

const made = encodeSnapshot(
  makeSnapshot({ data: sampleCustomers[0]!, options: { is_embedded: true }, made_at: 0 }),
  1500,
)

const meta = {
  title: 'Components/PortalFrame',
  component: PortalFrame,
  argTypes: propDocs('wire', 'PortalFrame'),
  args: { heading: 'Access', onStatusChange: fn(), onError: fn() },
  play: shows('loaded'),
} satisfies Meta<typeof PortalFrame>

export default meta
type Story = StoryObj<typeof meta>

export const Default: Story = {}

// Its status.

export const Idle: Story = { args: { enabled: false }, play: shows('idle') }

export const Creating: Story = { parameters: { portal: { fault: 'hang' } }, play: shows('creating') }

export const Loading: Story = { parameters: { portal: { loads: false } }, play: shows('loading') }

export const LoadingOneReservation: Story = {
  args: {
    deep_link: { resource_type: 'reservation', resource_key: 'R-20418' },
    navigation_mode: 'restricted',
  },
  parameters: { portal: { loads: false } },
  play: shows('loading'),
}

export const Slow: Story = {
  parameters: { portal: { loads: false, hurried: true } },
  play: shows('slow'),
}

export const Expired: Story = {
  parameters: { portal: { fault: 'expires_soon', faultOptions: { ms: 500 } } },
  play: shows('expired'),
}

export const ReloadsWhenExpired: Story = {
  parameters: { portal: { fault: 'expires_soon', faultOptions: { ms: 500, times: 1 } } },
  play: async (context) => {
    await shows('expired')(context)
    await userEvent.click(within(context.canvasElement).getByRole('button', { name: 'Reload' }))
    await shows('loaded')(context)
  },
}

export const Failed: Story = {
  parameters: { portal: { fault: 'server_error' } },
  play: async (context) => {
    await shows('failed', 'vendor_error')(context)
    await expect(context.args.onError).toHaveBeenCalled()
  },
}

export const RetriesAfterFailure: Story = {
  parameters: { portal: { fault: 'server_error', faultOptions: { times: 1 } } },
  play: async (context) => {
    await shows('failed', 'vendor_error')(context)
    await userEvent.click(within(context.canvasElement).getByRole('button', { name: 'Retry' }))
    await shows('loaded')(context)
    await waitFor(() => expect(context.args.onStatusChange).toHaveBeenLastCalledWith('loaded'))
  },
}

export const StillDownAfterRetry: Story = {
  parameters: { portal: { fault: 'server_error' } },
  play: async (context) => {
    await shows('failed', 'vendor_error')(context)
    const retry = within(context.canvasElement).getByRole('button', { name: 'Retry' })
    await userEvent.click(retry)
    await shows('failed', 'vendor_error')(context)
    await expect(retry).toHaveFocus()
  },
}

/** With a link made on the server, the browser sends no request. */
export const MadeOnTheServer: Story = {
  args: { initialPortal: { url: new URL(`portal.html#${made.text}`, document.baseURI).href } },
  parameters: { portal: { fault: 'hang' } },
}

// The options that go to the vendor.

export const LandsOnProperty: Story = {
  args: { landing_page: { manage: { property_key: 'harbour-house' } } },
}

export const OpensOnReservation: Story = {
  args: { deep_link: { resource_type: 'reservation', resource_key: 'R-20418' } },
}

export const OpensOnSpace: Story = {
  args: { deep_link: { resource_type: 'space', resource_key: 'annex' } },
}

export const OpensOnDevice: Story = {
  args: { deep_link: { resource_type: 'device', resource_id: 'lock-204' } },
}

export const RestrictedNavigation: Story = {
  args: {
    deep_link: { resource_type: 'reservation', resource_key: 'R-20418' },
    navigation_mode: 'restricted',
  },
}

export const ReadOnly: Story = { args: { read_only: true } }

export const WithPortalHeader: Story = { args: { is_embedded: false } }

export const WithoutLocalePicker: Story = { args: { exclude_locale_picker: true } }

export const ManageOnly: Story = {
  args: {
    features: { connect: { exclude: true }, organize: { exclude: true }, configure: { exclude: true } },
  },
}

export const TwoProviders: Story = {
  args: { features: { connect: { accepted_providers: ['nuki', 'yale'] } } },
}

export const WithoutOneProvider: Story = {
  args: { features: { connect: { excluded_providers: ['august'] } } },
}

export const WithoutReservations: Story = {
  args: {
    features: {
      manage: { exclude_reservation_management: true, exclude_reservation_technical_details: true },
    },
  },
}

export const WithoutStaff: Story = { args: { features: { manage: { exclude_staff_management: true } } } }

export const ChosenEvents: Story = {
  args: {
    features: {
      manage: {
        events: { allowed_events: ['lock.unlocked', 'lock.locked'], default_events: ['lock.unlocked'] },
      },
    },
  },
}

export const OwnConfirmation: Story = {
  args: {
    features: {
      manage: {
        device_management_confirmation: {
          title: 'Add {count} locks to your plan?',
          body: 'Each managed lock is billed monthly.',
          confirm_button_label: 'Add locks',
          cancel_button_label: 'Not yet',
        },
      },
    },
  },
}

export const WithoutDevices: Story = { args: { features: { manage_devices: { exclude: true } } } }

export const MayCustomizeRules: Story = {
  args: { features: { connect: { exclude: true }, manage: { exclude: true }, organize: { exclude: true } } },
  parameters: {
    portal: {
      grant: {
        portal: {
          features: {
            configure: {
              allow_access_automation_rule_customization: true,
              allow_climate_automation_rule_customization: true,
              allow_instant_key_customization: true,
            },
          },
        },
      },
    },
  },
}

export const Filtered: Story = {
  args: { customer_resources_filters: [{ field: 'region', operation: '=', value: 'north' }] },
}

export const Branded: Story = {
  args: { customization_profile_id: PROFILE },
  parameters: { portal: { grant: { portal: { customization_profile_id: PROFILE } } } },
}

export const OneOfSeveralCustomers: Story = {
  args: { customer_key: 'pine-lodge' },
  parameters: { portal: { grant: { customer_key: ['harbour-house', 'pine-lodge'] } } },
}

export const PushesRecordsFirst: Story = {
  args: {
    customer_data: { customer_key: 'harbour-house', rooms: [{ room_key: '401', name: 'Room 401' }] },
    landing_page: { manage: { room_key: '401' } },
  },
}

// Its look.

export const Dark: Story = { globals: { theme: 'dark' } }

export const FailedDark: Story = { ...Failed, globals: { theme: 'dark' } }

export const ExpiredDark: Story = { ...Expired, globals: { theme: 'dark' } }

export const SlowDark: Story = { ...Slow, globals: { theme: 'dark' } }

export const RightToLeft: Story = { globals: { direction: 'rtl' } }

export const SlowRightToLeft: Story = { ...Slow, globals: { direction: 'rtl' } }

export const Mobile: Story = { globals: { viewport: { value: 'mobile1' } } }

export const FailedMobile: Story = { ...Failed, globals: { viewport: { value: 'mobile1' } } }

export const Unstyled: Story = { parameters: { portal: { styled: false } } }

export const FailedUnstyled: Story = {
  ...Failed,
  parameters: { portal: { fault: 'server_error', styled: false } },
}

export const OwnFace: Story = {
  args: {
    renderStatus: ({ status, error, retry }) =>
      status === 'failed' ? (
        <p role="alert">
          Our own words for {error?.code}.{' '}
          <button type="button" onClick={retry}>
            Once more
          </button>
        </p>
      ) : undefined,
  },
  parameters: { portal: { fault: 'server_error', faultOptions: { times: 1 } } },
  play: async (context) => {
    await shows('failed')(context)
    const page = within(context.canvasElement)
    await expect(page.getByRole('alert')).toHaveTextContent('Our own words for vendor_error.')
    await userEvent.click(page.getByRole('button', { name: 'Once more' }))
    await shows('loaded')(context)
  },
}
