/**
 * What `toNodeHandler` reads of a request of Node. `IncomingMessage` and `Http2ServerRequest` have this shape, and so
 * have the requests that adapters build, such as `serverless-http`. The types here need no `@types/node`.
 */
export interface NodeRequest {
  method?: string | undefined
  /** The path and query. */
  url?: string | undefined
  /** Set by Express and Connect: the path and query before the mount path was removed. */
  originalUrl?: string | undefined
  /** The headers by lower-case name. Read when `rawHeaders` is missing or empty. */
  headers: Readonly<Record<string, string | number | readonly string[] | undefined>>
  /** Names and values in turn, as they arrived. */
  rawHeaders?: readonly string[] | undefined
  /** The connection; some adapters have none. `encrypted` decides between http: and https:. */
  socket?: object | null | undefined
  /** Whether any of the body has been read. */
  readableDidRead?: boolean | undefined
  readableEnded?: boolean | undefined
  destroyed?: boolean | undefined
  /** The body, where a body parser has put it. */
  body?: unknown
  /** The body as it arrived, where NestJS and Google Cloud Functions put it. Preferred to `body`. */
  rawBody?: unknown
  // Methods, and not properties: only they accept the overloads that `@types/node` declares.
  on(event: string, listener: (...values: never[]) => void): unknown
  resume(): unknown
}

/** What `toNodeHandler` calls of a response of Node: `ServerResponse` and `Http2ServerResponse` have this shape. */
export interface NodeResponse {
  statusCode: number
  destroyed?: boolean | undefined
  writableEnded?: boolean | undefined
  writableFinished?: boolean | undefined
  writeHead(status: number, headers: Record<string, string>): unknown
  setHeader(name: string, value: string): unknown
  appendHeader(name: string, value: string): unknown
  flushHeaders?(): unknown
  write(chunk: Uint8Array): boolean
  end(): unknown
  end(body: string): unknown
  destroy(): unknown
  on(event: string, listener: () => void): unknown
  off(event: string, listener: () => void): unknown
}

/** The request of Fastify (`raw`) or Koa (`ctx.request`, `req`): it holds Node's request and the body that was read. */
export interface FrameworkRequest<Req extends NodeRequest = NodeRequest> {
  raw?: Req | undefined
  req?: Req | undefined
  originalUrl?: string | undefined
  body?: unknown
  rawBody?: unknown
}

/** The second argument of the handler under `toNodeHandler`: Node's own request and response. */
export interface NodeContext<Req extends NodeRequest = NodeRequest, Res extends NodeResponse = NodeResponse> {
  req: Req
  res: Res
}
