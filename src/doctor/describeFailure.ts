/** Says in a sentence why a server could not be reached, from the error of Node's. It names the origin only. */
export function describeFailure(error: Error, { origin, hostname }: URL): string {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (CERTIFICATE.test(code)) {
    return `The certificate of ${origin} is not trusted (${code}). Give Node its authority with NODE_EXTRA_CA_CERTS=ca.pem.`
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `There is no host called ${hostname}.`
  if (code === 'ECONNREFUSED') return `Nothing listens at ${origin}.`
  if (code === 'ECONNRESET' || code === 'EPIPE') return `${origin} closed the connection without an answer.`
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    return `${origin} does not speak TLS. Does its address begin with http:?`
  }
  if (code.startsWith('HPE_')) return `${origin} does not speak HTTP/1.1.`
  return `${origin} cannot be reached${code && ` (${code})`}.`
}

const CERTIFICATE = /CERT|^UNABLE_TO_VERIFY|^SELF_SIGNED|^UNABLE_TO_GET_ISSUER/
