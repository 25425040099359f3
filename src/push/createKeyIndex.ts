/** Remembers keys with a value each, also a million of them, without one long pause. */
export interface KeyIndex<Value> {
  get: (key: string) => Value | undefined
  has: (key: string) => boolean
  set: (key: string, value: Value) => void
}

const SHARDS = 64

/** Spreads keys over many maps: one large map grows by doubling, and copies everything in one go each time. */
export function createKeyIndex<Value>(): KeyIndex<Value> {
  const shards = Array.from({ length: SHARDS }, () => new Map<string, Value>())
  const shardOf = (key: string): Map<string, Value> => {
    const end = key.length - 1
    return (
      shards[(key.charCodeAt(end) * 7 + key.charCodeAt(end - 1) * 3 + end) % SHARDS] ?? (shards[0] as never)
    )
  }
  return {
    get: (key) => shardOf(key).get(key),
    has: (key) => shardOf(key).has(key),
    set(key, value) {
      shardOf(key).set(key, value)
    },
  }
}
