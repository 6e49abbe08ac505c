/** Somebody whom the world's agencies know, their documents in her wallet, and what was issued of them. */
import assert from 'node:assert/strict'
import { clockOffset_ms, moveClock, now } from '../server/kernel/clock.ts'
import { newId } from '../server/kernel/id.ts'
import { openApp } from '../server/modules/access/authentication/sessions/open-app.ts'
import { publishedKeys } from '../server/modules/documents/credentials/signing/document-signer.ts'
import {
  integrateDocument,
  removeDocument,
  syncDocument,
} from '../server/modules/documents/integration/integrate-document.ts'
import { rowOf } from '../server/modules/documents/integration/kept-document.ts'
import { lookForDocuments } from '../server/modules/documents/integration/look-for-documents.ts'
import { openAgencyProcesses } from '../world/agencies/agency-processes.ts'
import { PASSCODE } from './settle-citizen.ts'
import { askCards, drawNonceAt, proofOver, type Answer } from './issuer-door.ts'
import { openIssuerFixture, openWay, settleHolder, type IssuerFixture } from './issuer-fixture.ts'
import { stopAll } from './stop-all.ts'
import { openSdJwt } from './wallet.ts'

const meanings = ['valid', 'invalid', 'suspended'] as const
export const LICENCE = 'driving-licence-sd-jwt'

type Values = Readonly<Record<string, string | number>>
interface Decision {
  readonly standing?: 'valid' | 'suspended' | 'revoked'
  readonly values?: Values
}

/** A document as a register told it, put there without one. */
export const putDocument = async (
  { context: { tools }, pool }: Pick<IssuerFixture, 'context' | 'pool'>,
  subjectId: string,
  type: string,
  values: Values,
): Promise<string> => {
  const id = newId()
  const { reference, sealed, look_at } = await rowOf(tools, {
    subjectId,
    id,
    type,
    reference: id.slice(-8),
    addedAt: now(),
    document: {
      state: 'held',
      standing: 'valid',
      content: { keys: {}, values, record: id, difference: null, report: null },
      syncedAt: now(),
      silentSince: null,
      dueAt: null,
      lookAt: new Date(now().getTime() + 40 * 86_400_000),
      tries: 0,
    },
  })
  await pool.query(
    `insert into document (subject_id, id, type, asked_digest, reference, state, standing, sealed,
       added_at, synced_at, look_at)
     values ($1, $2, $3, $4, $5, 'held', 'valid', $6, $7, $7, $8)`,
    [subjectId, id, type, Buffer.from(id), reference, sealed, now(), look_at],
  )
  return id
}

export const seenBy = (fixture: IssuerFixture) => {
  const { tools } = fixture.context
  const open = async (credential: string) => {
    const { jwks } = await publishedKeys(tools.read, tools.documentSigner)
    return openSdJwt(credential, jwks, { fetch: fixture.fetchAs(null), at: now() })
  }
  /** By a verifier that fetches the list within its stated freshness. */
  const meaningOf = async (credential: string): Promise<string> => {
    await fixture.settle()
    moveClock(clockOffset_ms() + 300_000)
    await fixture.publish()
    return meanings[(await open(credential)).status] ?? assert.fail()
  }
  return { open, meaningOf }
}

export const openDocumentsFixture = async () => {
  const fixture = await openIssuerFixture()
  const agencies = openAgencyProcesses(fixture.context)
  await agencies.start()
  const holder = await settleHolder(fixture, { personalNumber: '940191004826' })
  const { visitor, device, wallet, subjectId } = holder
  const look = async (): Promise<void> => {
    await lookForDocuments(fixture.context)
    await fixture.settle()
  }
  const add = async (type: string, keys: Record<string, string>): Promise<string> => {
    const { id } = await visitor.do(integrateDocument, { type, keys })
    await look()
    return id
  }
  const decides = (decision: Decision) =>
    agencies.tell('driving-licences', { is: 'change', reference: 'GPLX-994012345318', ...decision })
  return {
    ...fixture,
    ...seenBy(fixture),
    transact: fixture.context.transact,
    agencies,
    holder,
    look,
    licence: () => add('driving-licence', { licence_number: '994012345318' }),
    car: () => add('vehicle-registration', { plate: '99A-001.23', chassis_number: 'A1B2C3' }),
    put: (type: string, values: Values) => putDocument(fixture, subjectId, type, values),
    remove: (id: string) => visitor.do(removeDocument, { id }),
    /** What the agency says of her licence from now on. */
    decides,
    /** The same, and the next look brings it. */
    async decide(id: string, decision: Decision): Promise<void> {
      await decides(decision)
      await visitor.do(syncDocument, { id })
      await look()
    },
    /** The app is opened anew, whenever it is by now. */
    async ahead(by_s: number): Promise<void> {
      moveClock(clockOffset_ms() + by_s * 1000)
      await visitor.do(openApp, { ...(await device.proof(visitor)), passcode: PASSCODE })
    },
    fetchOne: async (configuration: string): Promise<string> =>
      (await wallet.fetchBatch(await openWay(holder), configuration, 1, now())).credentials[0] ?? '',
    /** As the door answers a wallet that asks with this token, or a new one. */
    async ask(named: object, token?: string): Promise<Answer> {
      const proofs = [proofOver(await drawNonceAt(fixture))]
      const more = { credential_configuration_id: undefined, ...named }
      return askCards(fixture, token ?? (await openWay(holder)).accessToken, proofs, more)
    },
    stop: () => stopAll({ 'the agencies': () => agencies.stop(), 'the fixture': () => fixture.stop() }),
  }
}
export type DocumentsFixture = Awaited<ReturnType<typeof openDocumentsFixture>>
