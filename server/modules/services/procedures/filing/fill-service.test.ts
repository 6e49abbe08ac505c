// A public service is opened and filled in: from the register and not from the phone, on every phone of hers,
// and nobody else's.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import type { OutputOf } from '../../../../../contract/operation.ts'
import type { OpenService } from '../../../../../contract/services.ts'
import { registerChild, settleParent, type Citizen } from '../../../../../testing/family-steps.ts'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { PASSCODE } from '../../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import { pictureOfPaper } from '../../../../../testing/paper-pages.ts'
import { newId } from '../../../../kernel/id.ts'
import { openProfile } from '../../../access/authentication/sessions/open-profile.ts'
import { consentForWard } from '../../../cases/representation/ward-deeds.ts'
import { findSubject } from '../../../people/accounts/open-account.ts'
import { takeDraft } from './accept-filing.ts'
import { answerService, attachPaper, dropDraft, openService } from './fill-service.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

type View = OutputOf<typeof OpenService>
const CONFIRMATION = 'residence-confirmation'
const PERMANENT = 'permanent-residence'

const fieldOf = ({ pages }: View, name: string) => {
  const found = pages.flatMap(({ fields }) => fields).find((one) => one.name === name)
  assert.ok(found, name)
  return found
}
const answer = (
  { visitor }: Pick<Citizen, 'visitor'>,
  answers: Record<string, unknown>,
  { procedure = CONFIRMATION, draft = newId() }: { procedure?: string; draft?: string } = {},
) => visitor.do(answerService, { procedure, draft, answers, page: 'what' })

const subjectOf = async ({ person }: Citizen): Promise<string> =>
  (await findSubject(fixture.context.tools.read, fixture.context.tools, person.personalNumber)) ?? ''

test('a service is filled in from the register, and says what is left to answer', async () => {
  const her = await settleParent(fixture)
  const view = await her.visitor.do(openService, { procedure: CONFIRMATION })
  assert.deepEqual(fieldOf(view, 'fullName').known, { value: her.person.fullName, source: 'register' })
  assert.equal(view.whose.name, her.person.fullName)
  assert.deepEqual([view.shut, view.isReady, view.draft], [null, false, null])
  assert.equal(fieldOf(view, 'purpose').fault, null, 'what she has not come to yet is not wrong')
  assert.ok(view.count.typed < view.count.paper && view.count.known > 0)
  const ready = await answer(her, { purpose: 'Nộp cho trường học của con' })
  assert.deepEqual([ready.isReady, ready.draft?.page], [true, 'what'])
  assert.ok(new Date(ready.dueAt) > new Date())
})

test('whoever cannot file it yet is led to the service that she files first; whoever can is not', async () => {
  const her = await settleParent(fixture)
  const { conditions } = await her.visitor.do(openService, { procedure: 'residence-declaration' })
  assert.deepEqual(
    conditions.map(({ isMet, instead }) => [isMet, instead?.procedure]),
    [[false, PERMANENT]],
  )
  const met = await her.visitor.do(openService, { procedure: CONFIRMATION })
  assert.deepEqual(
    met.conditions.map(({ isMet, instead }) => [isMet, instead]),
    [[true, null]],
  )
})

test('what a phone says of what the State knows, and of what is not asked, is neither taken nor kept', async () => {
  const her = await settleParent(fixture)
  const sent = { fullName: 'Người Khác', purpose: 'Việc học', nothingSuch: 'x', constructor: 'y' }
  const view = await answer(her, sent)
  assert.equal(fieldOf(view, 'fullName').value, her.person.fullName)
  const { tools } = fixture.context
  const [row] = (
    await fixture.pool.query<{ sealed: Buffer }>('select sealed from service_draft where subject_id = $1', [
      await subjectOf(her),
    ])
  ).rows
  assert.ok(row)
  const kept = await tools.sealer.open(await subjectOf(her), 'service_draft.answers', row.sealed)
  assert.deepEqual(JSON.parse(kept.toString('utf8')), { answers: { purpose: 'Việc học' }, page: 'what' })
  assert.ok(!row.sealed.includes('học'), 'it is sealed')
})

