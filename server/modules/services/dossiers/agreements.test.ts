// Somebody files, another one has to agree in her own app: she sees who asks and for what, and answers once;
// only then the law's clock begins. What is granted stands in the register, with its history, in one step.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { TestPerson } from '../../../../testing/test-person.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { viewMe } from '../../platform/home/view-me.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { personHistory } from '../../registry/population/person-history.ts'
import { answerConsent, listConsents, remindConsent } from './consents.ts'
import { decideDossier, proposeDossier } from './decide-dossier.ts'
import { fileService } from './file-dossier.ts'
import { endUnconsented } from './lapse-consents.ts'
import { viewOwnDossier } from './own-dossiers.ts'
import { payDossier, receiveDossier, tickDossier } from './work-dossier.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
after(async () => {
  moveClock(clockAtFirst)
  await fixture.stop()
})

let households = 0
const liveAt = async ({ personalNumber }: TestPerson, address: string, relation: string) => {
  await fixture.pool.query('update account set level = 2 where personal_number = $1', [personalNumber])
  await fixture.pool.query(
    `update person set permanent_address = $2, permanent_unit = '01', household_number = $3,
       household_relation = $4 where personal_number = $1`,
    [personalNumber, address, `HK-${++households}`, relation],
  )
}
/** A grown daughter who lives by herself, and her mother, the head of another household. */
const settleBoth = async () => {
  const mother = await settleCitizen(fixture, { fullName: 'Lê Thị Mận', birthDate: '1962-03-01' })
  const her = await settleCitizen(fixture, { motherNumber: mother.person.personalNumber })
  await liveAt(mother.person, 'Số 8, ngõ 5, đường Bờ Sông', 'head')
  await liveAt(her.person, 'Số 12, đường Bờ Sông', 'head')
  return { mother, her }
}
type Both = Awaited<ReturnType<typeof settleBoth>>
const moveIn = ({ mother, her }: Both) =>
  her.visitor.do(fileService, {
    procedure: 'permanent-residence',
    draft: newId(),
    version: 1,
    answers: { home: 'family', host: mother.person.personalNumber, relation: 'child', feeClass: 'none' },
  })
const registerOf = ({ personalNumber }: TestPerson) =>
  findPerson(fixture.context.tools.read, fixture.context.tools, personalNumber)

test('she moves to her mother: the mother agrees, the clock begins, two officers grant it, the register has it', async () => {
  const both = await settleBoth()
  const { mother, her } = both
  const filed = await moveIn(both)
  assert.deepEqual([filed.dueAt, filed.waitsForConsents], [null, 1])
  const { reference } = filed
  assert.equal((await her.visitor.do(viewOwnDossier, { reference })).clock, null)
  assert.equal((await mother.visitor.do(viewMe)).waitingConsents, 1)
  await fixture.letters(mother.person.phone, /cần bạn trả lời/)
  const [asked] = (await mother.visitor.do(listConsents)).items
  assert.ok(asked)
  assert.deepEqual([asked.asker, asked.state], [her.person.fullName, 'waiting'])
  assert.ok(asked.words.vi.startsWith(`${her.person.fullName} xin nhập vào hộ mà bạn là chủ hộ`))
  const about = asked.about.map(({ words, value }) => [words.vi, value.vi])
  assert.deepEqual(about, [['Bạn là gì của chủ hộ đó?', 'Con']], 'neither where she lived nor what she pays')
  const [one, two] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  assert.equal(
    (await one.refusal(receiveDossier, { reference, verdict: 'receive' })).code,
    'services.dossier-closed',
  )
  assert.equal((await mother.visitor.do(answerConsent, { id: asked.id, verdict: 'agree' })).state, 'agreed')
  assert.equal(
    (await mother.visitor.refusal(answerConsent, { id: asked.id, verdict: 'decline' })).code,
    'services.consent-answered',
  )
  assert.equal((await mother.visitor.do(viewMe)).waitingConsents, 0)
  const begun = await her.visitor.do(viewOwnDossier, { reference })
  assert.deepEqual([begun.state, begun.clock?.whole, begun.consents[0]?.state], ['filed', 7, 'agreed'])
  await one.do(receiveDossier, { reference, verdict: 'receive' })
  for (const item of ['dwelling', 'consents', 'lives-there']) {
    await one.do(tickDossier, { reference, item, isTicked: true })
  }
  assert.equal(
    (await one.refusal(proposeDossier, { reference, verdict: 'grant' })).code,
    'services.fee-unpaid',
  )
  await one.do(payDossier, { reference, step: 'paid', receipt: 'BL-0001' })
  assert.equal((await one.do(proposeDossier, { reference, verdict: 'grant' })).state, 'put-forward')
  assert.equal(
    (await one.refusal(decideDossier, { reference, verdict: 'confirm' })).code,
    'services.same-eyes',
  )
  await two.do(decideDossier, { reference, verdict: 'confirm' })
  const [entry, head] = [await registerOf(her.person), await registerOf(mother.person)]
  assert.deepEqual(
    [entry?.permanent, entry?.householdNumber, entry?.householdRelation],
    [head?.permanent, head?.householdNumber, 'child'],
  )
  const { read } = fixture.context.tools
  const history = await personHistory(read, fixture.context.tools, her.person.personalNumber)
  assert.ok(history.some(({ source }) => source.includes(reference)))
  await fixture.settle()
  assert.equal((await her.visitor.do(viewOwnDossier, { reference })).state, 'returned')
  const seen = async ({ visitor }: Both['her']) =>
    (await visitor.do(viewAccessLog, {})).items.map(({ purpose }) => purpose)
  assert.ok((await seen(mother)).includes('dossier-names-you'))
  assert.ok((await seen(her)).includes('dossier-consent-viewed'))
})

