// Criminal record certificates with real Postgres and a register of judgments beside: read before they are
// decided, by two where there is anything to say; what each names, what a check of it tells; each refusal.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  answers,
  certificateText,
  grant,
  makeReady,
  NO_1,
  NO_2,
  openCertificates,
  purposesOf,
  said,
  type Certificate,
  type Certificates,
} from '../../../../../testing/certificate-steps.ts'
import { registerChild, settleParent } from '../../../../../testing/family-steps.ts'
import { PASSCODE } from '../../../../../testing/settle-citizen.ts'
import type { TestPerson } from '../../../../../testing/test-person.ts'
import { banOf, holderOf, judgmentOf } from '../../../../../testing/judgment-register.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { newId } from '../../../../kernel/id.ts'
import { consentForWard } from '../../../cases/representation/ward-deeds.ts'
import { openProfile } from '../../../access/authentication/sessions/open-profile.ts'
import { builtInTypes } from '../../../documents/integration/document-types.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { checkPaper } from '../check-paper.ts'
import { decideDossier, proposeDossier } from '../decide-dossier.ts'
import { fileService } from '../file-dossier.ts'
import { viewOwnDossier } from '../own-dossiers.ts'
import { openOfficeDossier } from '../work-dossier.ts'
import { settleJudgment, viewJudgments } from './view-judgments.ts'

let of: Certificates
before(async () => {
  of = await openCertificates()
})
after(() => of.stop())

test('without a conviction one officer who has read the answer decides, and no. 1 says so to whoever is handed it', async () => {
  const asked = await of.ask(NO_1)
  const { officer, reference, visitor, person } = asked
  assert.equal((await officer.do(openOfficeDossier, { reference })).register?.state, 'asking')
  assert.equal((await officer.refusal(viewJudgments, { reference })).code, 'services.register-waits')
  await of.look()
  assert.equal((await visitor.do(viewOwnDossier, { reference })).register?.state, 'answered')
  await makeReady(asked, NO_1)
  const unread = await officer.refusal(proposeDossier, { reference, verdict: 'grant' })
  assert.equal(unread.code, 'services.record-not-seen')
  assert.equal((await grant(asked)).state, 'finished')
  await of.fixture.settle()
  const own = await visitor.do(viewOwnDossier, { reference })
  assert.deepEqual(
    own.papers.map(({ kind }) => kind),
    ['receipt', 'criminal-record-1'],
  )
  assert.equal(own.papers[1]?.standing?.validUntil, null, 'the law sets no day')
  const { text, code } = await certificateText(asked, 'criminal-record-1')
  assert.match(text, /Không có án tích/)
  assert.match(text, /không yêu cầu xác nhận/, 'nobody asked for bans')
  const checked = await of.fixture.visitor().do(checkPaper, { paperCode: code })
  assert.deepEqual(
    [checked.state, checked.isForHerselfOnly, checked.says.find(({ what }) => what === 'judgments')?.value],
    ['holds', false, 'Không có án tích'],
  )
  assert.ok(!JSON.stringify(checked).includes(person.personalNumber))
  const lines = await purposesOf(asked)
  for (const wanted of ['dossier-judgments-asked', 'dossier-judgments-seen', 'dossier-paper-checked']) {
    assert.ok(lines.includes(wanted), wanted)
  }
  assert.equal(lines.filter((one) => one === 'dossier-judgments-seen').length, 1, 'each look has its line')
})

