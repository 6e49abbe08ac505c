/**
 * Nothing happens twice: a deed sent again with the same Idempotency-Key gets the first one's answer; the
 * same key with another body is
 * refused. The claim is a row of the deed's own transaction, so a second sender waits for the first and then
 * reads its outcome.
 */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../formats/canonical-json.ts'
import { actorReference, type Actor } from './actor.ts'
import type { ProblemCode } from '../../contract/problems/catalogue.ts'
import { now } from './clock.ts'
import { problem, type ProblemDetails } from './problem.ts'
import type { Tools } from './tools.ts'
import type { Effect } from './use-case.ts'
import type { Work } from './work.ts'

export interface Settled {
  readonly output?: unknown
  readonly problem?: { readonly code: ProblemCode; readonly details: ProblemDetails }
  readonly effects: readonly Effect[]
}

const keyDigest = (tools: Pick<Tools, 'digests'>, key: string, actor: Actor): Buffer =>
  tools.digests.secret('idempotency', `${actorReference(actor)} ${key}`)

/**
 * Keyed: a body may be nothing but a password or a passcode, and whoever has the rows soon guesses it from a
 * plain digest.
 */
const bodyDigest = (tools: Tools, name: string, input: unknown): Buffer =>
  tools.digests.secret('idempotency-body', `${name}\n${canonicalJson(input)}`)
/** As an earlier release stored it; its rows lapse within a month. */
const isPlainDigest = (digest: Buffer, name: string, input: unknown): boolean =>
  createHash('sha256').update(name).update('\n').update(canonicalJson(input)).digest().equals(digest)

/** Claims the key; answers the earlier outcome when there is one. */
export const claimKey = async (
  work: Work,
  tools: Tools,
  { key, actor, name, input }: { key: string; actor: Actor; name: string; input: unknown },
): Promise<Settled | null> => {
  const digest = keyDigest(tools, key, actor)
  const body = bodyDigest(tools, name, input)
  const claimed = await work.run(
    'insert into idempotency_key (key_digest, body_digest, created_at) values ($1, $2, $3) on conflict (key_digest) do nothing',
    [digest, body, now()],
  )
  if (claimed === 1) {
    return null
  }
  const earlier = await work.one<{ body_digest: Buffer; outcome: Buffer | null }>(
    'select body_digest, outcome from idempotency_key where key_digest = $1',
    [digest],
  )
  if (!earlier.body_digest.equals(body) && !isPlainDigest(earlier.body_digest, name, input)) {
    throw problem('request.key-reused')
  }
  if (!earlier.outcome) {
    throw new Error('an idempotency key is committed without its outcome')
  }
  return JSON.parse(
    tools.sealer.unsealWithPlatformKey('idempotency_key.outcome', earlier.outcome).toString('utf8'),
  ) as Settled
}

/** Whether an answer under this key is there already. */
export const isKeyClaimed = async (
  tools: Pick<Tools, 'digests' | 'read'>,
  key: string | undefined,
  actor: Actor,
): Promise<boolean> =>
  key !== undefined &&
  (await tools.read.maybe('select 1 from idempotency_key where key_digest = $1', [
    keyDigest(tools, key, actor),
  ])) !== undefined

export const settleKey = (
  work: Work,
  tools: Tools,
  { key, actor }: { key: string; actor: Actor },
  settled: Settled,
): void => {
  work.send('update idempotency_key set outcome = $2 where key_digest = $1', [
    keyDigest(tools, key, actor),
    tools.sealer.sealWithPlatformKey('idempotency_key.outcome', JSON.stringify(settled)),
  ])
}
