/**
 * One interaction of the provider with a person: what the party asked, read from its record, and the result
 * that the provider goes on with.
 */
import type { AdapterPayload, InteractionResults } from 'oidc-provider'
import { later, machineNow, now } from '../../../../kernel/clock.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import { rememberOwner } from '../provider/record-owners.ts'
import { openRecord, recordKey, sealPayload } from '../provider/record.ts'
import { recordForUpdate, savePayload } from '../provider/record-store.ts'

const MODEL = 'Interaction'

export interface Interaction {
  readonly uid: string
  /** Of its record. */
  readonly key: Buffer
  readonly prompt: 'login' | 'consent'
  readonly clientId: string
  /** The scopes asked for. */
  readonly scopes: readonly string[]
  /** Who is signed in, at the consent step. */
  readonly subjectId: string | null
  readonly goTo: string
  readonly isFinished: boolean
  readonly expiresAt: Date
  readonly payload: AdapterPayload
}

/** Locked for this deed. Throws `sign-in.gone`. */
export const interactionForUpdate = async (work: Work, tools: Tools, uid: string): Promise<Interaction> => {
  const key = recordKey(tools, MODEL, uid)
  const row = await recordForUpdate(work, 'oidc_passing', key, now())
  if (!row) {
    throw problem('sign-in.gone')
  }
  const payload = openRecord(tools, row)
  const { params = {}, prompt, returnTo, exp } = payload
  if (!prompt || !returnTo || exp === undefined) {
    throw new Error('an interaction without its prompt')
  }
  // The library stamps by the machine's time; the product's own rows live by the product's.
  return {
    uid,
    key,
    prompt: prompt.name === 'consent' ? 'consent' : 'login',
    clientId: String(params['client_id']),
    scopes: String(params['scope'] ?? '')
      .split(' ')
      .filter(Boolean),
    subjectId: payload.session?.accountId ?? null,
    goTo: returnTo,
    isFinished: payload.result !== undefined,
    expiresAt: later(now(), exp - machineNow().getTime() / 1000),
    payload,
  }
}

/** Writes the result as the library does (`interactionResult`), in the deed's own transaction. */
export const finishInteraction = (
  work: Work,
  tools: Tools,
  interaction: Interaction,
  result: InteractionResults,
): void => {
  if (result.login) {
    const { parJti } = interaction.payload
    rememberOwner(tools, interaction.key.toString('base64'), {
      subjectId: result.login.accountId,
      clientId: interaction.clientId,
      pushed: typeof parJti === 'string' ? parJti : undefined,
    })
  }
  const merged = result.error === undefined ? { ...interaction.payload.lastSubmission, ...result } : result
  savePayload(
    work,
    'oidc_passing',
    interaction.key,
    sealPayload(tools, MODEL, { ...interaction.payload, result: merged }),
  )
}
