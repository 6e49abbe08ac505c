/**
 * A log to try tampering on: lines of a few synthetic people, numbered in batches, beside its checkpoint
 * file. For tests and benches only.
 */
import { insertLine, NOBODY, type StoredLine } from '../server/kernel/audit-store.ts'
import { actorReference, system } from '../server/kernel/actor.ts'
import type { LineDetail } from '../server/kernel/audit-line.ts'
import type { Transact, Work } from '../server/kernel/work.ts'
import { publishedLength_bytes } from '../server/modules/platform/audit/checkpoint-file.ts'
import {
  publishCheckpoints,
  sequenceLines,
  type Sequencing,
} from '../server/modules/platform/audit/sequence-lines.ts'
import {
  verifyLog,
  type AuditVerdict,
  type VerifyAudit,
} from '../server/modules/platform/audit/verify-audit.ts'

export const examplePerson = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Every kind of value that a detail may hold, and text that jsonb and arrays must give back unchanged. */
const details: readonly (LineDetail | undefined)[] = [
  undefined,
  { office: 'Công an phường Sen', role: 'Cán bộ tiếp nhận', isUrgent: true, note: null },
  { score: 0.1, tiny: 1e-7, huge: 1e21, minus: -0, count: 9_007_199_254_740_991, exact: 0.30000000000000004 },
  {
    text: 'quote " slash \\ tab \t line \n separator \u2028 emoji 🪷 delete \u007f',
    empty: '',
    ключ: 'б',
    a: 1,
    B: 2,
    '': 3,
  },
]

/** Not every code is one that this release writes: the log keeps what older ones wrote. */
export const exampleLine = (i: number): Omit<StoredLine, 'id' | 'at'> => ({
  use_case: i % 3 === 0 ? 'wallet.identity-card' : 'enrolment.view',
  actor: actorReference(
    i % 2 === 0
      ? {
          kind: 'officer',
          officerId: examplePerson(900),
          number: 'CB-1',
          officeId: examplePerson(901),
          officeName: 'Office',
          sessionId: examplePerson(902),
          tasks: [],
          personKey: null,
          desk: '',
        }
      : system('expiry'),
  ),
  outcome: i % 7 === 0 ? 'permit.refused' : 'done',
  subject_id: i % 11 === 0 ? NOBODY : examplePerson(i % 5),
  purpose: 'enrolment-check',
  fields: i % 4 === 0 ? [] : ['fullName', 'comma, "quote"', 'NULL', '{brace}', ''],
  detail: details[i % details.length] ?? {},
})

export const writeExampleLines = (transact: Transact, count: number): Promise<void> =>
  transact(async (work: Work) => {
    for (let i = 0; i < count; i++) {
      insertLine(work, exampleLine(i))
    }
  })

/** Writes and numbers a batch per count. */
export const growExampleLog = async (
  transact: Transact,
  sequencing: Sequencing,
  counts: readonly number[],
): Promise<void> => {
  for (const count of counts) {
    await writeExampleLines(transact, count)
    await transact((work) => sequenceLines(work, sequencing))
    await transact((work) => publishCheckpoints(work, sequencing))
  }
}

class Undone extends Error {
  readonly verdict: AuditVerdict
  constructor(verdict: AuditVerdict) {
    super('undone')
    this.verdict = verdict
  }
}

/** The verdict after a deed that is then undone. */
export const verdictAfterUndone = async (
  transact: Transact,
  means: Omit<VerifyAudit, 'pool' | 'cosigned'>,
  deed: (work: Work) => Promise<unknown>,
): Promise<AuditVerdict> => {
  const length_bytes =
    means.checkpointsFile === null ? null : await publishedLength_bytes(means.checkpointsFile)
  const error: unknown = await transact(async (work) => {
    await deed(work)
    throw new Undone(await verifyLog(work, { ...means, length_bytes }))
  }).catch((thrown: unknown) => thrown)
  if (error instanceof Undone) {
    return error.verdict
  }
  throw error
}
