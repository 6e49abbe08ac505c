/**
 * "Who viewed my data": every line about the person who asks, newest first (Decree 69/2024 art. 17(2)). An
 * office and its role are shown, never an officer's name.
 */
import { ViewAccessLog } from '../../../../contract/account.ts'
import { purposesOf } from '../../../../contract/purposes/topics.ts'
import { addDays } from '../../../../formats/vietnam-day.ts'
import { readActor } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import type { Looked } from '../../registry/organisations/office-of-look.ts'
import { readerOf } from './reader.ts'
import { pageOf, readLine, saidRun } from './runs.ts'
import * as store from './access-log-store.ts'

/**
 * Runs of a page, and lines that are looked through for it: a day full of the same must not cost a page
 * each.
 */
const PAGE = 30
const SCAN = 300
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const midnightOf = (day: string): Date => new Date(`${day}T00:00:00+07:00`)

export const viewAccessLog = useCase({
  contract: ViewAccessLog,
  permit: citizenHerself,
  isForWard: true,
  async act(work, { cursor, who = 'everyone', topic, from, to }, { actor, request: { language } }) {
    if (cursor !== undefined && !ID.test(cursor)) {
      throw problem('request.invalid', { fields: [{ field: 'cursor', code: 'cursor' }] })
    }
    const rows = await store.linesAbout(work, actor.subjectId, {
      before: cursor ?? null,
      most: SCAN + 1,
      purposes: topic === undefined ? null : purposesOf(topic),
      from: from === undefined ? null : midnightOf(from),
      until: to === undefined ? null : midnightOf(addDays(to, 1)),
    })
    const scanned = rows.slice(0, SCAN).map((row) => readLine(row, actor.subjectId, language))
    const { runs, next } = pageOf(scanned, { group: who, goesOn: rows.length > SCAN, most: PAGE })
    return { items: runs.flatMap((run) => saidRun(run, language)), next }
  },
  audit: none(
    'a person reading her own log is no look at the register, and a line for each look at the lines would never end',
  ),
})

/**
 * The last time that an officer or a relying party saw something of hers; `fields` says how many. null when
 * nobody ever did.
 */
export const lastReadByOthers = async (
  read: Reading,
  subjectId: string,
  language: 'vi' | 'en',
): Promise<{ who: string; at: string; fields: number } | null> => {
  const row = await store.lastLineOfOthers(read, subjectId)
  return row
    ? { who: readerOf(row, subjectId, language).who, at: row.at.toISOString(), fields: row.fields.length }
    : null
}

/**
 * When each purpose first stood in a person's log: what has happened to her so far, for whoever shows it step
 * by step.
 */
export const firstTimes = async (read: Reading, subjectId: string): Promise<Map<string, Date>> =>
  new Map((await store.firstOfEachPurpose(read, subjectId)).map((row) => [row.purpose, row.at]))

/** A line as its person reads it, for whoever answers her about it; null where there is none. */
export const saidLookOf = async (read: Reading, subjectId: string, id: string, language: 'vi' | 'en') => {
  const row = await store.logRow(read, subjectId, id)
  const [run] = row ? saidRun([readLine(row, subjectId, language)], language) : []
  return run
    ? {
        at: run.at,
        who: run.who,
        purpose: run.words.purpose,
        fields: run.words.fields,
        outcome: run.words.outcome,
        leaf: run.leaf,
      }
    : null
}

/**
 * Which officer of which office looked, or at whose word the product did something; null for a line that is
 * not in her log.
 */
export const lookedBy = async (read: Reading, subjectId: string, id: string): Promise<Looked | null> => {
  const row = await store.logRow(read, subjectId, id)
  if (!row) {
    return null
  }
  const by = readActor(row.actor)
  const { office, officerNumber: number } = row.detail
  return {
    officerId: by.kind === 'officer' ? by.id : null,
    officerNumber: typeof number === 'string' ? number : null,
    office: typeof office === 'string' ? office : '',
  }
}
