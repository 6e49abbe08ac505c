/** Opening a voucher case, looking at it, the office's list, and ending one without a decision. */
import {
  DiscardVoucherCase,
  ListVoucherCases,
  OpenVoucherCase,
  ViewVoucherCase,
} from '../../../../../contract/recovery-voucher.ts'
import type { InputOf } from '../../../../../contract/operation.ts'
import { composeDossierCode } from '../../../../../formats/dossier-code.ts'
import { actorReference, type Actor, type Officer } from '../../../../kernel/actor.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { later, now as presentMoment } from '../../../../kernel/clock.ts'
import { newSecret } from '../../../../kernel/id.ts'
import { officerWith, type Permit } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { reserveSubject } from '../../../people/accounts/open-account.ts'
import type { AboutPerson } from '../../../registry/organisations/second-eyes.ts'
import { nextCursor, placeAfter } from '../../../registry/organisations/queue-cursor.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { abandonedVoucherCase_s, voucherBudget } from '../recovery/recovery-rules.ts'
import { doubtsOf, emptyVoucherContent, mustBeOpen } from './voucher.ts'
import {
  findVoucher,
  lineOf,
  voucherForUpdate,
  openVoucher,
  sceneOf,
  sealVoucher,
  taker,
  takenByWith,
  takerOrSecond,
  viewOf,
} from './voucher-case.ts'
import * as store from './voucher-store.ts'
import type { VoucherRow } from './voucher-store.ts'

const PAGE = 30
const SEEN = ['personalNumber', 'fullName', 'birthDate', 'sex', 'residence', 'portrait', 'account'] as const

interface Opening extends AboutPerson {
  readonly subjectId: string
  readonly isTaken: boolean
  readonly reference: string
}

/**
 * The person's subject, so that the line stands in her own log also when she has no account. What a refused
 * permit leaves here is undone.
 */
const findOpening = async (
  work: Work,
  { caseId, personalNumber }: InputOf<typeof OpenVoucherCase>,
  actor: Actor,
  tools: Tools,
): Promise<Opening> => {
  const officeId = actor.kind === 'officer' ? actor.officeId : ''
  const aboutKey = tools.digests.identifier('number', personalNumber).toString('hex')
  const name = await store.nameOf(work, caseId)
  const row = name && (await store.find(work, name.subject_id, caseId))
  if (!row) {
    return {
      officeId,
      aboutKey,
      subjectId: await reserveSubject(work, tools, personalNumber),
      isTaken: false,
      reference: composeDossierCode(newSecret(5)),
    }
  }
  if (row.office_id !== officeId || row.about_key !== aboutKey) {
    throw problem('voucher.no-such-case')
  }
  return { officeId, aboutKey, subjectId: row.subject_id, isTaken: true, reference: row.reference }
}

const endWithout = async (
  work: Work,
  tools: Tools,
  row: VoucherRow,
  at: Date,
  changes: { note?: string; takenBy?: readonly string[] } = {},
): Promise<void> => {
  const { content } = await openVoucher(tools, row)
  await store.save(work, row, {
    state: 'discarded',
    sealed: await sealVoucher(tools, row.subject_id, {
      ...content,
      picture: null,
      note: changes.note ?? content.note,
    }),
    takenBy: changes.takenBy ?? row.taken_by,
    at,
  })
}

/** One person has one case at a time; her own earlier one, or one that nobody goes on with, gives way. */
const giveWay = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  actor: Officer,
  at: Date,
): Promise<void> => {
  const other = await store.unfinishedForUpdate(work, subjectId)
  if (!other) {
    return
  }
  const isOwn = actor.personKey !== null && other.taken_by.every((key) => key === actor.personKey)
  if (
    other.state !== 'open' ||
    !(isOwn || other.changed_at <= later(at, -inForce(abandonedVoucherCase_s, at)))
  ) {
    throw problem('voucher.other-case-open')
  }
  await endWithout(work, tools, other, at)
}

