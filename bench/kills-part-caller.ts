/**
 * A client that does not give up: what is not answered is sent again under the same idempotency key, as the
 * apps do, until it is. Only an answer that says no is a refusal.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

export class Refused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

export interface Patience {
  /** Counts what was sent again. */
  resent: number
  /**
   * For a control that breaks what it runs on: after so many answers that only say that something is wrong
   * it is refused. Without it nobody gives up.
   */
  readonly givesUpAfter?: number
}

/** What an attempt sends: drawn anew each time, so that a careless client can be told as well. */
type Attempt = (tries: number) => RequestInit

export class Caller {
  private readonly origin: string
  private readonly patience: Patience
  private readonly cookies: Map<string, string>
  constructor(origin: string, patience: Patience, cookies: Iterable<readonly [string, string]> = []) {
    this.origin = origin
    this.patience = patience
    this.cookies = new Map(cookies)
  }

  /** Until somebody answers: nobody, or a server that just lost its database, is asked again. */
  async ask(path: string, attempt: Attempt = () => ({})): Promise<unknown> {
    let failures = 0
    for (let tries = 0; ; tries++) {
      try {
        const init = attempt(tries)
        const answer = await fetch(`${this.origin}${path}`, {
          ...init,
          signal: AbortSignal.timeout(15_000),
          headers: {
            ...init.headers,
            cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          },
        })
        const body: unknown = await answer.json()
        for (const line of answer.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          if (value) {
            this.cookies.set(name, value)
          }
        }
        if (answer.ok) {
          return body
        }
        failures++
        if (answer.status < 500 || failures === this.patience.givesUpAfter) {
          throw new Refused((body as { code?: string }).code ?? String(answer.status))
        }
      } catch (error) {
        if (error instanceof Refused) {
          throw error
        }
      }
      this.patience.resent++
      await pause(60 + Math.random() * 200)
    }
  }

  /** What it holds by now, for another like it. */
  get held(): [string, string][] {
    return [...this.cookies]
  }

  /**
   * One deed under one key, sent as often as this is called. `anew`: what a careless client sends when it
   * tries again, under a key of its own; it says by `isAgain` that it has not heard the answer before.
   */
  deedOf(name: string, input: object, anew?: () => object): (isAgain?: boolean) => Promise<unknown> {
    const key = randomUUID()
    return (isAgain = false) =>
      this.ask(`/api/${name.replaceAll('.', '/')}`, (tries) => {
        const isAnew = anew !== undefined && (isAgain || tries > 0)
        return {
          method: 'POST',
          body: JSON.stringify(isAnew ? anew() : input),
          headers: { 'content-type': 'application/json', 'idempotency-key': isAnew ? randomUUID() : key },
        }
      })
  }

  deed(name: string, input: object): Promise<unknown> {
    return this.deedOf(name, input)()
  }
}
