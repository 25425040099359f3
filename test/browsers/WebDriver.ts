/** Longer than anything takes that goes right, in milliseconds. */
const PATIENCE = 20_000

/** A session of WebDriver, by its plain HTTP calls. Each throws with the driver's own words. */
export class WebDriver {
  readonly #driver: string
  #session = ''

  /** `driver` is where the driver listens, such as `http://127.0.0.1:4444`. */
  constructor(driver: string) {
    this.#driver = driver
  }

  /** Starts the browser, once the driver listens. Gives what the browser says of itself. */
  async start(options: Record<string, unknown>): Promise<{ browserName: string; browserVersion: string }> {
    const deadline = Date.now() + PATIENCE
    while (!(await this.#isReady())) {
      if (Date.now() > deadline) throw new Error('The driver does not answer.')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const { sessionId, capabilities } = await this.#call<{
      sessionId: string
      capabilities: { browserName: string; browserVersion: string }
    }>('POST', '/session', { capabilities: { alwaysMatch: options } })
    this.#session = `/session/${sessionId}`
    return capabilities
  }

  get = async <Value>(path: string): Promise<Value> => this.#call('GET', this.#session + path)

  post = async <Value = unknown>(path: string, body: object = {}): Promise<Value> =>
    this.#call('POST', this.#session + path, body)

  delete = async (path = ''): Promise<unknown> => this.#call('DELETE', this.#session + path)

  /** Runs a function in the window or frame that the session is in, and waits for what it promises. */
  async run<Args extends unknown[], Result>(
    script: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const answer = await this.post<{ value?: Result; error?: string }>('/execute/async', {
      script: `const [args, done] = arguments
        Promise.resolve().then(() => (${script.toString()})(...args)).then((value) => done({ value }), (error) => done({ error: String(error) }))`,
      args: [args],
    })
    if (answer.error) throw new Error(answer.error)
    return answer.value as Result
  }

  async #isReady(): Promise<boolean> {
    return this.#call<{ ready: boolean }>('GET', '/status').then(
      ({ ready }) => ready,
      () => false,
    )
  }

  async #call<Value>(method: string, path: string, body?: object): Promise<Value> {
    const response = await fetch(this.#driver + path, {
      method,
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(PATIENCE),
    })
    const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } }
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`)
    return value
  }
}