test('a conviction that still counts is named by no. 1 and decided by two, each of whom has read it', async () => {
  const asked = await of.ask(NO_1, {
    entries: (person) => of.register.judgments.push(judgmentOf(holderOf(person), { offences: ['Đánh bạc'] })),
  })
  await of.look()
  await makeReady(asked, NO_1)
  const { officer, reference } = asked
  assert.deepEqual(
    (await said(asked)).judgments.map(({ isTold }) => isTold),
    [true],
  )
  assert.equal((await grant(asked)).state, 'put-forward')
  const second = await settleOfficer(of.fixture)
  const own = await officer.refusal(decideDossier, { reference, verdict: 'confirm' })
  assert.equal(own.code, 'services.same-eyes')
  const unread = await second.refusal(decideDossier, { reference, verdict: 'confirm' })
  assert.equal(unread.code, 'services.record-not-seen')
  const { seen } = await second.do(viewJudgments, { reference })
  assert.equal((await second.do(decideDossier, { reference, verdict: 'confirm', seen })).state, 'finished')
  await of.fixture.settle()
  const { text, code } = await certificateText(asked, 'criminal-record-1')
  assert.match(text, /Có án tích/)
  assert.match(text, /Đánh bạc/)
  assert.doesNotMatch(text, /Điều khoản áp dụng/)
  const { says } = await of.fixture.visitor().do(checkPaper, { paperCode: code })
  assert.equal(says.find(({ what }) => what === 'judgments')?.value, 'Có án tích: 1 bản án')
  assert.doesNotMatch(JSON.stringify(says), /Đánh bạc/, 'a check compares, it does not tell')
})

test('an expunged conviction stands on no. 2 and never on no. 1; a check of no. 2 tells nothing of it', async () => {
  const entries = (person: TestPerson) => {
    of.register.judgments.push(
      judgmentOf(holderOf(person), { expunged_on: '2023-01-01', offences: ['Cố ý làm hư hỏng tài sản'] }),
    )
    of.register.bans.push(banOf(holderOf(person)))
  }
  const second = await settleOfficer(of.fixture)
  const decided = async (procedure: Certificate) => {
    const asked = await of.ask(procedure, { entries })
    await of.look()
    await makeReady(asked, procedure)
    await grant(asked)
    const { seen } = await second.do(viewJudgments, { reference: asked.reference })
    await second.do(decideDossier, { reference: asked.reference, verdict: 'confirm', seen })
    await of.fixture.settle()
    return {
      asked,
      ...(await certificateText(asked, procedure === NO_1 ? 'criminal-record-1' : 'criminal-record-2')),
    }
  }
  const one = await decided(NO_1)
  assert.match(one.text, /Không có án tích/)
  assert.doesNotMatch(one.text, /hư hỏng tài sản|Bị cấm|3 năm/)
  const two = await decided(NO_2)
  assert.match(two.text, /hư hỏng tài sản/)
  assert.match(two.text, /01\/01\/2023/)
  assert.match(two.text, /Không ai được yêu cầu bạn nộp/)
  assert.match(two.text, /3 năm/, 'no. 2 tells of bans without being asked to')
  const checked = await of.fixture.visitor().do(checkPaper, { paperCode: two.code })
  assert.deepEqual([checked.state, checked.isForHerselfOnly, checked.says], ['holds', true, []])
  const line = (await two.asked.visitor.do(viewAccessLog, {})).items.find(
    ({ purpose }) => purpose === 'dossier-paper-checked',
  )
  assert.ok(line, 'she reads of the check all the same')
})

test('bans stand on no. 1 where she asked for them, and the register is not asked for them otherwise', async () => {
  const entries = (person: TestPerson) => of.register.bans.push(banOf(holderOf(person)))
  const without = await of.ask(NO_1, { entries })
  const asked = await of.ask(NO_1, { entries, more: { withBans: true } })
  await of.look()
  assert.equal((await said(without)).bans, null)
  assert.equal((await said(asked)).bans?.length, 1)
  assert.equal((await said(without)).needsSecond, false)
  assert.equal((await said(asked)).needsSecond, true)
})

