/**
 * What was accepted becomes a dossier: under the draft's id, once however often it is sent, with its official
 * code `<office>-YYMMDD-NNNN` (Circular 01/2018/TT-VPCP; the number begins anew each day at each office), and
 * whoever has to agree is asked.
 */
import { newId } from '../../../kernel/id.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { keepAttachment } from '../../cases/casework/case-file.ts'
import { aboutKeyOf, openOnce, type OpenedOnce } from '../../cases/casework/open-case.ts'
import { CENTRAL_OFFICE } from '../../registry/organisations/mandate.ts'
import { officeCode, officeName } from '../../registry/organisations/office-name.ts'
import type { Accepted } from '../procedures/filing/accept-filing.ts'
import { closingAfterDays } from '../procedures/legal-clock.ts'
import { dueOfDossier } from './dossier.ts'
import type { DossierContent, DossierFacts } from './dossier-facts.ts'
import type { DossierState } from '../../../../contract/dossiers.ts'
import { dossierKind, type DossierRow } from './dossier-case.ts'
import * as store from './dossier-store.ts'
import { DossierConsentAsked, DossierFiled } from './events.ts'
import { consentDays } from './rules.ts'

const CODE_MOST = 12

/** Of an office and a day. A code is never given twice; a number may stay unused. */
const nextReference = async (work: Work, officeId: string, at: Date): Promise<string> => {
  const day = dayInVietnam(at)
  const office = ((await officeCode(work, officeId)) || CENTRAL_OFFICE.code)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '-')
  const number = await store.nextNumber(work, officeId, day)
  return `${office.slice(0, CODE_MOST)}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`
}

const contentOf = (accepted: Accepted): DossierContent => ({
  personalNumber: accepted.personalNumber,
  name: accepted.name,
  filedBy: accepted.filedBy,
  unit: accepted.unit,
  answers: accepted.answers,
  papers: accepted.papers.map(({ id, words, replacedBy, attachment }) => ({
    id,
    words,
    replacedBy,
    hasPicture: attachment !== null,
  })),
  consents: accepted.consents.map(({ id, subjectId, personalNumber, name, shownName, words, law }) => ({
    id,
    subjectId,
    personalNumber,
    name,
    shownName,
    words,
    law,
    state: 'waiting',
    at: null,
  })),
  fees: accepted.fees.map(({ id, words, amount_vnd }) => ({ id, words, amount_vnd })),
  limitLaw: accepted.limit.law,
  effect: accepted.effect,
  supplement: null,
  proposal: null,
  apologyReason: null,
  apologyBy: null,
  receipt: null,
  objection: null,
  results: [],
})

/** Numbers of those who go along: none of them works on it at the office. */
const membersNamed = ({ answers }: Accepted): readonly string[] =>
  Object.values(answers).flatMap(({ value }) =>
    Array.isArray(value)
      ? value.flatMap((one: unknown) =>
          typeof one === 'object' && one !== null && 'number' in one && typeof one.number === 'string'
            ? [one.number]
            : [],
        )
      : [],
  )

const factsOf = (tools: Tools, accepted: Accepted, at: Date): DossierFacts => {
  const { procedure, consents, limit, filedBy } = accepted
  const numbers = [
    ...consents.map(({ personalNumber }) => personalNumber),
    ...membersNamed(accepted),
    filedBy.personalNumber,
  ]
  return {
    procedure: procedure.id,
    version: procedure.version,
    kind: filedBy.kind,
    clock:
      consents.length > 0
        ? null
        : { limit: limit.working, from: at.toISOString(), cutOff: procedure.cutOff, pauses: [] },
    answerBy: null,
    hasAsked: false,
    isAnswered: false,
    differences: 0,
    ticked: [],
    fee: accepted.fees.some(({ amount_vnd }) => amount_vnd > 0) ? 'due' : 'none',
    openConsents: consents.length,
    apology: null,
    hasObjected: false,
    isRated: false,
    others: [...accepted.others],
    alsoAbout: [
      ...new Set(
        numbers
          .filter((number) => number !== accepted.personalNumber)
          .map((number) => aboutKeyOf(tools, number)),
      ),
    ],
  }
}

interface Opening {
  readonly accepted: Accepted
  readonly caseId: string
  readonly openedBy: string
  readonly by: string
  readonly pictures: ReadonlyMap<string, Buffer>
}

const askThem = async (work: Work, row: DossierRow, { accepted }: Opening, at: Date): Promise<void> => {
  const answerBy = closingAfterDays(at, inForce(consentDays, at))
  for (const { id: consent, subjectId } of accepted.consents) {
    const consentId = newId()
    await store.insertConsent(work, {
      subject_id: subjectId,
      id: consentId,
      case_subject_id: row.subject_id,
      case_id: row.id,
      consent,
      asked_at: at,
      answer_by: answerBy,
    })
    const { title } = accepted.procedure
    const asked = { consentId, title, answerBy: answerBy.toISOString(), isReminder: false }
    work.publish(DossierConsentAsked, subjectId, asked)
  }
}

/**
 * `isNew` is false where it is filed already, also by another phone in this very moment. Throws
 * `services.no-such-dossier` where the id, which a phone has drawn, names another case.
 */
export const openDossier = async (
  work: Work,
  tools: Tools,
  opening: Opening,
  at: Date,
): Promise<OpenedOnce<DossierState, DossierFacts>> => {
  const { accepted, caseId, openedBy, by, pictures } = opening
  const facts = factsOf(tools, accepted, at)
  const dueAt = dueOfDossier(facts)
  // Opening her key takes a connection of its own: whoever waits for the office's number holds one already.
  await tools.sealer.seal(accepted.subjectId, dossierKind.sealedAs, '')
  const opened = await openOnce<DossierState, DossierFacts, DossierContent>(work, tools, dossierKind, {
    subjectId: accepted.subjectId,
    caseId,
    reference: await nextReference(work, accepted.officeId, at),
    aboutKey: aboutKeyOf(tools, accepted.personalNumber),
    officeId: accepted.officeId,
    takenBy: [],
    openedBy,
    by,
    openedAt: at,
    receivedAt: at,
    unfinishedKey: caseId,
    content: contentOf(accepted),
    facts,
    state: facts.openConsents > 0 ? 'awaiting-consents' : 'filed',
    ...(dueAt ? { dueAt } : {}),
  })
  if (opened.isNew) {
    const { row } = opened
    for (const [paper, bytes] of pictures) {
      await keepAttachment(work, tools, row, `paper.${paper}`, bytes)
    }
    await askThem(work, row, opening, at)
    work.publish(DossierFiled, row.subject_id, {
      caseId: row.id,
      reference: row.reference,
      title: accepted.procedure.title,
      office: await officeName(work, row.office_id),
      dueAt: dueAt?.toISOString() ?? null,
      waitsFor: facts.openConsents,
    })
  }
  return opened
}
