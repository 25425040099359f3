const SECRETS = /seam_\w+|Bearer\s+[^\s"',]+|token=[^\s"'&,]+/gi

/** Takes keys and tokens out of a text that others wrote, and cuts it to 500 characters. The last net, not the first. */
export function redact(text: string): string {
  return text.slice(0, 2000).replace(SECRETS, '[redacted]').slice(0, 500)
}
