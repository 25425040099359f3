import { createResume } from './createResume'
import { createSlicer } from './createSlicer'
import { createValidator } from './createValidator'
import { planChunks } from './planChunks'
import type { PushChunk } from './PushChunk'
import { PushClock } from './PushClock'
import type { PushFailure } from './PushFailure'
import type { PushInput } from './PushSource'

/** How to cut data into requests. */
export interface PlanOptions {
  /** The most records in one request. @default 500 */
  maxRecords?: number | undefined
  /** The most bytes in one request, as JSON in UTF-8. A single larger record travels alone. @default 262144 */
  maxBytes?: number | undefined
  /**
   * Told of each record that the vendor would refuse; that record is left out. Without it nothing is checked, and a
   * record that cannot be written as JSON throws.
   */
  onFailed?: ((failure: PushFailure) => void) | undefined
}

/**
 * Cuts records into requests, for a queue of your own. It reads lists only as far as it is asked, so a million
 * records need no more memory than a few hundred. Records keep their order within a list, and each is in one request.
 * Sites come first, then places, people, staff, and stays last.
 *
 * @example
 * for await (const { id, body } of planPush(data)) await queue.send(id, body)
 */
export async function* planPush(
  data: PushInput,
  options: PlanOptions = {},
): AsyncGenerator<PushChunk, void, void> {
  const { onFailed } = options
  const slicer = createSlicer(PushClock)
  const chunks = planChunks(data, {
    ...readLimits(options),
    validate: onFailed && (await createValidator()),
    resume: createResume(undefined),
    isDue: slicer.isOver,
    breathe: async () => {
      await slicer.yield()
      return true
    },
    onFailed:
      onFailed ??
      (({ path, reason }) => {
        throw new TypeError(
          `${path}: ${reason}. It cannot be planned. Mend it, or give \`onFailed\` to leave such records out.`,
        )
      }),
    onAcknowledged: () => {},
  })
  for await (const { id, records, bytes, body } of chunks) yield { id, records, bytes, body }
}

/** Reads the two limits of a request. Throws a TypeError for one that no request can keep. */
export function readLimits({ maxRecords = 500, maxBytes = 256 * 1024 }: PlanOptions): {
  maxRecords: number
  maxBytes: number
} {
  for (const [name, value] of Object.entries({ maxRecords, maxBytes })) {
    if (!(value >= 1))
      throw new TypeError(`\`${name}\` is ${value}. A request holds at least one. Give a number from 1.`)
  }
  return { maxRecords, maxBytes }
}
