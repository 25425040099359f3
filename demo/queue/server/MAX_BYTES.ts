/**
 * The most bytes of a chunk's records. A message of SQS holds 256 KiB with everything around them. In it the records are
 * a text, so each of their quotation marks takes two bytes: up to a quarter more.
 */
export const MAX_BYTES = 190_000