test('a draft begun on one phone goes on on another, and is thrown away on both', async () => {
  const her = await settleParent(fixture)
  const first = await answer(her, { purpose: 'Việc học' })
  const second = fixture.visitor()
  second.sessions.set('app', her.visitor.sessions.get('app') ?? '')
  const there = await second.do(openService, { procedure: CONFIRMATION })
  assert.deepEqual(there.draft, first.draft)
  assert.equal(fieldOf(there, 'purpose').value, 'Việc học')
  await second.do(dropDraft, { procedure: CONFIRMATION, draft: first.draft?.id })
  assert.equal((await her.visitor.do(openService, { procedure: CONFIRMATION })).draft, null)
})

test('an answer that is wrong is kept as she typed it, with what is wrong', async () => {
  const her = await settleParent(fixture)
  const { draft } = await answer(her, { purpose: 'ab', what: 'everything' })
  const view = await her.visitor.do(openService, { procedure: CONFIRMATION })
  assert.deepEqual(
    [fieldOf(view, 'purpose').value, fieldOf(view, 'purpose').fault?.en, view.isReady],
    ['ab', 'At least 3 characters are needed', false],
  )
  assert.ok(fieldOf(view, 'what').fault)
  assert.ok(fieldOf(await answer(her, { purpose: '' }, { draft: draft?.id ?? '' }), 'purpose').fault)
})

test('a draft of another is nobody else’s: its id opens, changes and drops nothing', async () => {
  const [her, stranger] = [await settleParent(fixture), await settleParent(fixture)]
  const { draft } = await answer(her, { purpose: 'Việc học' })
  const id = draft?.id ?? ''
  assert.equal(
    (await her.visitor.refusal(answerService, { procedure: PERMANENT, draft: id, answers: {}, page: null }))
      .code,
    'services.draft-of-another',
  )
  const picture = await pictureOfPaper()
  const attach = { procedure: CONFIRMATION, draft: id, paper: 'lease', picture }
  assert.equal((await stranger.visitor.refusal(attachPaper, attach)).code, 'services.no-such-draft')
  await stranger.visitor.do(dropDraft, { procedure: CONFIRMATION, draft: id })
  assert.equal((await stranger.visitor.do(openService, { procedure: CONFIRMATION })).draft, null)
  assert.equal((await her.visitor.do(openService, { procedure: CONFIRMATION })).draft?.id, id)
})

test('of a picture nothing stays but its pixels, it is sealed, and goes with the draft into the dossier', async () => {
  const her = await settleParent(fixture)
  const rented = { home: 'rented', address: { unit: '', address: '' } }
  const { draft } = await answer(her, rented, { procedure: PERMANENT })
  const named = { procedure: PERMANENT, draft: draft?.id ?? '' }
  const picture = await pictureOfPaper('HỢP ĐỒNG', 'png')
  const view = await her.visitor.do(attachPaper, { ...named, paper: 'lease', picture })
  assert.deepEqual(
    view.papers.filter(({ isAttached }) => isAttached).map(({ id }) => id),
    ['lease'],
  )
  const refused = async (sent: object) => (await her.visitor.refusal(attachPaper, { ...named, ...sent })).code
  assert.equal(await refused({ paper: 'dwelling', picture }), 'services.paper-not-asked')
  const text = Buffer.from('<svg/>').toString('base64')
  assert.equal(await refused({ paper: 'lease', picture: text }), 'evidence.page-unreadable')
  assert.equal(await refused({ paper: 'lease', picture: 'A'.repeat(5 * 1024 * 1024) }), 'request.invalid')
  const subjectId = await subjectOf(her)
  const { transact, tools } = fixture.context
  const pictures = await transact((work) => takeDraft(work, tools, subjectId, named.draft))
  assert.deepEqual([...pictures.keys()], ['lease'])
  assert.equal((await sharp(pictures.get('lease')).metadata()).format, 'jpeg')
  const { rowCount } = await fixture.pool.query(
    'select 1 from service_draft_paper where subject_id = $1 union all select 1 from service_draft where subject_id = $1',
    [subjectId],
  )
  assert.equal(rowCount, 0)
})

