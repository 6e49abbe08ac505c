/**
 * A line of her own log with what her browser needs to prove it: content and salt as they were digested, the
 * hashes up to the root, and a signed checkpoint over it (Decree 69/2024 art. 17(2): she sees the history of
 * use; here she need not believe us).
 */
import type { z } from 'zod'
import { ViewLineProof } from '../../../../contract/transparency-log.ts'
import { actorReference, holderOf, type Citizen } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import { lineOf } from './audited-line.ts'
import { readCheckpoint } from './checkpoint.ts'
import { leafHash } from './merkle-tree.ts'
import { proofsPerHour } from './rules.ts'
import { inclusionProof } from './stored-tree.ts'
import { lineAbout } from './access-log-store.ts'
import * as store from './store.ts'
import { isTold } from './told-line.ts'
import { newestCosigned } from './witness/ask-witness.ts'

type ProvenLine = z.infer<(typeof ViewLineProof)['output']>['line']

/** A changed line is given as it stands: the browser finds that it does not fit its leaf. */
export const provenLine = (row: store.LineRow & { leaf_no: number | null }, actor: Citizen): ProvenLine => {
  const line = lineOf(row)
  const { salt } = row
  const content =
    salt === null ? 'erased' : isTold(line, [actor.subjectId, holderOf(actor)]) ? 'open' : 'withheld'
  const isOpen = content === 'open'
  return {
    id: row.id,
    at: new Date(Number(row.at_s) * 1000).toISOString(),
    content,
    line: isOpen ? { ...line, fields: [...line.fields] } : null,
    salt: isOpen && salt ? salt.toString('hex') : null,
    leafHash: leafHash(row.digest).toString('base64'),
    leaf: row.leaf_no,
  }
}

/**
 * The newest checkpoint over a leaf that a witness has cosigned; the newest one where none has come so far.
 */
const noteOver = async (read: Reading, leaf: number): Promise<{ note: string; size: number } | null> => {
  const cosigned = await newestCosigned(read)
  const size = cosigned === null ? 0 : (readCheckpoint(cosigned)?.size ?? 0)
  if (cosigned !== null && size > leaf) {
    return { note: cosigned, size }
  }
  return (await store.newestCheckpoint(read)) ?? null
}

export const viewLineProof = useCase({
  contract: ViewLineProof,
  permit: citizenHerself,
  isForWard: true,
  limits: (_, __: RequestContext, actor) => [
    {
      scope: 'audit.line-proof',
      key: actorReference(actor),
      most: inForce(proofsPerHour, presentMoment()),
      per_s: 3600,
    },
  ],
  async act(work, { id }, { actor }) {
    const row = await lineAbout(work, actor.subjectId, id)
    if (!row) {
      throw problem('audit.no-such-line')
    }
    const line = provenLine(row, actor)
    const over = row.leaf_no === null ? null : await noteOver(work, row.leaf_no)
    if (row.leaf_no === null || over === null || over.size <= row.leaf_no) {
      return { line, proof: null }
    }
    const hashes = await inclusionProof(work, row.leaf_no, over.size)
    return { line, proof: { note: over.note, hashes: hashes.map((hash) => hash.toString('base64')) } }
  },
  audit: none(
    'a person reading her own log is no look at the register, and a line for each look at the lines would never end',
  ),
})
