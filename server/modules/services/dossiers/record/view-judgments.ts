/**
 * What the register of judgments says, before whoever decides on a certificate; and the word of an officer on
 * an entry that is not plainly this person's. Each look leaves a line that the person sees.
 */
import type { z } from 'zod'
import { SettleJudgment, ViewJudgments } from '../../../../../contract/dossier-work.ts'
import type { Officer } from '../../../../kernel/actor.ts'
import { dayInVietnam } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { seenOfPerson } from '../../../../../contract/purposes/fields.ts'
import { lineOf } from '../../../cases/casework/case-access.ts'
import { officerAbout } from '../../../registry/organisations/second-eyes.ts'
import { procedureOf } from '../../procedures/known-procedures.ts'
import { dossierOf, find, forUpdate, taker, type DossierRow } from '../dossier-case.ts'
import type { Dossier } from '../dossier-facts.ts'
import { step } from '../work-dossier.ts'
import { certificateOf, isHers, isTold, needsSecond, openEntries, sealOf, settledAs } from './judgments.ts'

type View = z.infer<(typeof ViewJudgments)['output']>
const worked = new Set(['received', 'processing'])

const viewOf = async (
  work: Work,
  tools: Tools,
  row: DossierRow,
  { actor, now }: { readonly actor: Officer; readonly now: Date },
): Promise<View> => {
  const { content, facts, state } = await dossierOf(tools, row)
  const certificate = certificateOf(await procedureOf(work, facts.procedure, facts.version))
  const said = content.judgments
  if (!said || certificate === null) {
    throw problem('services.register-waits')
  }
  return {
    seen: sealOf(said),
    certificate,
    answeredAt: said.answeredAt,
    asOf: said.asOf,
    judgments: said.judgments.map((one) => ({
      ...one,
      offences: [...one.offences],
      isTold: isTold(one, certificate, dayInVietnam(now)),
    })),
    bans: said.bans?.map((one) => ({ ...one, isTold: isHers(one) })) ?? null,
    open: openEntries(said),
    needsSecond: needsSecond(said),
    maySettle: worked.has(state) && actor.tasks.includes('dossier.work'),
  }
}

const fields = ['dossier', 'judgments', ...seenOfPerson] as const
const reader = officerAbout(['dossier.work', 'dossier.decide'], 'services.about-yourself')

export const viewJudgments = useCase({
  contract: ViewJudgments,
  find,
  permit: reader,
  act: (work, _, doing) => viewOf(work, doing.tools, doing.found.row, doing),
  // Whoever looks before there is an answer has read nothing of her.
  audit: (done) =>
    done.refusal === 'services.register-waits'
      ? null
      : lineOf({ purpose: 'dossier-judgments-seen', fields })({ ...done, result: null }),
})

export const settleJudgment = useCase({
  contract: SettleJudgment,
  find: forUpdate,
  permit: taker,
  async act(work, { entry, isHers: is, note }, doing) {
    const { actor, now, tools } = doing
    if (!worked.has(doing.found.row.state)) {
      throw problem('services.dossier-closed')
    }
    const change = (before: Dossier): Dossier => {
      const said = before.content.judgments
      if (!said) {
        throw problem('services.register-waits')
      }
      const settled = { isHers: is, note, by: actor.number, at: now.toISOString() }
      return { ...before, content: { ...before.content, judgments: settledAs(said, entry, settled) } }
    }
    const after = await step(work, doing, change, { what: 'entry-settled', note })
    return viewOf(work, tools, after, doing)
  },
  audit: (done) => lineOf({ purpose: 'dossier-judgment-settled', fields })({ ...done, result: null }),
})
