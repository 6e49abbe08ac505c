// The register of judgments that does not answer, or that nobody needs any more: the dossier stays open, both
// sides see it, and it is asked again by itself.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  answers,
  grant,
  makeReady,
  NO_1,
  NO_2,
  openCertificates,
  purposesOf,
  said,
  type Certificates,
} from '../../../../../testing/certificate-steps.ts'
import { holderOf, judgmentOf } from '../../../../../testing/judgment-register.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { newId } from '../../../../kernel/id.ts'
import { listServices } from '../../procedures/list-services.ts'
import { fileService } from '../file-dossier.ts'
import { decideDossier, proposeDossier } from '../decide-dossier.ts'
import { listDossiers } from '../list-dossiers.ts'
import { objectToDossier, viewOwnDossier, withdrawDossier } from '../own-dossiers.ts'
import { openOfficeDossier } from '../work-dossier.ts'

let of: Certificates
before(async () => {
  of = await openCertificates()
})
after(() => of.stop())

test('while the register is silent nothing is decided; both see it, it is asked again by itself, and answers', async () => {
  const asked = await of.ask(NO_1, {
    entries: ({ personalNumber }) => of.register.moving.push(personalNumber),
  })
  const { officer, visitor, reference, person } = asked
  await of.look()
  await makeReady(asked, NO_1)
  const seen = await officer.do(openOfficeDossier, { reference })
  assert.deepEqual([seen.state, seen.register?.state], ['processing', 'silent'])
  assert.ok(seen.register?.silentSince && seen.register.nextAt)
  assert.ok(seen.dueAt, 'its time goes on: a silent register is not hers to wait for')
  const row = (await officer.do(listDossiers, { which: 'work' })).items.find(
    (one) => one.reference === reference,
  )
  assert.equal(row?.waitsForRegister, true)
  assert.ok((await visitor.do(viewOwnDossier, { reference })).register?.silentSince)
  const refused = await officer.refusal(proposeDossier, { reference, verdict: 'grant', seen: 'x' })
  assert.equal(refused.code, 'services.register-waits')
  await of.look()
  const silences = (await officer.do(openOfficeDossier, { reference })).history.filter(({ what }) =>
    /chưa trả lời/.test(what.vi),
  )
  assert.equal(silences.length, 1, 'told once')
  of.register.moving.splice(of.register.moving.indexOf(person.personalNumber), 1)
  await of.look()
  assert.equal((await officer.do(openOfficeDossier, { reference })).register?.state, 'answered')
  assert.equal((await grant(asked)).state, 'finished')
})

test('a refusal that is sent back waits for the register as before', async () => {
  const asked = await of.ask(NO_1, {
    entries: ({ personalNumber }) => of.register.moving.push(personalNumber),
  })
  const { officer, reference, person } = asked
  const why = { verdict: 'refuse', refusal: 'untrue', note: 'giấy tờ không khớp' }
  await officer.do(proposeDossier, { reference, ...why })
  await of.look()
  const second = await settleOfficer(of.fixture)
  await second.do(decideDossier, { reference, verdict: 'send-back', note: 'chờ sổ án tích đã' })
  of.register.moving.splice(of.register.moving.indexOf(person.personalNumber), 1)
  await of.look()
  assert.equal((await officer.do(openOfficeDossier, { reference })).register?.state, 'answered')
})

test('while nobody has connected the register no certificate is offered, and none is filed and paid for', async () => {
  const { visitor } = await of.settle({})
  const offered = async () =>
    (await visitor.do(listServices, {})).services.filter(({ id }) => id === NO_1 || id === NO_2).length
  assert.equal(await offered(), 2)
  await of.fixture.pool.query("update source_register set is_open = false where id = 'judgments'")
  assert.equal(await offered(), 0)
  const filed = { procedure: NO_1, draft: newId(), version: 1, answers: answers() }
  assert.equal((await visitor.refusal(fileService, filed)).code, 'services.no-such-procedure')
  await of.fixture.pool.query("update source_register set is_open = true where id = 'judgments'")
})

test('a register that nobody has connected any more is silence, and never an empty answer', async () => {
  const asked = await of.ask(NO_1)
  await of.fixture.pool.query("update source_register set is_open = false where id = 'judgments'")
  await of.look()
  assert.equal((await asked.officer.do(openOfficeDossier, asked)).register?.state, 'silent')
  await of.fixture.pool.query("update source_register set is_open = true where id = 'judgments'")
  await of.look()
  assert.equal((await asked.officer.do(openOfficeDossier, asked)).register?.state, 'answered')
})

test('an answer that has become old before anybody decided is asked for anew, and read anew', async () => {
  const asked = await of.ask(NO_1)
  const { officer, reference, person } = asked
  await of.look()
  await makeReady(asked, NO_1)
  const { seen } = await said(asked)
  of.register.judgments.push(judgmentOf(holderOf(person)))
  await of.look()
  const old = await officer.refusal(proposeDossier, { reference, verdict: 'grant', seen })
  assert.equal(old.code, 'services.record-not-seen')
  of.register.moving.push(person.personalNumber)
  await of.look()
  const { register } = await officer.do(openOfficeDossier, { reference })
  assert.deepEqual(
    [register?.state, register?.silentSince],
    ['answered', null],
    'what it said goes on to stand',
  )
  assert.equal((await grant(asked)).state, 'put-forward')
})

test('nobody is asked about after she has taken her dossier back; after an objection she is asked about anew', async () => {
  const back = await of.ask(NO_1)
  await back.visitor.do(withdrawDossier, { reference: back.reference })
  await of.look()
  assert.ok(!(await purposesOf(back)).includes('dossier-judgments-asked'))
  assert.equal((await back.visitor.do(viewOwnDossier, back)).register, null)
  const asked = await of.ask(NO_1)
  await of.look()
  const { officer, visitor, reference } = asked
  await officer.do(proposeDossier, {
    reference,
    verdict: 'refuse',
    refusal: 'untrue',
    note: 'giấy tờ không khớp',
  })
  await (await settleOfficer(of.fixture)).do(decideDossier, { reference, verdict: 'confirm' })
  await visitor.do(objectToDossier, { reference, why: 'Giấy tờ của tôi là thật' })
  assert.equal((await officer.do(openOfficeDossier, { reference })).register?.state, 'asking')
  await of.look()
  assert.equal((await officer.do(openOfficeDossier, { reference })).register?.state, 'answered')
})
