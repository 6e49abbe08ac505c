/**
 * One question over HTTPS to a registered party, with an end. Only its own origins are asked, no redirect is
 * followed, and its servers are whom its authority names: whatever a link says, this Sen asks nobody else.
 */
import { request as ask } from 'node:https'
import { inForce } from '../../../kernel/policy.ts'
import type { PartyFile } from '../../../../contract/party.ts'
import { SourceSilent } from '../sources/rest-line.ts'
import { openSourceLines, type Asked } from '../sources/source-lines.ts'
import { partyLines } from './rules.ts'

const ANSWER_MOST_BYTES = 256 * 1024

export interface PartyQuestion {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly accept: string
  readonly body?: { readonly type: string; readonly text: string }
  /**
   * Somebody's link or code says what is asked for: what is wrong with that tells nothing of the party, and
   * closes no line to it; nor does what hangs there hold up what is sent to the party.
   */
  readonly isTyped?: true
}
export interface PartyAnswer {
  readonly status: number
  readonly type: string
  readonly text: string
}
type Reached = Pick<PartyFile, 'id' | 'serverAuthority'>

/** Throws `SourceSilent`, and nothing else. */
const exchange = (
  { serverAuthority }: Reached,
  { url, method, accept, body }: PartyQuestion,
  timeout_ms: number,
): Promise<PartyAnswer> =>
  new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeout_ms)
    const silent = (error: Error): void => {
      reject(
        error instanceof SourceSilent ? error : new SourceSilent(signal.aborted ? 'hangs' : 'unreachable'),
      )
    }
    const sent = ask(
      url,
      {
        method,
        signal,
        // One question, one connection: none is kept that the other side may have closed.
        agent: false,
        headers: {
          accept,
          ...(body && { 'content-type': body.type, 'content-length': Buffer.byteLength(body.text) }),
        },
        ...(serverAuthority !== null && { ca: serverAuthority }),
      },
      (response) => {
        const parts: Buffer[] = []
        let length_bytes = 0
        response.on('data', (part: Buffer) => {
          length_bytes += part.length
          if (length_bytes > ANSWER_MOST_BYTES) {
            response.destroy(new SourceSilent('too-long'))
          }
          parts.push(part)
        })
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
            text: Buffer.concat(parts).toString('utf8'),
          }),
        )
        response.on('error', silent)
      },
    )
    sent.on('error', silent)
    sent.end(body?.text)
  })

/** Of this process: what it has seen of each party's silence. */
const lines = openSourceLines()

/**
 * The caller has compared the address with the registration. A status that tells of a party in trouble
 * counts as silence for its line; what else it says is its answer. Silent with `record`: what was typed leads
 * to what is no answer.
 */
export const askParty = (party: Reached, question: PartyQuestion, at: Date): Promise<Asked<PartyAnswer>> => {
  const rules = inForce(partyLines, at)
  const { isTyped = false, url } = question
  const id = isTyped ? `${party.id} typed` : party.id
  const line = { id, url: new URL(url).origin, mostPerMinute: rules.mostPerMinute }
  return lines.ask(line, rules, async () => {
    const answer = await exchange(party, question, rules.timeout_ms).catch((error: unknown) => {
      const isTooLong = error instanceof SourceSilent && error.why === 'too-long'
      throw isTyped && isTooLong ? new SourceSilent('record') : error
    })
    if (answer.status >= 500 && !isTyped) {
      throw new SourceSilent('fault')
    }
    return answer
  })
}

/** Where a party may send her browser: to its pages, and to its servers. */
export const mayReturnTo = (file: Pick<PartyFile, 'answersAt' | 'returnsTo'>, url: string): boolean => {
  const read = URL.parse(url)
  // The origin of a `blob:` address is that of the page which made it.
  const isPage =
    read !== null &&
    /^https?:$/.test(read.protocol) &&
    read.username === '' &&
    read.password === '' &&
    file.returnsTo.includes(read.origin)
  return isPage || isOwnOrigin(file, url)
}

export const isOwnOrigin = ({ answersAt }: Pick<PartyFile, 'answersAt'>, url: string): boolean => {
  const read = URL.parse(url)
  return (
    read !== null &&
    read.protocol === 'https:' &&
    read.username === '' &&
    read.password === '' &&
    answersAt.includes(read.origin)
  )
}
