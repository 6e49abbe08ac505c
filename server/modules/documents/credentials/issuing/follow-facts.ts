/**
 * What becomes of issued documents when something happens to the account, a device or the source: held
 * while the account is locked, valid again when it is not, revoked for good when the device is gone or
 * what they say is no longer so; of a child or ward, also when it lies with somebody who acts for her no
 * longer. What is held or revoked is in the next status list.
 */
import { system } from '../../../../kernel/actor.ts'
import { later, now } from '../../../../kernel/clock.ts'
import { leaveLine } from '../../../../kernel/leave-line.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Transact, Work } from '../../../../kernel/work.ts'
import { eachOf } from '../../../../kernel/each-of.ts'
import { standingTie, wardsOf } from '../../../cases/representation/tie.ts'
import { listDevices } from '../../../people/accounts/device.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { sourceLookEvery_s } from '../rules.ts'
import { STATUS } from '../status/publish-lists.ts'
import { setStatuses } from '../status/set-statuses.ts'
import type { Facts } from '../credential-type.ts'
import { credentialTypeOf } from '../types.ts'
import * as store from './credential-store.ts'
import { markOf } from './issue-batch.ts'

const PURPOSE_OF = {
  valid: 'credentials-valid-again',
  revoked: 'credentials-revoked',
} as const
type HeldBy = 'credentials-held' | 'credentials-held-by-source'

const STATUS_OF = { valid: STATUS.valid, held: STATUS.suspended, revoked: STATUS.invalid } as const

/** `isMeant` is asked of each live batch. Answers how many changed. */
const change = async (
  work: Work,
  subjectId: string,
  state: store.BatchState,
  isMeant: (batch: store.BatchRow) => boolean,
  heldBy: HeldBy = 'credentials-held',
): Promise<number> => {
  const at = now()
  const live = await store.liveBatchesForUpdate(work, subjectId, at)
  const ids = live.filter((batch) => batch.state !== state && isMeant(batch)).map(({ id }) => id)
  if (ids.length === 0) {
    return 0
  }
  await setStatuses(work, await store.placesOf(work, subjectId, ids), STATUS_OF[state])
  await store.setBatchState(work, subjectId, ids, state, at)
  leaveLine(work, {
    useCase: 'credentials.follow-facts',
    actor: system('credentials'),
    line: {
      about: subjectId,
      purpose: state === 'held' ? heldBy : PURPOSE_OF[state],
      detail: { batches: ids.length },
    },
  })
  return ids.length
}

const always = (): boolean => true

/** Held while the account is locked: it may have been unlocked again since the lock was told. */
export const holdIssued = async (work: Work, subjectId: string): Promise<number> =>
  (await findAccount(work, subjectId))?.state === 'locked' ? change(work, subjectId, 'held', always) : 0
export const revokeIssued = (
  work: Work,
  subjectId: string,
  isMeant: (batch: store.BatchRow) => boolean = always,
): Promise<number> => change(work, subjectId, 'revoked', isMeant)

/** A device that is bound no longer, by whichever way it went, keeps nothing that is believed. */
const followDevices = async (work: Work, subjectId: string): Promise<number> => {
  const bound = new Set((await listDevices(work, subjectId)).map(({ id }) => id))
  return revokeIssued(
    work,
    subjectId,
    ({ device_id: id, holder_id: holder }) => holder === null && id !== null && !bound.has(id),
  )
}

/**
 * What lies with those who act for her stands with each one's tie, account and device. A locked account acts
 * for nobody; after its lock, documents are fetched anew, as they are at each use.
 */
export const followRepresentatives = async (work: Work, tools: Tools, wardId: string): Promise<number> => {
  const gone = new Set<string>()
  for (const { id, holder_id: representativeId, tie_id: tieId, device_id: deviceId } of (
    await store.liveBatchesForUpdate(work, wardId, now())
  ).filter(({ holder_id: holder }) => holder !== null)) {
    const isStanding =
      representativeId !== null &&
      tieId !== null &&
      (await standingTie(work, tools, { wardId, tieId, representativeId })) !== null &&
      (await listDevices(work, representativeId)).some((device) => device.id === deviceId)
    if (!isStanding) {
      gone.add(id)
    }
  }
  return revokeIssued(work, wardId, ({ id }) => gone.has(id))
}
/** Something happened to whoever may act for others. */
export const followWards = async (work: Work, tools: Tools, representativeId: string): Promise<void> => {
  for (const wardId of await wardsOf(work, representativeId)) {
    await followRepresentatives(work, tools, wardId)
  }
}
/** Hers and those of her wards, after something happened to her phones. */
export const followPhones = async (work: Work, tools: Tools, subjectId: string): Promise<void> => {
  await followDevices(work, subjectId)
  await followWards(work, tools, subjectId)
}

