/** Where somebody stays or stayed within an office's area, by her whole number and for a purpose. */
import { SearchStays } from '../../../../contract/stays.ts'
import type { InputOf } from '../../../../contract/operation.ts'
import { actorReference, type Actor } from '../../../kernel/actor.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { officerWith } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { reserveSubject } from '../../people/accounts/open-account.ts'
import { guestDigest } from './notice.ts'
import { seenOf } from './police-view.ts'
import * as store from './police-store.ts'
import { policeBudget, searchesWithReference } from './rules.ts'

const SHOWN = 100

interface Sought {
  readonly officeId: string
  /** Null for a passport. */
  readonly subjectId: string | null
}
const findSought = async (
  work: Work,
  { personalNumber }: InputOf<typeof SearchStays>,
  actor: Actor,
  tools: Tools,
): Promise<Sought> =>
  actor.kind === 'officer'
    ? {
        officeId: actor.officeId,
        subjectId: personalNumber === undefined ? null : await reserveSubject(work, tools, personalNumber),
      }
    : { officeId: '', subjectId: null }

/** Throws `stays.one-number` unless exactly one paper is named whole. */
const soughtDigest = (
  tools: Tools,
  { personalNumber, passport, nationality }: InputOf<typeof SearchStays>,
): Buffer => {
  const isOne = (personalNumber === undefined) !== (passport === undefined)
  if (!isOne || (passport !== undefined && nationality === undefined)) {
    throw problem('stays.one-number')
  }
  return guestDigest(tools, { personalNumber, passport, nationality })
}

/** The number of a paper may stand in her log; a sentence, which may name others, may not. */
const numberIn = (reference: string | undefined): string | null =>
  reference !== undefined && /^[\p{Lu}\d][\p{Lu}\d./-]{2,39}$/u.test(reference) ? reference : null

export const searchStays = useCase({
  contract: SearchStays,
  isNeverReplayed: true,
  limits: (_, __, actor) => [
    {
      scope: 'stays.search',
      key: actorReference(actor),
      most: inForce(policeBudget, presentMoment()).searchesPerHour,
      per_s: 3600,
    },
  ],
  find: findSought,
  permit: officerWith('stay.view'),
  async act(work, input, { actor, tools, now }) {
    if (inForce(searchesWithReference, now).includes(input.purpose) && !input.reference) {
      throw problem('counter.reference-required')
    }
    const rows = await store.staysOf(work, actor.officeId, soughtDigest(tools, input), SHOWN + 1)
    return { items: rows.slice(0, SHOWN).map((row) => seenOf(tools, row)), areAll: rows.length <= SHOWN }
  },
  audit: ({ found, actor, input, result }) => ({
    about: found.subjectId,
    purpose: `stay-search-${input.purpose}`,
    fields: result?.items.length
      ? ['fullName', 'birthDate', 'personalNumber', 'residence']
      : ['personalNumber'],
    outcome: 'read',
    detail: { office: actor.officeName, officerNumber: actor.number, reference: numberIn(input.reference) },
  }),
})
