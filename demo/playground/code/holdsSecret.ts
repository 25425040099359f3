import { maskSecrets } from './maskSecrets'

/** Whether any text in a value has a key, a token or a portal's address, or has had one that is masked now. */
export function holdsSecret(value: unknown): boolean {
  if (typeof value === 'string') return maskSecrets(value) !== value || value.includes('••••')
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsSecret)
}
