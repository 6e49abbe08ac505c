/**
 * A line in a small log in memory, with its salt, for whoever tries what a browser checks. For tests only.
 */
import { lineDigest, type StoredLine } from '../server/kernel/audit-store.ts'
import { examplePerson } from './audit-log.ts'
import { WitnessLog } from './witness-log.ts'

export const insertedLine = (seed: Uint8Array) => {
  const line: StoredLine = {
    subject_id: examplePerson(1),
    id: examplePerson(500),
    at: '2026-11-30T05:06:07.890Z',
    use_case: 'counter.search',
    actor: `officer:${examplePerson(2)}`,
    purpose: 'enrolment-check',
    outcome: 'done',
    fields: ['fullName', 'portrait'],
    detail: { office: 'Công an phường Sen', officerNumber: '123-456' },
  }
  const salt = Buffer.alloc(16, 7)
  const log = new WitnessLog(seed).grow(21).add(lineDigest(line, salt)).grow(30)
  return { log, line, salt, leafNo: 21 }
}
