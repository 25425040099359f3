/** The environment of a process of the demo. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What a process of the demo reads from its environment. */
export interface Settings {
  databaseUrl: string
  endpoint: string
  apiKey: string
  perSecond: number
  inFlight: number
  expireSeconds: number
  retryDelay: number
}

/** Reads the settings that the start script hands to its processes, with defaults. */
export function readSettings(env: Environment): Settings {
  return {
    databaseUrl: env.DATABASE_URL ?? '',
    endpoint: env.SEAM_ENDPOINT ?? 'https://connect.getseam.com',
    apiKey: env.SEAM_API_KEY ?? '',
    perSecond: Number(env.PER_SECOND ?? 10),
    inFlight: Number(env.IN_FLIGHT ?? 2),
    expireSeconds: Number(env.EXPIRE_SECONDS ?? 10),
    retryDelay: Number(env.RETRY_DELAY ?? 1),
  }
}
