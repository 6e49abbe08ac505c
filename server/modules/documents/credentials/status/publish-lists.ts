/**
 * Status lists as anybody may fetch them: built again and again by whichever worker comes first, signed,
 * with places that nobody has as valid as the others. A list that is over is forgotten with all its
 * places.
 */
import { promisify } from 'node:util'
import { constants, deflate } from 'node:zlib'
import { createStatusList, setStatus } from '../../../../../formats/token-status-list/status-list.ts'
import { signStatusList } from '../../../../../formats/token-status-list/status-list-token.ts'
import { later, now } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { AppContext } from '../../../../kernel/app-context.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { jwsSignerOf } from '../signing/jws-signer.ts'
import { statusListRule } from '../rules.ts'
import { listAddress } from './draw-places.ts'
import * as store from './status-store.ts'

/** Valid, invalid, suspended (Token Status List §7.1): two bits. */
const BITS = 2
export const STATUS = { valid: 0, invalid: 1, suspended: 2 } as const

type Publishing = Pick<Tools, 'documentSigner' | 'publicUrl'>

const packBest = promisify(deflate)
const pack = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await packBest(bytes, { level: constants.Z_BEST_COMPRESSION }))

const buildToken = async (read: Reading, tools: Publishing, listId: string, at: Date): Promise<string> => {
  const { entries, ttl_s, lifetime_s } = inForce(statusListRule, at)
  const list = createStatusList(entries, BITS)
  for (const { idx, status } of await store.notValid(read, listId)) {
    setStatus(list, idx, status)
  }
  const issuedAt_s = Math.floor(at.getTime() / 1000)
  return signStatusList({
    list,
    uri: listAddress(tools.publicUrl, listId),
    issuedAt_s,
    expiresAt_s: issuedAt_s + lifetime_s,
    ttl_s,
    signer: jwsSignerOf(await tools.documentSigner.present()),
    deflate: pack,
  })
}

/** The next list that is due. False when none is. */
const publishNext = async (work: Work, tools: Publishing): Promise<boolean> => {
  const at = now()
  const row = await store.takeListToBuild(work, at)
  if (!row) {
    return false
  }
  if (row.ends_at <= at) {
    if (!(await store.forgetPlaces(work, row.list_id))) {
      await store.forgetList(work, row.list_id)
    }
    return true
  }
  await store.saveToken(work, row.list_id, await buildToken(work, tools, row.list_id, at), at)
  await store.buildAgain(work, row.list_id, later(at, inForce(statusListRule, at).rebuild_s))
  return true
}

/** For the job. */
export const publishLists = ({ transact, tools }: AppContext): Promise<boolean> =>
  transact((work) => publishNext(work, tools))

/** The addresses of all lists that hold somebody's status: whoever fetches all of them asks for nobody. */
export const standingLists = async ({
  read,
  publicUrl,
}: Pick<Tools, 'read' | 'publicUrl'>): Promise<string[]> =>
  (await store.everyStandingList(read, now())).map(({ list_id: listId }) => listAddress(publicUrl, listId))

/** Lists that are full take no more places: others are opened by whoever needs one. For the job. */
export const closeFullLists = async ({ tools: { read } }: AppContext): Promise<boolean> => {
  const at = now()
  const { entries, full_percent } = inForce(statusListRule, at)
  await store.closeListsInTime(read, at)
  for (const { list_id: listId } of await store.everyOpenList(read)) {
    if ((await store.placesTaken(read, listId)) * 100 >= entries * full_percent) {
      await store.closeList(read, listId)
    }
  }
  return false
}

/** As `listsFor` names them: the database is asked for no other name that a stranger thinks up. */
const LIST_ID = /^[A-Za-z0-9_-]{16}$/

/**
 * The list as it was published last; built at once where it is so new that no worker has come by. Null for
 * a list that there is not.
 */
export const publishedList = async (
  { tools, transact }: AppContext,
  listId: string,
): Promise<{ readonly token: string; readonly fresh_s: number } | null> => {
  if (!LIST_ID.test(listId)) {
    return null
  }
  const { rebuild_s, ttl_s } = inForce(statusListRule, now())
  const published = await store.tokenOf(tools.read, listId)
  if (published) {
    const age_s = Math.floor((now().getTime() - published.issued_at.getTime()) / 1000)
    return { token: published.token, fresh_s: Math.max(0, Math.min(rebuild_s - age_s, ttl_s)) }
  }
  const token = await transact((work) => publishOne(work, tools, listId))
  return token === null ? null : { token, fresh_s: rebuild_s }
}

const publishOne = async (work: Work, tools: Publishing, listId: string): Promise<string | null> => {
  const at = now()
  const row = await store.listForUpdate(work, listId)
  if (!row || row.ends_at <= at) {
    return null
  }
  // Whoever asked at the same time has waited here, and finds what the first one built.
  const built = await store.tokenOf(work, listId)
  if (built) {
    return built.token
  }
  const token = await buildToken(work, tools, listId, at)
  await store.saveToken(work, listId, token, at)
  return token
}
