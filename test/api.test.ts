import { describe, expect, it } from 'vitest'

// This list is the public API. Change it only together with the API and its documentation.
const ENTRIES = {
  'src/index.ts': () => import('../src/index'),
  'src/client/index.ts': () => import('../src/client/index'),
  'src/schemas/index.ts': () => import('../src/schemas/index'),
  'src/server/index.ts': () => import('../src/server/index'),
  'src/sandbox/index.ts': () => import('../src/sandbox/index'),
  'src/push/index.ts': () => import('../src/push/index'),
  'src/components/push/index.ts': () => import('../src/components/push/index'),
  'src/push/node/index.ts': () => import('../src/push/node/index'),
  'src/files/index.ts': () => import('../src/files/index'),
  'src/testing/index.ts': () => import('../src/testing/index'),
  'src/testing/node/index.ts': () => import('../src/testing/node/index'),
  'src/testing/jest/index.ts': () => import('../src/testing/jest/index'),
}

const NAMES: Record<keyof typeof ENTRIES, string> = {
  'src/index.ts':
    'PortalDialog PortalError PortalFrame PortalLauncher PortalProvider createPortalClient isPortalError useClearPortals useCreatePortal useDeleteData useOpenPortal usePortal usePortalLauncher usePrefetchPortal usePushData',
  'src/client/index.ts': 'PortalError createPortalClient isPortalError',
  'src/schemas/index.ts':
    'AccessGrant Booking Building CommonArea CreatePortalRequest CreatePortalResponse CustomMetadata CustomerData CustomerPortal CustomerResourcesFilter DeepLink DeleteDataRequest Facility Guest LOCALES LandingPage Listing PortalFeatures PortalLink PortalOptions Property PropertyListing PushDataRequest Reservation Resident Room Site Space StaffMember Tenant Unit User UserIdentity describeIssues strictCustomerData toValidationErrors',
  'src/server/index.ts': 'clampOptions createPortalHandler portalCsp toNodeHandler',
  'src/push/index.ts':
    'PUSH_PHASES checkCustomerData checkInSlices createMemoryLedger createPushControl deleteData planDelete planPush pushData',
  'src/components/push/index.ts': 'ConfirmDelete PushProgress',
  'src/push/node/index.ts': 'openFileLedger',
  'src/files/index.ts': 'readCsv readNdjson',
  'src/sandbox/index.ts': 'SANDBOX_FAULTS createSandbox encodeSnapshot makeSnapshot portalPageHtml',
  'src/testing/index.ts': 'createTestPortal installDialog loadFrames portalDecorator routePortal',
  'src/testing/node/index.ts': 'portalStaticDir',
  'src/testing/jest/index.ts': 'addNodeGlobals',
}

describe('the entries', () => {
  for (const [entry, load] of Object.entries(ENTRIES)) {
    it(`${entry} exports exactly these names`, async () => {
      const names = Object.keys(await load()).sort()
      expect(names.join(' ')).toBe(NAMES[entry as keyof typeof ENTRIES])
    })
  }

  it('PortalDialog has its six parts', async () => {
    const { PortalDialog } = await import('../src/index')
    expect(Object.keys(PortalDialog).sort()).toEqual(['Close', 'Frame', 'Popup', 'Root', 'Title', 'Trigger'])
  })
})
