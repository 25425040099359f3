import { maskSecrets } from './maskSecrets'

/** Whether any text inside of a value is or contains a key, a token or a portal's address. */
export function holdsSecret(value: unknown): boolean {
  if (typeof value === 'string') return maskSecrets(value) !== value || value.includes('••••')
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsSecret)
}
