/**
 * What a party has under way: one matter for each guest or customer, the requests that were made for it, and
 * what came. One answer is taken for each request, and one for each matter.
 */
import type { DecryptionKey } from '../../formats/openid4vp/jwe.ts'
import type { DcqlQuery } from '../../formats/dcql/dcql-query.ts'
import { drawn, machineTime } from './own-clock.ts'
import type { Received } from './received.ts'

const REQUEST_LIVES_MS = 10 * 60_000
const KEPT_MOST = 500
const REQUESTS_MOST = 20

export interface OpenRequest {
  readonly id: string
  readonly matter: Matter
  readonly nonce: string
  readonly state: string
  readonly query: DcqlQuery
  readonly key: DecryptionKey
  readonly issuedAt: Date
  readonly expiresAt: Date
}
/** What she wanted of the party afterwards, and what it did. */
export interface Wish {
  readonly id: string
  readonly kind: 'withdrawal' | 'erasure'
  readonly at: Date
  readonly kept: readonly string[]
}
export interface Matter {
  readonly id: string
  /** The party's own number of it, as she reads it. */
  readonly reference: string
  readonly openedAt: Date
  /** Whose browser it is; null at a desk. */
  readonly session: string | null
  /** Where the code was printed; null without one. */
  readonly place: string | null
  readonly requests: OpenRequest[]
  state: 'waiting' | 'received' | 'refused' | 'not-believed'
  /** Changes with all that happens, so that a page knows. */
  version: number
  received: Received | null
  /** SHA-256 of the answer that was taken: the same one again is no second one. */
  answer: string | null
  wishes: Wish[]
}

export class Matters {
  readonly #matters: Matter[] = []
  readonly #prefix: string
  #count: number

  /** `prefix`: of the references, which go up from `first`. */
  constructor(prefix: string, first: number) {
    this.#prefix = prefix
    this.#count = first
  }

  open(of: Pick<Matter, 'session' | 'place'>): Matter {
    const matter: Matter = {
      ...of,
      id: drawn(),
      reference: `${this.#prefix}-${this.#count++}`,
      openedAt: machineTime(),
      requests: [],
      state: 'waiting',
      version: 1,
      received: null,
      answer: null,
      wishes: [],
    }
    this.#matters.push(matter)
    if (this.#matters.length > KEPT_MOST) {
      this.#matters.shift()
    }
    return matter
  }

  draw(matter: Matter, query: DcqlQuery, key: DecryptionKey): OpenRequest {
    const issuedAt = machineTime()
    const request = {
      id: drawn(),
      matter,
      nonce: drawn(),
      state: drawn(),
      query,
      key,
      issuedAt,
      expiresAt: new Date(issuedAt.getTime() + REQUEST_LIVES_MS),
    }
    matter.requests.push(request)
    if (matter.requests.length > REQUESTS_MOST) {
      matter.requests.shift()
    }
    return request
  }

  find(id: string): Matter | undefined {
    return this.#matters.find((one) => one.id === id)
  }

  byNonce(nonce: string): Matter | undefined {
    return this.#matters.find(({ requests }) => requests.some((one) => one.nonce === nonce))
  }

  request(id: string): OpenRequest | undefined {
    return this.#matters.flatMap(({ requests }) => requests).find((one) => one.id === id)
  }

  /** The newest first. */
  of(session: string | null): readonly Matter[] {
    return this.#matters.filter((one) => one.session === session).reverse()
  }
}

/** A request that nobody has answered in its time is answered no more. */
export const isOpen = ({ expiresAt, matter }: OpenRequest): boolean =>
  matter.state === 'waiting' && expiresAt > machineTime()
