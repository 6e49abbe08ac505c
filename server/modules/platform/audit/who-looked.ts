/**
 * "Who looked at my data": every line about the person who asks, newest first (Decree 69/2024 art. 17(2)). An
 * office and its role are
 * shown, never an officer's name.
 */
import { ViewLooks } from '../../../../contract/account.ts'
import { none } from '../../../kernel/audit-line.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import { onLooker } from './looker.ts'
import * as store from './store.ts'

const PAGE = 30
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const viewLooks = useCase({
  contract: ViewLooks,
  permit: citizenHerself,
  isForWard: true,
  async act(work, { cursor }, { actor, request }) {
    if (cursor !== undefined && !ID.test(cursor)) {
      throw problem('request.invalid', { fields: [{ field: 'cursor', code: 'cursor' }] })
    }
    const rows = await store.linesAbout(work, actor.subjectId, cursor ?? null, PAGE + 1)
    const page = rows.slice(0, PAGE)
    return {
      items: page.map((row) => ({
        id: row.id,
        at: row.at.toISOString(),
        ...onLooker(row, actor.subjectId, request.language),
        purpose: row.purpose,
        fields: row.fields,
        outcome: row.outcome,
        leaf: row.leaf_no,
      })),
      next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    }
  },
  audit: none(
    'a person reading her own log is no look at the register, and a line for each look at the lines would never end',
  ),
})

/**
 * The last time that an officer or a relying party saw something of hers; `fields` says how many. null when
 * nobody ever did.
 */
export const lastLookOfOthers = async (
  read: Reading,
  subjectId: string,
  language: 'vi' | 'en' = 'vi',
): Promise<{ who: string; at: string; fields: number } | null> => {
  const row = await store.lastLineOfOthers(read, subjectId)
  return row
    ? { who: onLooker(row, subjectId, language).who, at: row.at.toISOString(), fields: row.fields.length }
    : null
}

/**
 * When each purpose first stood in a person's log: what has happened to her so far, for whoever shows it step
 * by step.
 */
export const firstTimes = async (read: Reading, subjectId: string): Promise<Map<string, Date>> =>
  new Map((await store.firstOfEachPurpose(read, subjectId)).map((row) => [row.purpose, row.at]))
