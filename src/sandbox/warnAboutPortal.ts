import { RESOURCE_KEYS, type ResourceList } from '../wire/RESOURCE_KEYS'
import type { SandboxPortal } from './Sandbox'
import type { SandboxWarning } from './SandboxWarning'
import type { Workspace } from './Workspace'

/** Tells what the vendor makes nothing of in the options of a portal. */
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
      'No customer was named, so the portal belongs to nobody you know. Send customer_data.customer_key.',
    )
  }
  if (options.customization_profile_id) {
    tell(
      'unknown_profile',
      'customization_profile_id',
      'The sandbox has no customization profiles and makes up a colour from the id. The vendor ignores an id that is not in your workspace.',
    )
  }
  if (options.features?.manage_devices) {
    tell(
      'deprecated_field',
      'features.manage_devices',
      'features.manage_devices still works and was replaced. Use features.manage.',
    )
  }
  const { accepted_providers = [], excluded_providers = [] } = options.features?.connect ?? {}
  for (const provider of accepted_providers.filter((name) => excluded_providers.includes(name))) {
    tell(
      'conflicting_providers',
      'features.connect',
      `"${provider}" is both accepted and excluded, so it is not offered. Name it in one list.`,
    )
  }
  for (const { path, list, key } of pagesToOpen(options)) {
    if (workspace.find(list, key)?.customer_key === customer_key) continue
    tell(
      'unknown_resource',
      path,
      `This customer has nothing in ${list} with the key "${key}", so the portal opens on its first page. Push the record first.`,
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
