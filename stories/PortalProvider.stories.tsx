import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ComponentProps, useState } from 'react'
import { expect, fn, mocked, spyOn, userEvent, waitFor, within } from 'storybook/test'
import { createStoryPortal } from '../.storybook/createStoryPortal'
import { propDocs } from '../.storybook/propDocs'
import { createPortalClient, PortalFrame, PortalLauncher, PortalProvider } from '../src/index'
import { shows } from './shows'

const harbour = () => {
  const { handler } = createStoryPortal('harbour-house')
  return (request: Request) => handler(request)
}

const meta = {
  title: 'Components/PortalProvider',
  component: PortalProvider,
  argTypes: propDocs('PortalProvider'),
  args: {
    portalOrigins: [location.origin],
    // A static host has only the Storybook's files, and perhaps none at the root.
    probe: false,
    children: <PortalFrame heading="Access" />,
  },
  play: shows('loaded'),
} satisfies Meta<typeof PortalProvider>

export default meta
type Story = StoryObj<typeof meta>

/** Sends requests to a path of the page's own site, with headers of the host. */
export const WithEndpoint: Story = {
  args: {
    endpoint: '/api/seam',
    headers: () => ({ 'x-csrf-token': 'token of this page' }),
    credentials: 'same-origin',
  },
  beforeEach() {
    const fetch = window.fetch.bind(window)
    const handler = harbour()
    const asked = spyOn(window, 'fetch').mockImplementation((input, init) =>
      input instanceof Request && new URL(input.url).pathname.startsWith('/api/seam/')
        ? handler(input)
        : fetch(input, init),
    )
    return () => asked.mockRestore()
  },
  play: async (context) => {
    await shows('loaded')(context)
    const requests = mocked(window.fetch).mock.calls.flatMap(([input]) =>
      input instanceof Request ? input : [],
    )
    await expect(requests.map(({ headers }) => headers.get('x-csrf-token'))).toContain('token of this page')
  },
}

/** Any object that reaches a backend works, such as a server action in a closure. */
export const WithClient: Story = {
  args: {
    client: {
      createPortal: (body) => createPortalClient({ fetch: harbour() }).createPortal(body),
    },
  },
}

/** All parts below use these options. Their own props win. */
export const WithOptions: Story = {
  args: {
    ...WithClient.args,
    options: { exclude_locale_picker: true, landing_page: { manage: { property_key: 'harbour-house' } } },
  },
}

export const InDutch: Story = { args: { ...WithClient.args, locale: 'nl-BE' } }

export const OwnWords: Story = {
  args: {
    ...WithClient.args,
    messages: { manageAccess: 'Doors and codes', close: 'Back to the list' },
    children: <PortalLauncher defaultOpen />,
  },
  play: async (context) => {
    await shows('loaded')(context)
    const page = within(context.canvasElement.ownerDocument.body)
    await expect(page.getByRole('heading', { name: 'Doors and codes' })).toBeInTheDocument()
    await expect(page.getByRole('button', { name: 'Back to the list' })).toBeInTheDocument()
  },
}

/** The user is signed out, so the library sends no request and says so. */
export const SignedOut: Story = {
  args: { ...WithClient.args, sessionKey: null },
  play: shows('idle'),
}

/** When another user signs in, every link and frame of the last user ends. */
export const AnotherUserSignsIn: Story = {
  args: { ...WithClient.args },
  render: (args) => <TwoUsers {...args} />,
  play: async (context) => {
    await shows('loaded')(context)
    const page = within(context.canvasElement.ownerDocument.body)
    const before = page.getByTitle('Access')
    await userEvent.click(page.getByRole('button', { name: 'Sign in as Pine Lodge' }))
    await expect(before).not.toBeInTheDocument()
    await shows('loaded')(context)
  },
}

/** The events for a host's analytics: types, durations and codes, never an address. */
export const TellsEvents: Story = {
  args: { ...WithClient.args, onEvent: fn() },
  play: async (context) => {
    await shows('loaded')(context)
    await waitFor(() =>
      expect(context.args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ type: 'load' })),
    )
  },
}

/** Prints what each error means and what to do, once for each code. */
export const Debugging: Story = {
  args: { ...WithClient.args, debug: true },
}

/** A frame that unmounts and mounts again is the same frame, with everything that the user has typed. */
export const KeepsFramesAlive: Story = {
  args: { ...WithClient.args, keepAlive: true },
  render: (args) => <TwoPages {...args} />,
  play: async (context) => {
    await shows('loaded')(context)
    const page = within(context.canvasElement.ownerDocument.body)
    const before = page.getByTitle('Access')
    // The provider loads this code on demand, and a frame that leaves before is not kept.
    await import('../src/frames/createFrameCache')
    await userEvent.click(page.getByRole('button', { name: 'Another page' }))
    await userEvent.click(page.getByRole('button', { name: 'Access' }))
    await shows('loaded')(context)
    if ('moveBefore' in Element.prototype) await expect(page.getByTitle('Access')).toBe(before)
  },
}

type ProviderProps = ComponentProps<typeof PortalProvider>

function TwoUsers({ portalOrigins, probe, children }: ProviderProps) {
  const [customer, setCustomer] = useState('harbour-house')
  const { client } = createStoryPortal(customer)
  return (
    <>
      <button type="button" onClick={() => setCustomer('pine-lodge')}>
        Sign in as Pine Lodge
      </button>
      <PortalProvider portalOrigins={portalOrigins} probe={probe} client={client} sessionKey={customer}>
        {children}
      </PortalProvider>
    </>
  )
}

function TwoPages({ children, ...props }: ProviderProps) {
  const [isHere, setHere] = useState(true)
  return (
    <PortalProvider {...props}>
      <button type="button" onClick={() => setHere(false)}>
        Another page
      </button>
      <button type="button" onClick={() => setHere(true)}>
        Access
      </button>
      {isHere ? children : <p>Nothing about access here.</p>}
    </PortalProvider>
  )
}
