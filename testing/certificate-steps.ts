/** Criminal record certificates in a fixture with a register of judgments: asked for, read, put forward. */
import { newId } from '../server/kernel/id.ts'
import { viewAccessLog } from '../server/modules/platform/audit/access-log.ts'
import { proposeDossier } from '../server/modules/services/dossiers/decide-dossier.ts'
import { fileService } from '../server/modules/services/dossiers/file-dossier.ts'
import { askForJudgments } from '../server/modules/services/dossiers/record/ask-register.ts'
import { viewJudgments } from '../server/modules/services/dossiers/record/view-judgments.ts'
import { viewDossierPaper } from '../server/modules/services/dossiers/view-paper.ts'
import { payDossier, receiveDossier, tickDossier } from '../server/modules/services/dossiers/work-dossier.ts'
import { readDrawnCode } from './drawn-code.ts'
import { openFixture, type Fixture } from './fixture.ts'
import { settleCitizen } from './settle-citizen.ts'
import type { TestPerson } from './test-person.ts'
import type { Visitor } from './visitor.ts'
import { openJudgmentRegister } from './judgment-register.ts'
import { settleOfficer } from './officer.ts'
import { readPaper } from './read-paper.ts'

export const NO_1 = 'criminal-record-certificate'
export const NO_2 = 'criminal-record-certificate-2'
const checklist = { [NO_1]: ['looked-up', 'spent-out'], [NO_2]: ['looked-up', 'whole', 'herself'] } as const
export type Certificate = keyof typeof checklist
const history = [{ from: '2005-04-12', until: '', place: 'Hà Nội', work: 'May mặc' }]
export const answers = (more: object = {}) => ({
  history,
  purpose: 'work',
  withBans: false,
  feeClass: 'none',
  ...more,
})

export interface AskedFor {
  readonly visitor: Visitor
  readonly person: TestPerson
  readonly officer: Awaited<ReturnType<typeof settleOfficer>>
  readonly reference: string
}

/** Everybody has a birthday of her own: the fixture's people are called alike, and are no namesakes here. */
let birthdays = 0
const settleIn = async (fixture: Fixture, changes: Partial<TestPerson> = {}) => {
  const birthDate = `1990-${String(1 + (++birthdays % 12)).padStart(2, '0')}-${10 + birthdays}`
  const settled = await settleCitizen(fixture, { birthDate, ...changes })
  await fixture.pool.query('update account set level = 2 where personal_number = $1', [
    settled.person.personalNumber,
  ])
  return settled
}

interface Wanted {
  /** What the register holds of her, put there before anybody asks. */
  readonly entries?: (person: TestPerson) => void
  readonly more?: object
}
const askIn = async (fixture: Fixture, procedure: Certificate, wanted: Wanted): Promise<AskedFor> => {
  const { entries, more = {} } = wanted
  const [{ visitor, person }, officer] = [await settleIn(fixture), await settleOfficer(fixture)]
  entries?.(person)
  const { withBans: _, purpose: __, ...rest } = answers(more)
  const filed = await visitor.do(fileService, {
    procedure,
    draft: newId(),
    version: 1,
    answers: procedure === NO_1 ? answers(more) : rest,
  })
  await officer.do(receiveDossier, { reference: filed.reference, verdict: 'receive' })
  return { visitor, person, officer, reference: filed.reference }
}

export const openCertificates = async () => {
  const fixture = await openFixture()
  const register = await openJudgmentRegister(fixture)
  return {
    fixture,
    register,
    settle: (changes?: Partial<TestPerson>) => settleIn(fixture, changes),
    /** Filed and received. */
    ask: (procedure: Certificate, wanted: Wanted = {}) => askIn(fixture, procedure, wanted),
    /** The job's next turn, for all that wait. */
    async look(): Promise<void> {
      await fixture.pool.query('update judgment_inquiry set look_at = asked_at where look_at is not null')
      await askForJudgments(fixture.context)
    },
    async stop(): Promise<void> {
      await register.stop()
      await fixture.stop()
    },
  }
}
export type Certificates = Awaited<ReturnType<typeof openCertificates>>

/** Paid, and everything ticked. */
export const makeReady = async ({ officer, reference }: AskedFor, procedure: Certificate): Promise<void> => {
  await officer.do(payDossier, { reference, step: 'paid', receipt: 'BL-2026-1' })
  for (const item of checklist[procedure]) {
    await officer.do(tickDossier, { reference, item, isTicked: true })
  }
}
export const said = ({ officer, reference }: Pick<AskedFor, 'officer' | 'reference'>) =>
  officer.do(viewJudgments, { reference })
/** By the officer who has read the answer just now. */
export const grant = async (asked: AskedFor) =>
  asked.officer.do(proposeDossier, {
    reference: asked.reference,
    verdict: 'grant',
    seen: (await said(asked)).seen,
  })
/** What stands on the paper, and the code that is drawn on it. */
export const certificateText = async ({ visitor, reference }: AskedFor, kind: string) => {
  const { pdf } = await visitor.do(viewDossierPaper, { reference, kind })
  const bytes = Buffer.from(pdf, 'base64')
  const link = new URL((await readDrawnCode(bytes)) ?? 'about:blank')
  const { pieces } = readPaper(bytes)
  return { text: pieces.map(({ text }) => text).join('\n'), code: link.hash.slice(1) }
}
export const purposesOf = async ({ visitor }: AskedFor) =>
  (await visitor.do(viewAccessLog, {})).items.map(({ purpose }) => purpose)