/** What the sources say of each document of hers that something was issued of, by `nameOf`. */
interface Said {
  readonly standing: Facts['standing']
  readonly mark: Buffer | null
}
const nameOf = ({ type, document_id: id }: Pick<store.BatchRow, 'type' | 'document_id'>): string =>
  `${type} ${id ?? ''}`

const askSources = async (
  work: Work,
  tools: Tools,
  { subjectId, personalNumber }: { readonly subjectId: string; readonly personalNumber: string },
  live: readonly store.BatchRow[],
): Promise<ReadonlyMap<string, Said>> => {
  const said = new Map<string, Said>()
  for (const batch of new Map(live.map((one) => [nameOf(one), one])).values()) {
    const type = await credentialTypeOf(work, batch.type, now())
    if (type) {
      const concerned = { subjectId, personalNumber, documentId: batch.document_id }
      const { standing, mark } = await type.readFacts(work, tools, concerned, now())
      said.set(nameOf(batch), { standing, mark: mark && markOf(tools, type, mark) })
    }
  }
  return said
}

/**
 * Revokes what has ended in its source, and what says something that the source says no longer; holds what
 * its source has suspended, and ends that with it. Of whom a source says nothing it changes nothing.
 */
export const followSource = async (work: Work, tools: Tools, subjectId: string): Promise<void> => {
  const live = await store.liveBatchesForUpdate(work, subjectId, now())
  const account = live.length > 0 ? await findAccount(work, subjectId) : null
  if (!account) {
    return
  }
  const { personalNumber } = account
  const said = await askSources(work, tools, { subjectId, personalNumber }, live)
  const standsAs = (batch: store.BatchRow): Facts['standing'] | undefined => said.get(nameOf(batch))?.standing
  await revokeIssued(work, subjectId, (batch) => {
    const mark = said.get(nameOf(batch))?.mark
    return standsAs(batch) === 'ended' || (mark ? !mark.equals(batch.source_mark) : false)
  })
  const isSuspended = (batch: store.BatchRow): boolean => standsAs(batch) === 'suspended'
  await change(work, subjectId, 'held', isSuspended, 'credentials-held-by-source')
  if (account.state === 'active') {
    await change(work, subjectId, 'valid', (batch) => batch.state === 'held' && standsAs(batch) === 'valid')
  }
}

/**
 * Makes what was issued say what holds now: of the account, its devices and the source. Asked when a lock is
 * lifted, and daily, so that a fact which an older release took beside this one is not missed for good.
 */
export const followEverything = async (work: Work, tools: Tools, subjectId: string): Promise<void> => {
  const account = await findAccount(work, subjectId)
  if (!account) {
    await endIssued(work, subjectId)
    return
  }
  await followDevices(work, subjectId)
  await followRepresentatives(work, tools, subjectId)
  await followSource(work, tools, subjectId)
  await holdIssued(work, subjectId)
}

/** Nothing of hers is believed, and nothing here tells any more what she had. */
export const endIssued = async (work: Work, subjectId: string): Promise<void> => {
  await revokeIssued(work, subjectId)
  await store.forgetEverything(work, subjectId)
}

/**
 * Whom the clock looks at: what has lapsed is forgotten, and the source of the rest is asked. For the job.
 */
export const followWatched = async (transact: Transact, tools: Tools): Promise<boolean> => {
  const at = now()
  const looked = await eachOf(
    store.watched.dueAt(tools.read, at),
    transact,
    async (work, { subject_id: subjectId }) => {
      if (!(await store.watched.takeDue(work, subjectId, at))) {
        return false
      }
      await followEverything(work, tools, subjectId)
      if ((await store.forgetLapsed(work, subjectId, at)) === 0) {
        await store.endWatch(work, subjectId)
      } else {
        await store.watched.lookAgain(work, subjectId, later(at, inForce(sourceLookEvery_s, at)))
      }
      return true
    },
  )
  return looked > 0
}
