/**
 * Many stays at once: a file at the desk, or a message of the place's program. Each is notified as if it had
 * come alone, and one that is wrong harms none of the others.
 */
import { ReportStayFile, ReportStays } from '../../../../contract/stays.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { facilityStaff } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { readGuestFile, readReported, type RowFault } from './guest-file.ts'
import {
  atPlace,
  findOwnPlace,
  linesOfTold,
  perPlace,
  tellStay,
  type AtPlace,
  type Telling,
} from './report-stay.ts'
import { fileRows, placeBudget } from './rules.ts'

type Taken = { readonly state: 'taken' | 'there' | 'rejected'; readonly fault: RowFault | null }

const tell = async (
  work: Work,
  tools: Tools,
  { place, told }: AtPlace,
  telling: Telling | RowFault,
  at: Date,
): Promise<Taken> => {
  const done = typeof telling === 'string' ? telling : await tellStay(work, tools, place, telling, at)
  if (typeof done === 'string') {
    return { state: 'rejected', fault: done }
  }
  if (done.isNew && done.row.subject_id !== null) {
    told.push(done.row.subject_id)
  }
  return { state: done.isNew ? 'taken' : 'there', fault: null }
}

export const reportStayFile = useCase({
  contract: ReportStayFile,
  limits: (_, __, actor) => [
    perPlace('stays.files', actor, inForce(placeBudget, presentMoment()).filesPerHour),
  ],
  find: findOwnPlace,
  permit: facilityStaff,
  async act(work, { text }, { found, tools, now }) {
    const at = atPlace(found)
    const rows = readGuestFile(text)
    const most = inForce(fileRows, now)
    if (!rows) {
      throw problem('stays.file-unreadable')
    }
    if (rows.length > most) {
      throw problem('stays.file-too-long', { params: { rows: most } })
    }
    const [rejected, counts] = [[] as { line: number; fault: RowFault }[], { taken: 0, there: 0 }]
    for (const { line, read } of rows) {
      const telling = typeof read === 'string' ? read : { ...read, id: newId(), way: 'file' as const }
      const { state, fault } = await tell(work, tools, at, telling, now)
      if (state !== 'rejected') {
        counts[state]++
      } else if (fault !== null) {
        rejected.push({ line, fault })
      }
    }
    return { rows: rows.length, ...counts, rejected }
  },
  audit: ({ found, actor, result }) => (result ? linesOfTold(found, actor.name) : null),
})

export const reportStays = useCase({
  contract: ReportStays,
  limits: (_, __, actor) => [
    perPlace('stays.messages', actor, inForce(placeBudget, presentMoment()).messagesPerHour),
  ],
  find: findOwnPlace,
  permit: facilityStaff,
  async act(work, { notices }, { found, tools, now }) {
    const results: Taken[] = []
    for (const sent of notices) {
      const read = readReported(sent)
      const telling = typeof read === 'string' ? read : { ...read, way: 'program' as const }
      results.push(await tell(work, tools, atPlace(found), telling, now))
    }
    return { results }
  },
  audit: ({ found, actor, result }) => (result ? linesOfTold(found, actor.name) : null),
})
