/**
 * A person's whole log with its proofs, for whoever is to believe it without asking us: she downloads it as
 * one file, which tools/verify-audit.py checks (Decree 356/2025: she may have what is held of her).
 */
import { ExportOwnLog } from '../../../../contract/transparency-log.ts'
import { fieldTexts, outcomeText, purposeText } from '../../../../contract/purposes/words.ts'
import { actorReference } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import { wholeLinesAbout } from './access-log-store.ts'
import { lineOf } from './audited-line.ts'
import { provenLine } from './line-proof.ts'
import { readerOf } from './reader.ts'
import { exportPagesPerHour } from './rules.ts'
import { inclusionProofs } from './stored-tree.ts'
import * as store from './store.ts'

const PAGE = 50
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Row = Awaited<ReturnType<typeof wholeLinesAbout>>[number]

/** Of the lines that the checkpoint covers. */
const proofsOf = async (
  read: Reading,
  rows: readonly Row[],
  size: number,
): Promise<ReadonlyMap<number, string[]>> => {
  const leaves = rows.map(({ leaf_no }) => leaf_no).filter((leaf) => leaf !== null && leaf < size)
  const proofs = await inclusionProofs(read, leaves as number[], size)
  return new Map(proofs.map((hashes, i) => [leaves[i] ?? -1, hashes.map((hash) => hash.toString('base64'))]))
}

const wordsOf = (row: Row, subjectId: string, language: 'vi' | 'en') => ({
  who: readerOf(lineOf(row), subjectId, language).who,
  purpose: purposeText(row.purpose, language),
  fields: fieldTexts(row.fields, language),
  outcome: outcomeText(row.outcome, language),
})

export const exportOwnLog = useCase({
  contract: ExportOwnLog,
  permit: citizenHerself,
  isForWard: true,
  limits: (_, __: RequestContext, actor) => [
    {
      scope: 'audit.export-own',
      key: actorReference(actor),
      most: inForce(exportPagesPerHour, presentMoment()),
      per_s: 3600,
    },
  ],
  async act(work, { cursor, size }, { actor, request: { language } }) {
    if (cursor !== undefined && !ID.test(cursor)) {
      throw problem('request.invalid', { fields: [{ field: 'cursor', code: 'cursor' }] })
    }
    const checkpoint = await (size === undefined
      ? store.newestCheckpoint(work)
      : store.checkpointAt(work, size))
    if (size !== undefined && !checkpoint) {
      throw problem('audit.no-such-checkpoint')
    }
    const rows = await wholeLinesAbout(work, actor.subjectId, cursor ?? null, PAGE + 1)
    const page = rows.slice(0, PAGE)
    const proofs = await proofsOf(work, page, checkpoint?.size ?? 0)
    return {
      note: checkpoint?.note ?? null,
      size: checkpoint?.size ?? null,
      lines: page.map((row) => ({
        ...provenLine(row, actor),
        words: wordsOf(row, actor.subjectId, language),
        hashes: proofs.get(row.leaf_no ?? -1) ?? null,
      })),
      next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    }
  },
  audit: none(
    'a person reading her own log is no look at the register, and a line for each look at the lines would never end',
  ),
})