test('whoever has not the level is told so at once, and nothing of hers is kept', async () => {
  const her = await settleParent(fixture, {}, 1)
  assert.equal((await her.visitor.do(openService, { procedure: CONFIRMATION })).shut, 'level')
  const sent = { procedure: CONFIRMATION, draft: newId(), answers: {}, page: null }
  assert.equal((await her.visitor.refusal(answerService, sent)).code, 'services.not-for-profile')
  assert.equal((await her.visitor.do(openService, { procedure: CONFIRMATION })).draft, null)
})

test('in a child’s profile the parent consents first, the child’s own data is filled in, and each look leaves a line', async () => {
  const mother = await settleParent(fixture)
  const { child, tieId } = await registerChild(fixture, mother)
  await mother.visitor.do(openProfile, { tieId })
  const wanted = { procedure: CONFIRMATION }
  assert.equal((await mother.visitor.refusal(openService, wanted)).code, 'representation.consent-needed')
  await mother.visitor.do(consentForWard, { use: 'documents', passcode: PASSCODE })
  assert.equal((await mother.visitor.refusal(openService, wanted)).code, 'representation.consent-needed')
  await mother.visitor.do(consentForWard, { use: 'services', passcode: PASSCODE })
  const view = await mother.visitor.do(openService, wanted)
  assert.deepEqual(view.whose, { kind: 'child', name: child.fullName })
  assert.equal(fieldOf(view, 'fullName').value, child.fullName)
  const { tools } = fixture.context
  const { rows } = await fixture.pool.query<{ purpose: string }>(
    "select purpose from audit_line where subject_id = $1 and purpose = 'service-form-opened' and outcome = 'done'",
    [await findSubject(tools.read, tools, child.personalNumber)],
  )
  assert.equal(rows.length, 1)
  const forHerself = { procedure: 'household-split' }
  assert.equal((await mother.visitor.do(openService, forHerself)).shut, 'not-for-child')
})

test('no number that is typed tells whether somebody has it, or anything of whoever does', async () => {
  const her = await settleParent(fixture)
  const [somebody, nobody] = [newPerson({ fullName: 'Trần Văn Lạ' }), newPerson()]
  await fixture.register(somebody)
  const seen = async (host: string) => {
    const view = await answer(her, { home: 'family', host, relation: 'other' }, { procedure: PERMANENT })
    return JSON.stringify({ ...view, draft: null, dueAt: null }).replaceAll(host, 'the number')
  }
  const of = await seen(somebody.personalNumber)
  assert.equal(of, await seen(nobody.personalNumber))
  assert.ok(!of.includes('Trần Văn Lạ'))
})

test('answers that no form has the shape of are refused by name, and never make it fail', async () => {
  const her = await settleParent(fixture)
  const deep = JSON.parse(`${'['.repeat(9000)}${']'.repeat(9000)}`) as unknown
  for (const answers of [{ purpose: deep }, { 'bad name': 'x' }, 'text', { purpose: 'x'.repeat(4001) }]) {
    const sent = { procedure: CONFIRMATION, draft: newId(), answers, page: null }
    assert.equal((await her.visitor.refusal(answerService, sent)).code, 'request.invalid')
  }
  const odd = { purpose: 7, what: [], residence: false, number: null, fullName: [{ a: 1 }] }
  assert.equal((await answer(her, odd)).isReady, false)
  assert.equal(
    (await her.visitor.refusal(openService, { procedure: 'no-such-service' })).code,
    'services.no-such-procedure',
  )
})
