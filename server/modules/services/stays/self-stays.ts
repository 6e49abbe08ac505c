/**
 * A guest notifies her own stay by the code that is printed at the place: the register says who she is,
 * nobody types her number, and the place reads no more of her than of whom it typed itself.
 */
import { CancelOwnStay, ReportOwnStay, ViewStayPlace } from '../../../../contract/home-stays.ts'
import { actorReference, type Actor } from '../../../kernel/actor.ts'
import { none, type LineOf } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { changeNotice } from './change-stay.ts'
import { placeOfCode, type Place } from './facility.ts'
import { documentEnd, viewOf, type Guest } from './notice.ts'
import { faultProblem, perPlace, tellStay } from './report-stay.ts'
import { ownBudget, reasonsOfKind } from './rules.ts'
import { dueOf } from './stay-time.ts'
import * as store from './stay-store.ts'

interface ByCode {
  readonly place: Place
}
const findByCode = async (
  work: Work,
  { code }: { readonly code: string },
  _: Actor,
  tools: Tools,
): Promise<ByCode> => {
  const place = await placeOfCode(work, tools, code)
  if (!place) {
    throw problem('stays.code-unknown')
  }
  return { place }
}
const mustBeActive = ({ place }: ByCode): void => {
  if (place.isSuspended) {
    throw problem('stays.facility-suspended')
  }
}

/** As the register has her; a plain Error for an account without an entry, which there is not. */
const herself = async (read: Reading, tools: Tools, subjectId: string): Promise<Guest> => {
  const account = await findAccount(read, subjectId)
  const person = account && (await findPerson(read, tools, account.personalNumber))
  if (!person) {
    throw new Error('the register has lost the holder of an account')
  }
  const { fullName, birthDate, personalNumber } = person
  return { fullName, birthDate, personalNumber }
}

export const viewStayPlace = useCase({
  contract: ViewStayPlace,
  limits: (_, __, actor) => [
    {
      scope: 'stays.place-looks',
      key: actorReference(actor),
      most: inForce(ownBudget, presentMoment()).looksPerHour,
      per_s: 3600,
    },
  ],
  find: findByCode,
  permit: citizenHerself,
  async act(work, _, { found: { place }, actor, tools, now }) {
    const guest = await herself(work, tools, actor.subjectId)
    return {
      name: place.name,
      kind: place.kind,
      address: place.address,
      office: await officeName(work, place.officeId),
      isSuspended: place.isSuspended,
      dueAt: dueOf(now).toISOString(),
      reasons: [...inForce(reasonsOfKind, now)[place.kind]],
      shows: { fullName: guest.fullName, documentEnd: documentEnd(guest) },
    }
  },
  audit: none('a registered place is public, and what she would share is her own'),
})

const TOLD: LineOf<'stay-self-told'>['fields'] = ['fullName', 'birthDate', 'personalNumber']

export const reportOwnStay = useCase({
  contract: ReportOwnStay,
  limits: (_, __, actor) => [
    perPlace('stays.own-notices', actor, inForce(ownBudget, presentMoment()).noticesPerHour),
  ],
  find: findByCode,
  permit: citizenHerself,
  async act(work, { id, stay }, { found, actor, tools, now }) {
    mustBeActive(found)
    const guest = await herself(work, tools, actor.subjectId)
    const done = await tellStay(work, tools, found.place, { id, guest, stay, way: 'self' }, now)
    if (typeof done === 'string') {
      throw faultProblem(done, now)
    }
    return { notice: viewOf(tools, done.row), isNew: done.isNew }
  },
  audit: ({ found: { place }, actor, result }) =>
    result?.isNew
      ? { about: actor.subjectId, purpose: 'stay-self-told', fields: TOLD, detail: { client: place.name } }
      : null,
})

/** Only what she told herself: what the place told is the place's to take back. */
export const cancelOwnStay = useCase({
  contract: CancelOwnStay,
  find: findByCode,
  permit: citizenHerself,
  async act(work, { id }, { found, actor, tools, now }) {
    mustBeActive(found)
    const { place } = found
    const row = await store.forUpdate(work, { officeId: place.officeId, facilityId: place.id }, id)
    if (row?.subject_id !== actor.subjectId || row.way !== 'self') {
      throw problem('stays.no-such-notice')
    }
    const to = { change: 'cancel', why: 'other' } as const
    return viewOf(tools, (await changeNotice(work, tools, { place, id, to }, now)).row)
  },
  audit: ({ found: { place }, actor, result }) =>
    result
      ? { about: actor.subjectId, purpose: 'stay-self-cancelled', detail: { client: place.name } }
      : null,
})
