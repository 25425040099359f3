import { RESOURCE_KEYS, type ResourceList } from '../wire/RESOURCE_KEYS'
import type { SandboxPortal, SandboxWarning } from './Sandbox'
import type { Workspace } from './Workspace'

/** Warns about the options of a portal that the vendor ignores. */
export function warnAboutPortal(
  workspace: Workspace,
  { options, customer_key }: SandboxPortal,
  named: boolean,
  warn: (warning: SandboxWarning) => void,
): void {
  const tell = (code: SandboxWarning['code'], path: string, message: string) =>
    warn({ code, path, message, customer_key })
  if (!named) {
    tell(
      'customer_key_missing',
      'customer_data.customer_key',
      'The request names no customer, so the portal belongs to a new one. Send `customer_data.customer_key`.',
    )
  }
  if (options.customization_profile_id) {
    tell(
      'unknown_profile',
      'customization_profile_id',
      'The sandbox has no customization profiles, so it takes a colour from the id. The vendor ignores an id that is not in your workspace: check it there.',
    )
  }
  if (options.features?.manage_devices) {
    tell(
      'deprecated_field',
      'features.manage_devices',
      'The vendor has replaced `features.manage_devices`. It still works. Use `features.manage`.',
    )
  }
  const { accepted_providers = [], excluded_providers = [] } = options.features?.connect ?? {}
  for (const provider of accepted_providers.filter((name) => excluded_providers.includes(name))) {
    tell(
      'conflicting_providers',
      'features.connect',
      `The provider "${provider}" is in \`accepted_providers\` and in \`excluded_providers\`, so it is not offered. Leave it in one of the two.`,
    )
  }
  for (const { path, list, key } of pagesToOpen(options)) {
    if (workspace.find(list, key)?.customer_key === customer_key) continue
    tell(
      'unknown_resource',
      path,
      `The customer has no record of ${list} with the key "${key}", so the portal opens on its first page. Push the record first.`,
    )
  }
}

function pagesToOpen(options: SandboxPortal['options']): { path: string; list: ResourceList; key: string }[] {
  const pages: { path: string; list: ResourceList; key: string }[] = []
  const { deep_link, landing_page } = options
  if (deep_link && deep_link.resource_type !== 'device') {
    const list = deep_link.resource_type === 'space' ? 'spaces' : 'reservations'
    pages.push({ path: 'deep_link', list, key: deep_link.resource_key })
  }
  for (const [field, key] of Object.entries<string>(landing_page?.manage ?? {})) {
    const list = (Object.keys(RESOURCE_KEYS) as ResourceList[]).find((one) => RESOURCE_KEYS[one] === field)
    if (list) pages.push({ path: `landing_page.manage.${field}`, list, key })
  }
  return pages
}
