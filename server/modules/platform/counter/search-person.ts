/**
 * Looking a person up by her whole number, for a purpose. Office, purpose and fields stand in her own log
 * with the look itself: in the same
 * transaction, and under her number's subject also when she has no account yet. Who looks up unusually many
 * is announced.
 */
import { SearchPerson, ViewMyLooks } from '../../../../contract/counter.ts'
import type { InputOf, OutputOf } from '../../../../contract/operation.ts'
import { actorReference, type Actor, type Officer } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { later, now as presentMoment } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { officerWith, type Permit } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { showRegisterPortrait } from '../../evidence/capture/shown-portrait.ts'
import { findAccount, reserveSubject } from '../../people/accounts/open-account.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { numbersOf, publishUnusual } from '../../registry/organisations/person-budget.ts'
import { residenceOf } from '../../registry/population/person.ts'
import { purposesWithReference, searchBudget, type SearchPurpose } from './rules.ts'
import * as store from './store.ts'

const DAY_S = 86_400
const FIELDS = ['personalNumber', 'fullName', 'birthDate', 'sex', 'residence', 'card', 'account'] as const
type SearchField = (typeof FIELDS)[number] | 'portrait'
/** What the look showed, as her log says it. */
const fieldsOf = (
  { withPortrait }: InputOf<typeof SearchPerson>,
  person: OutputOf<typeof SearchPerson>['person'],
): readonly SearchField[] =>
  person ? [...FIELDS, ...(withPortrait ? (['portrait'] as const) : [])] : ['personalNumber']

interface Sought {
  readonly officeId: string
  readonly subjectId: string
}
/** What a refused permit leaves here is undone. */
const findSought = async (
  work: Work,
  { personalNumber }: InputOf<typeof SearchPerson>,
  actor: Actor,
  tools: Tools,
): Promise<Sought> =>
  actor.kind === 'officer'
    ? { officeId: actor.officeId, subjectId: await reserveSubject(work, tools, personalNumber) }
    : { officeId: '', subjectId: '' }

interface About {
  readonly numberEnd: string
  readonly reference: string | null
}
const COLUMN = 'counter_look.about'

/** Her own log, and the count: exactly the look that reaches the bound is published, once in a day. */
const keepLook = async (
  work: Work,
  tools: Tools,
  actor: Officer,
  look: { purpose: SearchPurpose; isFound: boolean; about: About; at: Date },
): Promise<void> => {
  const { at, purpose, isFound, about } = look
  await store.insertLook(work, {
    officer_id: actor.officerId,
    id: newId(),
    office_id: actor.officeId,
    at,
    purpose,
    is_found: isFound,
    sealed_about: tools.sealer.sealWithPlatformKey(COLUMN, JSON.stringify(about)),
  })
  const { unusualPerDay: count } = inForce(searchBudget, at)
  const numbers = await numbersOf(work, actor)
  if ((await store.looksSince(work, numbers, later(at, -DAY_S), count + 1)) === count) {
    publishUnusual(work, actor, { kind: 'looks-per-day', count, useCase: SearchPerson.name, at })
  }
}

interface Looking {
  readonly subjectId: string
  readonly actor: Officer
  readonly at: Date
  readonly withPortrait: boolean
}

const personSeen = async (
  work: Work,
  tools: Tools,
  number: string,
  { subjectId, actor, at, withPortrait }: Looking,
) => {
  const person = await findPerson(work, tools, number)
  if (!person) {
    return null
  }
  const account = await findAccount(work, subjectId)
  return {
    personalNumber: person.personalNumber,
    fullName: person.fullName,
    birthDate: person.birthDate,
    sex: person.sex,
    residence: residenceOf(person).address,
    lifeStatus: person.lifeStatus,
    card: person.card && {
      state: person.card.state,
      issuedOn: person.card.issuedOn,
      expiresOn: person.card.expiresOn,
    },
    // Asked for by itself: most who look somebody up do so to take her portrait next.
    portrait: withPortrait
      ? await showRegisterPortrait(work, tools, number, { actor, at, size: 'glance', hasTakenLive: false })
      : null,
    account: account && { level: account.level, state: account.state },
  }
}

/**
 * A document's or case's number may stand in her log; a sentence, which may name others, stands in the
 * officer's own only.
 */
const numberIn = (reference: string | undefined): string | null =>
  reference !== undefined && /^[\p{Lu}\d][\p{Lu}\d./-]{2,39}$/u.test(reference) ? reference : null

/** Throws `counter.reference-required`. */
export const mustHaveReference = (purpose: SearchPurpose, reference: string | undefined, at: Date): void => {
  if (inForce(purposesWithReference, at).includes(purpose) && !reference) {
    throw problem('counter.reference-required')
  }
}

export const searchPerson = useCase({
  contract: SearchPerson,
  isNeverReplayed: true,
  limits: (_, __: RequestContext, actor) => [
    {
      scope: 'counter.search',
      key: actorReference(actor),
      most: inForce(searchBudget, presentMoment()).perHour,
      per_s: 3600,
    },
  ],
  find: findSought,
  permit: officerWith('person.search'),
  async act(
    work,
    { personalNumber, purpose, reference, withPortrait = false },
    { found, actor, tools, now },
  ) {
    mustHaveReference(purpose, reference, now)
    const person = await personSeen(work, tools, personalNumber, {
      subjectId: found.subjectId,
      actor,
      at: now,
      withPortrait,
    })
    await keepLook(work, tools, actor, {
      purpose,
      isFound: person !== null,
      about: { numberEnd: personalNumber.slice(-3), reference: reference || null },
      at: now,
    })
    return { person }
  },
  audit: ({ found, actor, input, result }) => ({
    about: found.subjectId,
    purpose: `search-${input.purpose}`,
    fields: fieldsOf(input, result?.person ?? null),
    outcome: 'read',
    detail: { office: actor.officeName, officerNumber: actor.number, reference: numberIn(input.reference) },
  }),
})

const PAGE = 30
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const anOfficer: Permit<Officer> = {
  says: 'an officer, for her own look-ups',
  session: 'counter',
  allows: (actor): actor is Officer => actor.kind === 'officer',
}

export const viewMyLooks = useCase({
  contract: ViewMyLooks,
  permit: anOfficer,
  async act(work, { cursor }, { actor, tools }) {
    if (cursor !== undefined && !ID.test(cursor)) {
      throw problem('request.invalid', { fields: [{ field: 'cursor', code: 'shape' }] })
    }
    const rows = await store.looksOf(work, actor.officerId, cursor ?? null, PAGE + 1)
    const page = rows.slice(0, PAGE)
    return {
      items: page.map(({ id, at, purpose, is_found: isFound, sealed_about }) => {
        const { numberEnd, reference } = JSON.parse(
          tools.sealer.unsealWithPlatformKey(COLUMN, sealed_about).toString('utf8'),
        ) as About
        return { id, at: at.toISOString(), purpose, reference, isFound, numberEnd }
      }),
      next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    }
  },
  audit: none("an officer's own log, which holds no more of a person than the end of a number"),
})