export const openVoucherCase = useCase({
  contract: OpenVoucherCase,
  limits: (_, __: RequestContext, actor) => [
    {
      scope: 'voucher.open',
      key: actorReference(actor),
      most: inForce(voucherBudget, presentMoment()).opened,
      per_s: 3600,
    },
  ],
  find: findOpening,
  permit: taker,
  async act(work, { caseId, personalNumber }, { found, actor, tools, now }) {
    const { subjectId } = found
    if (found.isTaken) {
      return viewOf(work, tools, { subject_id: subjectId, id: caseId }, actor, now)
    }
    await giveWay(work, tools, subjectId, actor, now)
    const person = await findPerson(work, tools, personalNumber)
    const row = {
      subject_id: subjectId,
      id: caseId,
      office_id: actor.officeId,
      about_key: found.aboutKey,
      reference: found.reference,
      taken_by: [actor.personKey ?? ''],
      opened_at: now,
    }
    if (!(await store.claimName(work, row))) {
      throw problem('voucher.no-such-case')
    }
    const isMade = await store.insert(work, {
      ...row,
      sealed_content: await sealVoucher(
        tools,
        subjectId,
        emptyVoucherContent(personalNumber, person?.fullName ?? null),
      ),
    })
    if (!isMade) {
      throw problem('voucher.other-case-open')
    }
    return viewOf(work, tools, row, actor, now)
  },
  audit: ({ actor, found }) => ({
    about: found.subjectId,
    purpose: 'voucher-opened',
    fields: SEEN,
    detail: { reference: found.reference, office: actor.officeName, officerNumber: actor.number },
  }),
})

export const viewVoucherCase = useCase({
  contract: ViewVoucherCase,
  find: findVoucher,
  permit: takerOrSecond,
  act: (work, _, { found, actor, tools, now }) => viewOf(work, tools, found.row, actor, now),
  audit: lineOf('voucher-view', SEEN),
})

export const discardVoucherCase = useCase({
  contract: DiscardVoucherCase,
  find: voucherForUpdate,
  permit: taker,
  async act(work, { note }, { found: { row }, actor, tools, now }) {
    mustBeOpen(row)
    await endWithout(work, tools, row, now, { note, takenBy: takenByWith(row, actor) })
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('voucher-discarded', []),
})

interface Listing {
  readonly officeId: string
  readonly which: 'open' | 'second'
}
const listTask = { open: 'recovery.voucher', second: 'recovery.second' } as const
const lister: Permit<Officer, Listing> = {
  says: 'an officer with the task recovery.voucher at the office, or recovery.second for what waits for it',
  session: 'counter',
  allows: (actor, found): actor is Officer => officerWith(listTask[found.which]).allows(actor, found),
}

const listingOf = (_: Work, { which }: { which: 'open' | 'second' }, actor: Actor): Promise<Listing> =>
  Promise.resolve({ which, officeId: actor.kind === 'officer' ? actor.officeId : '' })

const listed = async (work: Work, tools: Tools, row: VoucherRow, actor: Officer, at: Date) => {
  const { content } = await openVoucher(tools, row)
  const doubts =
    row.state === 'waiting-second' ? doubtsOf(content, await sceneOf(work, tools, row, content, at)) : []
  return {
    caseId: row.id,
    reference: row.reference,
    state: row.state,
    openedAt: row.opened_at.toISOString(),
    name: content.name,
    doubts,
    isMine: actor.personKey !== null && row.taken_by.includes(actor.personKey),
  }
}

export const listVoucherCases = useCase({
  contract: ListVoucherCases,
  find: listingOf,
  permit: lister,
  async act(work, { which, cursor }, { actor, tools, now }) {
    // These have no due date: the queue is in the order in which they were opened.
    const { dueAt: at, id } = placeAfter(cursor)
    const rows = await store.page(work, actor.officeId, which, { at, id }, PAGE)
    const items = []
    for (const row of rows) {
      items.push(await listed(work, tools, row, actor, now))
    }
    const last = rows.at(-1)
    return { items, next: nextCursor(rows, PAGE, last && { at: last.opened_at, id: last.id }) }
  },
  audit: none('names of those whose cases this office has open; opening one case leaves a line'),
})
