/** The most bytes of a chunk's records. A message of SQS holds 256 KiB with everything around them. */
export const MAX_BYTES = 240_000
