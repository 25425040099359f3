import type { Meta, StoryObj } from '@storybook/react-vite'
import { PortalFrame } from '../src/index'
import { shows } from './shows'

/** Every error code with its error state. The story's server or vendor answers with the error. */
const meta = {
  title: 'Components/Errors',
  component: PortalFrame,
} satisfies Meta<typeof PortalFrame>

export default meta
type Story = StoryObj<typeof meta>

export const Offline: Story = {
  parameters: { portal: { error: 'offline' } },
  play: shows('failed', 'offline'),
}

export const ProxyUnreachable: Story = {
  parameters: { portal: { error: 'proxy_unreachable' } },
  play: shows('failed', 'proxy_unreachable'),
}

export const ProxyInvalidResponse: Story = {
  parameters: { portal: { error: 'proxy_invalid_response' } },
  play: shows('failed', 'proxy_invalid_response'),
}

export const Unauthorized: Story = {
  parameters: { portal: { grant: null } },
  play: shows('failed', 'unauthorized'),
}

export const Forbidden: Story = {
  parameters: { portal: { grant: false } },
  play: shows('failed', 'forbidden'),
}

export const NotFound: Story = {
  parameters: { portal: { error: 'not_found' } },
  play: shows('failed', 'not_found'),
}

export const MethodNotAllowed: Story = {
  parameters: { portal: { error: 'method_not_allowed' } },
  play: shows('failed', 'method_not_allowed'),
}

export const UnsupportedMediaType: Story = {
  parameters: { portal: { error: 'unsupported_media_type' } },
  play: shows('failed', 'unsupported_media_type'),
}

export const PayloadTooLarge: Story = {
  parameters: { portal: { error: 'payload_too_large' } },
  play: shows('failed', 'payload_too_large'),
}

export const InvalidInput: Story = {
  args: { customer_resources_filters: [{ field: '1st', operation: '=', value: 'north' }] },
  play: shows('failed', 'invalid_input'),
}

export const RateLimited: Story = {
  parameters: { portal: { fault: 'rate_limited', faultOptions: { retryAfter: 20 } } },
  play: shows('failed', 'rate_limited'),
}

export const Timeout: Story = {
  parameters: { portal: { fault: 'hang', timeout: 50 } },
  play: shows('failed', 'timeout'),
}

export const VendorError: Story = {
  parameters: { portal: { fault: 'bad_gateway' } },
  play: shows('failed', 'vendor_error'),
}

export const InvalidResponse: Story = {
  parameters: { portal: { fault: 'malformed_json' } },
  play: shows('failed', 'invalid_response'),
}

export const PortalUrlRefused: Story = {
  parameters: { portal: { provider: { portalOrigins: ['https://partner-ui.seam.vc'] } } },
  play: shows('failed', 'portal_url_refused'),
}

export const Expired: Story = {
  parameters: { portal: { fault: 'expired_on_arrival' } },
  play: shows('failed', 'expired'),
}

export const PortalUnreachable: Story = {
  parameters: { portal: { error: 'portal_unreachable' } },
  play: shows('failed', 'portal_unreachable'),
}

export const BlockedByCsp: Story = {
  parameters: { portal: { error: 'blocked_by_csp' } },
  play: shows('failed', 'blocked_by_csp'),
}

export const BlockedByCoep: Story = {
  parameters: { portal: { error: 'blocked_by_coep' } },
  play: shows('failed', 'blocked_by_coep'),
}

export const PopupBlocked: Story = {
  parameters: { portal: { error: 'popup_blocked' } },
  play: shows('failed', 'popup_blocked'),
}

export const DialogUnavailable: Story = {
  parameters: { portal: { error: 'dialog_unavailable' } },
  play: shows('failed', 'dialog_unavailable'),
}

export const Aborted: Story = {
  parameters: { portal: { error: 'aborted' } },
  play: shows('failed', 'aborted'),
}
