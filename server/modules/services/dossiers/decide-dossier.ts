/**
 * The decision: put forward by whoever worked on it, and made by another pair of eyes where the procedure, a
 * refusal or an objection wants them. What it does in the registers is done in the same transaction.
 */
import { DecideDossier, ProposeDossier } from '../../../../contract/dossier-work.ts'
import type { Officer } from '../../../kernel/actor.ts'
import type { Permit } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { procedureOf } from '../procedures/known-procedures.ts'
import { applyResult } from './apply-result.ts'
import { confirmed, putForward, sentBack } from './dossier.ts'
import { approver, dossierOf, forUpdate, taker, type DossierRow } from './dossier-case.ts'
import type { Dossier } from './dossier-facts.ts'
import { DossierGranted, DossierRejected } from './events.ts'
import { mustHaveRead } from './record/judgments.ts'
import { lineOf, shown, step, titled, type FoundDossier } from './work-dossier.ts'

/** Whatever follows from a decision that stands. */
const afterwards = async (
  work: Work,
  tools: Tools,
  row: DossierRow,
  { number }: Officer,
  at: Date,
): Promise<void> => {
  const one = await procedureOf(work, row.facts.procedure, row.facts.version)
  const { content } = await dossierOf(tools, row)
  const said = await titled(work, row)
  if (row.state === 'finished') {
    await applyResult(work, tools, one, { row, content, at })
    work.publish(DossierGranted, row.subject_id, { ...said, by: number })
  }
  const reason = one.refusals.find(({ id }) => id === content.proposal?.refusal)
  if (row.state === 'rejected' && reason) {
    work.publish(DossierRejected, row.subject_id, { ...said, reason: reason.words })
  }
}

export const proposeDossier = useCase({
  contract: ProposeDossier,
  find: forUpdate,
  permit: taker,
  async act(work, input, doing) {
    const { actor, tools, now } = doing
    const { facts } = doing.found.row
    const one = await procedureOf(work, facts.procedure, facts.version)
    const proposal = {
      verdict: input.verdict,
      refusal: input.verdict === 'refuse' ? input.refusal : null,
      note: input.note ?? '',
      by: actor.number,
    }
    const change = (before: Dossier): Dossier => {
      if (input.verdict === 'grant') {
        mustHaveRead(before.content.judgments, one, input.seen)
      }
      return putForward(before, proposal, one)
    }
    const after = await step(work, doing, change, {
      note: input.note ?? null,
    })
    await afterwards(work, tools, after, actor, now)
    return shown(work, after, doing)
  },
  audit: lineOf('dossier-proposed'),
})

const eyesFor = ({ row }: FoundDossier) => (row.state === 'put-forward' ? approver : taker)
/** Without anything put forward there is nothing to be second to: whoever may work on it hears that. */
const decider: Permit<Officer, FoundDossier> = {
  ...approver,
  allows: (actor, found): actor is Officer => eyesFor(found).allows(actor, found),
  refusal: (actor, found) => eyesFor(found).refusal?.(actor, found) ?? null,
}

export const decideDossier = useCase({
  contract: DecideDossier,
  find: forUpdate,
  permit: decider,
  async act(work, { verdict, seen, note = null }, doing) {
    const { row } = doing.found
    if (row.state !== 'put-forward') {
      throw problem('services.not-put-forward')
    }
    if (verdict === 'send-back') {
      return shown(work, await step(work, doing, sentBack, { what: 'sent-back', note }), doing)
    }
    const one = await procedureOf(work, row.facts.procedure, row.facts.version)
    const change = (before: Dossier): Dossier => {
      if (before.content.proposal?.verdict === 'grant') {
        mustHaveRead(before.content.judgments, one, seen)
      }
      return confirmed(before)
    }
    const after = await step(work, doing, change, { note })
    await afterwards(work, doing.tools, after, doing.actor, doing.now)
    return shown(work, after, doing)
  },
  audit: lineOf('dossier-decided'),
})