test('without her agreement nothing goes on: a no ends it, and so does silence past the day', async () => {
  const both = await settleBoth()
  const no = await moveIn(both)
  const [asked] = (await both.mother.visitor.do(listConsents)).items
  await both.mother.visitor.do(answerConsent, { id: asked?.id ?? '', verdict: 'decline' })
  const ended = await both.her.visitor.do(viewOwnDossier, { reference: no.reference })
  assert.deepEqual([ended.state, ended.mayObject, ended.dueAt], ['rejected', false, null])
  const silent = await moveIn(both)
  moveClock(clockAtFirst + 20 * 86_400_000)
  const { transact, tools } = fixture.context
  assert.equal(await endUnconsented(transact, tools), 1)
  assert.equal(await endUnconsented(transact, tools), 0)
  await fixture.settle()
  await fixture.letters(both.her.person.phone, /hết hạn chờ đồng ý/)
  moveClock(clockAtFirst)
  assert.equal((await both.her.visitor.do(viewOwnDossier, { reference: silent.reference })).state, 'rejected')
  assert.equal((await registerOf(both.her.person))?.permanent.address, 'Số 12, đường Bờ Sông')
})

test("nobody answers for her, and nobody is shown another's dossier for having its id", async () => {
  const both = await settleBoth()
  const { reference } = await moveIn(both)
  const [asked] = (await both.mother.visitor.do(listConsents)).items
  const id = asked?.id ?? ''
  const stranger = await settleCitizen(fixture)
  for (const { visitor } of [stranger, both.her]) {
    assert.equal(
      (await visitor.refusal(answerConsent, { id, verdict: 'agree' })).code,
      'services.no-such-consent',
    )
  }
  const consent = (await both.her.visitor.do(viewOwnDossier, { reference })).consents[0]?.id ?? ''
  assert.equal((await both.her.visitor.refusal(remindConsent, { reference, consent })).code, 'limit.reached')
  assert.equal(
    (await stranger.visitor.refusal(remindConsent, { reference, consent })).code,
    'services.no-such-dossier',
  )
})

test('a household whose head has changed since she agreed is not joined on her word: the new head has not been asked', async () => {
  const both = await settleBoth()
  const { mother, her } = both
  const { reference } = await moveIn(both)
  const [asked] = (await mother.visitor.do(listConsents)).items
  await mother.visitor.do(answerConsent, { id: asked?.id ?? '', verdict: 'agree' })
  const brother = await settleCitizen(fixture, { fullName: 'Lê Văn Bình' })
  const household = (await registerOf(mother.person))?.householdNumber
  await liveAt(brother.person, 'Số 8, ngõ 5, đường Bờ Sông', 'head')
  await fixture.pool.query('update person set household_number = $2 where personal_number = $1', [
    brother.person.personalNumber,
    household,
  ])
  await fixture.pool.query("update person set household_relation = 'parent' where personal_number = $1", [
    mother.person.personalNumber,
  ])
  const [one, two] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  await one.do(receiveDossier, { reference, verdict: 'receive' })
  for (const item of ['dwelling', 'consents', 'lives-there']) {
    await one.do(tickDossier, { reference, item, isTicked: true })
  }
  await one.do(payDossier, { reference, step: 'paid', receipt: 'BL-0002' })
  await one.do(proposeDossier, { reference, verdict: 'grant' })
  const refused = await two.refusal(decideDossier, { reference, verdict: 'confirm' })
  assert.equal(refused.code, 'services.result-impossible')
  assert.equal((await her.visitor.do(viewOwnDossier, { reference })).state, 'put-forward')
  assert.notEqual((await registerOf(her.person))?.householdNumber, household)
})
