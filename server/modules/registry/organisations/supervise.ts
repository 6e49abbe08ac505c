/** What whoever supervises an office sees of unusual volumes there, and what came of asking. */
import type { InputOf } from '../../../../contract/operation.ts'
import { SettleUnusualVolume, ViewUnusualVolumes } from '../../../../contract/supervision.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { officerWith, type Permit } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { Task } from './mandate.ts'
import * as store from './notice-store.ts'

const TASK = 'officer.supervise' satisfies Task
const supervisor = officerWith(TASK)

/** One person may have two numbers. */
const isAbout = ({ officerId, personKey }: Officer, row: store.NoticeRow): boolean =>
  row.officer_id === officerId || (personKey !== null && row.person_digest?.toString('hex') === personKey)

const PAGE = 30
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const viewUnusualVolumes = useCase({
  contract: ViewUnusualVolumes,
  permit: supervisor,
  async act(work, { cursor }, { actor }) {
    if (cursor !== undefined && !ID.test(cursor)) {
      throw problem('request.invalid', { fields: [{ field: 'cursor', code: 'shape' }] })
    }
    const rows = await store.noticesOf(work, actor.officeId, cursor ?? null, PAGE + 1)
    return {
      items: rows.slice(0, PAGE).map((row) => ({
        id: row.id,
        at: row.at.toISOString(),
        kind: row.kind,
        count: row.count,
        officer: { number: row.number, name: row.name, isMe: isAbout(actor, row) },
        settled:
          row.settled_at && row.verdict ? { at: row.settled_at.toISOString(), verdict: row.verdict } : null,
      })),
      next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
    }
  },
  audit: none('figures about officers; nobody whom they looked up is named'),
})

interface Noticed {
  readonly officeId: string
  readonly row: store.NoticeRow
}
const anotherSupervisor: Permit<Officer, Noticed> = {
  says: `an officer with the task ${TASK} at the office, never about herself`,
  session: 'counter',
  allows: (actor, found): actor is Officer => supervisor.allows(actor, found) && !isAbout(actor, found.row),
  refusal: (actor, found) => (supervisor.allows(actor, found) ? 'supervision.about-yourself' : null),
}

const findNotice = async (
  work: Work,
  { noticeId }: InputOf<typeof SettleUnusualVolume>,
  actor: Actor,
): Promise<Noticed> => {
  const row = actor.kind === 'officer' ? await store.notice(work, actor.officeId, noticeId) : undefined
  if (!row) {
    throw problem('supervision.no-such-notice')
  }
  return { officeId: row.office_id, row }
}

export const settleUnusualVolume = useCase({
  contract: SettleUnusualVolume,
  find: findNotice,
  permit: anotherSupervisor,
  act(work, { verdict }, { actor, found, now }) {
    if (found.row.settled_at) {
      throw problem('supervision.notice-settled')
    }
    store.settleNotice(work, found.row, { verdict, by: actor.officerId, at: now })
    return Promise.resolve({ at: now.toISOString(), verdict })
  },
  audit: ({ actor, found, input, refusal }) => ({
    about: null,
    purpose: 'unusual-volume-settled',
    outcome: refusal ?? input.verdict,
    detail: {
      officerNumber: actor.number,
      office: actor.officeName,
      aboutOfficer: found.row.number,
      notice: found.row.id,
    },
  }),
})

/** For the counter's overview. Nothing of the law is due. */
export const unusualFigures = async (read: Reading, officeId: string) => ({
  waiting: await store.waitingNotices(read, officeId),
  overdue: 0,
  nextDueAt: null,
})