test('a namesake is settled by an officer with a reason, confirmed by a second, and leaves the dossier after', async () => {
  const asked = await of.ask(NO_1, {
    entries: (person) =>
      of.register.judgments.push(
        judgmentOf({ ...holderOf(person), personal_number: '940191999999' }, { offences: ['Cướp giật'] }),
      ),
  })
  const { officer, reference } = asked
  await of.look()
  await makeReady(asked, NO_1)
  const before = await said(asked)
  const [namesake] = before.judgments
  assert.ok(namesake)
  assert.deepEqual([namesake.match, namesake.isTold, before.open], ['other-number', false, 1])
  assert.doesNotMatch(JSON.stringify(before), /940191999999/)
  const open = await officer.refusal(proposeDossier, { reference, verdict: 'grant', seen: before.seen })
  assert.equal(open.code, 'services.entries-open')
  const wordless = await officer.refusal(settleJudgment, {
    reference,
    entry: namesake.reference,
    isHers: false,
    note: '  ',
  })
  assert.equal(wordless.code, 'request.invalid')
  const settled = await officer.do(settleJudgment, {
    reference,
    entry: namesake.reference,
    isHers: false,
    note: 'Khác số định danh, khác quê quán',
  })
  assert.deepEqual([settled.open, settled.needsSecond], [0, true])
  assert.equal((await grant(asked)).state, 'put-forward')
  const second = await settleOfficer(of.fixture)
  const { seen, judgments } = await second.do(viewJudgments, { reference })
  assert.equal(judgments[0]?.settled?.note, 'Khác số định danh, khác quê quán')
  const late = await second.refusal(settleJudgment, {
    reference,
    entry: namesake.reference,
    isHers: true,
    note: 'muốn đổi ý',
  })
  assert.equal(late.code, 'services.dossier-closed', 'whoever decides sends it back first')
  await second.do(decideDossier, { reference, verdict: 'confirm', seen })
  await of.fixture.settle()
  assert.match((await certificateText(asked, 'criminal-record-1')).text, /Không có án tích/)
  assert.deepEqual((await said(asked)).judgments, [], 'a stranger’s judgment has no place in her dossier')
  assert.ok((await purposesOf(asked)).includes('dossier-judgment-settled'))
})

test('what the register says is for whoever works on it or decides: no other task, office or person opens it', async () => {
  const asked = await of.ask(NO_2, {
    entries: (person) => of.register.judgments.push(judgmentOf(holderOf(person), { offences: ['Đánh bạc'] })),
  })
  await of.look()
  const { reference } = asked
  const receiver = await settleOfficer(of.fixture, { tasks: ['dossier.receive'] })
  assert.equal((await receiver.refusal(viewJudgments, { reference })).code, 'permit.refused')
  const herself = await settleOfficer(of.fixture, { personNumber: asked.person.personalNumber })
  assert.equal((await herself.refusal(viewJudgments, { reference })).code, 'services.about-yourself')
  const opened = await asked.officer.do(openOfficeDossier, { reference })
  assert.doesNotMatch(JSON.stringify(opened), /Đánh bạc|Toà án thử/)
})

test('a certificate is asked for by whoever is 16, and is no document that a party may ask for', async () => {
  const young = new Date()
  young.setFullYear(young.getFullYear() - 15)
  const { visitor } = await of.settle({ birthDate: young.toISOString().slice(0, 10) })
  const refused = await visitor.refusal(fileService, {
    procedure: NO_1,
    draft: newId(),
    version: 1,
    answers: answers(),
  })
  assert.equal(refused.code, 'services.condition-unmet')
  assert.deepEqual(
    builtInTypes().filter(({ id }) => /criminal|judg/.test(id)),
    [],
  )
})

test('nobody has a certificate of a child by holding the phone, and no. 2 of nobody at all', async () => {
  const mother = await settleParent(of.fixture)
  const { tieId } = await registerChild(of.fixture, mother)
  await mother.visitor.do(openProfile, { tieId })
  await mother.visitor.do(consentForWard, { use: 'services', passcode: PASSCODE })
  for (const procedure of [NO_1, NO_2]) {
    const filed = { procedure, draft: newId(), version: 1, answers: {} }
    assert.equal((await mother.visitor.refusal(fileService, filed)).code, 'services.not-for-profile')
  }
})
