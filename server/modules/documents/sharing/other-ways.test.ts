// A code that is printed, and a request by personal number: limited, reportable, and telling nobody whether
// there is such a person.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { registerChild, settleParent } from '../../../../testing/family-steps.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import {
  openSharingFixture,
  sharingLog,
  yesTo,
  type SharingFixture,
} from '../../../../testing/sharing-fixture.ts'
import { certifyHost, partyFileOf } from '../../../../testing/sharing-party.ts'
import { clientIdOfCertificate } from '../../../../formats/openid4vp/sign-request.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { openProfile } from '../../access/authentication/sessions/open-profile.ts'
import { viewMe } from '../../platform/home/view-me.ts'
import { agreeToShare } from './answer-sharing.ts'
import { openSharing } from './open-sharing.ts'
import { pushSharing } from './push-sharing.ts'
import { tellPushed } from './tell-pushed.ts'
import { viewSharing, viewWaitingSharings } from './view-sharing.ts'

let fixture: SharingFixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openSharingFixture()
})
after(async () => {
  moveClock(clockAtFirst)
  await fixture.stop()
})
const asParty = () => fixture.visitor()
const tell = async (): Promise<void> => {
  while (await tellPushed(fixture.context)) {
    continue
  }
  await fixture.settle()
}

test('a printed code asks the desk’s server for a fresh request, and she answers it like any other', async () => {
  const her = await fixture.holder()
  const { party } = fixture
  const type = 'application/oauth-authz-req+jwt'
  party.replies.set('/printed', [{ type, body: await party.sign({ reference: 'Phòng 204' }) }])
  const { id } = await her.visitor.do(openSharing, { from: 'printed', party: 'test-bank', place: 'quay-1' })
  assert.deepEqual(party.taken.at(-1)?.fields, { place: 'quay-1' })
  const { way, reference } = await her.visitor.do(viewSharing, { id })
  assert.deepEqual([way, reference], ['printed', 'Phòng 204'])
  await her.visitor.do(agreeToShare, await yesTo(fixture, id))
  await fixture.deliver()
  assert.equal((await her.visitor.do(viewSharing, { id })).state, 'delivered')
  const refused = async (input: object) =>
    (await her.visitor.refusal(openSharing, { from: 'printed', ...input })).code
  assert.equal(await refused({ party: 'nobody-here', place: 'x' }), 'sharing.party-unknown')
  assert.equal(await refused({ party: 'test-bank', place: '../x' }), 'request.invalid')
  party.replies.set('/printed', [{ status: 404 }])
  assert.equal(await refused({ party: 'test-bank', place: 'quay-2' }), 'sharing.request-wrong')
  const stranger = certifyHost('Stranger')
  const clientId = await clientIdOfCertificate(stranger.certificate)
  party.replies.set('/printed', [{ type, body: await party.sign({ signer: stranger, clientId }) }])
  assert.equal(await refused({ party: 'test-bank', place: 'quay-2' }), 'sharing.party-unknown')
  // Registered by now, and still not whose code it is.
  const { origin } = party
  await fixture.enlist(partyFileOf(stranger, { origin, id: 'other-hotel' }))
  assert.equal(await refused({ party: 'test-bank', place: 'quay-2' }), 'sharing.request-wrong')
})

test('a pushed request lies before her, with a letter and a line, and she answers it', async () => {
  const her = await fixture.holder()
  const { personalNumber, phone } = her.person
  const request = await fixture.party.sign({ personalNumber, lasts_s: 3600 * 24 * 6 })
  assert.deepEqual(await asParty().do(pushSharing, { request, personalNumber }), {})
  assert.deepEqual(
    await asParty().do(pushSharing, { request, personalNumber }),
    {},
    'the same one lies there once',
  )
  await tell()
  await fixture.letters(phone, 'Ngân hàng Thử hỏi giấy tờ')
  const letters = fixture.post.messages(phone).filter(({ text }) => text.includes('hỏi giấy tờ'))
  assert.equal(letters.length, 1)
  const { items } = await her.visitor.do(viewWaitingSharings)
  assert.deepEqual(
    items.map(({ way }) => way),
    ['pushed'],
  )
  assert.equal((await sharingLog(her)).at(-1)?.purpose, 'sharing-pushed')
  // Her app says so when it opens, until she has answered.
  assert.equal((await her.visitor.do(viewMe)).waitingSharings, 1)
  await her.visitor.do(agreeToShare, await yesTo(fixture, items[0]?.id ?? ''))
  assert.equal((await her.visitor.do(viewMe)).waitingSharings, 0)
})

test('a request that is over waits for her no more', async () => {
  const her = await fixture.holder()
  const { personalNumber } = her.person
  const request = await fixture.party.sign({ personalNumber, lasts_s: 60 })
  await asParty().do(pushSharing, { request, personalNumber })
  assert.equal((await her.visitor.do(viewMe)).waitingSharings, 1)
  fixture.pass(120)
  assert.equal((await her.visitor.do(viewMe)).waitingSharings, 0)
  assert.deepEqual((await her.visitor.do(viewWaitingSharings)).items, [])
})

test('whoever acts for a child is not told to answer what was asked of the child', async () => {
  const mother = await settleParent(fixture)
  const { child, tieId } = await registerChild(fixture, mother)
  // Of level 1 nobody can be asked: so that only the profile tells the two apart.
  await fixture.pool.query('update account set level = 2 where personal_number = $1', [child.personalNumber])
  const { personalNumber } = child
  const request = await fixture.party.sign({ personalNumber, lasts_s: 3600 })
  await asParty().do(pushSharing, { request, personalNumber })
  const lying = await fixture.pool.query(
    `select 1 from sharing_request r join account a using (subject_id) where a.personal_number = $1`,
    [personalNumber],
  )
  assert.equal(lying.rowCount, 1)
  await mother.visitor.do(openProfile, { tieId })
  assert.equal((await mother.visitor.do(viewMe)).waitingSharings, 0)
})

test('of a number that nobody has, or an account of level 1, nothing is kept, and the party hears the same', async () => {
  const nobody = newPerson().personalNumber
  const her = await fixture.holder()
  await fixture.pool.query('update account set level = 1 where subject_id = $1', [her.subjectId])
  const count = async () => (await fixture.pool.query('select 1 from sharing_request')).rowCount
  const before = await count()
  for (const personalNumber of [nobody, her.person.personalNumber]) {
    const request = await fixture.party.sign({ personalNumber })
    assert.deepEqual(await asParty().do(pushSharing, { request, personalNumber }), {})
  }
  assert.equal(await count(), before)
  await tell()
  assert.deepEqual((await her.visitor.do(viewWaitingSharings)).items, [])
})

test('one person is asked three times a day by one party and no more, whoever she is', async () => {
  const { person } = await fixture.holder()
  for (const personalNumber of [person.personalNumber, newPerson().personalNumber]) {
    for (let turn = 0; turn < 3; turn++) {
      await asParty().do(pushSharing, {
        request: await fixture.party.sign({ personalNumber }),
        personalNumber,
      })
    }
    const request = await fixture.party.sign({ personalNumber })
    assert.equal((await asParty().refusal(pushSharing, { request, personalNumber })).code, 'limit.reached')
  }
})

test('what is not signed by a party that may push, or asks for more, is refused, and what strangers send leaves nothing', async () => {
  const { person } = await fixture.holder()
  const { personalNumber } = person
  const refusal = async (request: string) =>
    (await asParty().refusal(pushSharing, { request, personalNumber })).code
  const lines = async () => (await fixture.pool.query('select 1 from audit_line')).rowCount
  const before = await lines()
  const stranger = certifyHost('Stranger')
  const clientId = await clientIdOfCertificate(stranger.certificate)
  assert.equal(await refusal('x.y.z'), 'sharing.request-wrong')
  assert.equal(
    await refusal(await fixture.party.sign({ personalNumber, signer: stranger, clientId })),
    'sharing.party-unknown',
  )
  assert.equal(await refusal(await fixture.party.sign({ personalNumber, lasts_s: -5 })), 'sharing.expired')
  assert.equal(
    await refusal(await fixture.party.sign({ personalNumber, lasts_s: 8 * 86_400 })),
    'sharing.request-wrong',
  )
  assert.equal(await lines(), before)
  assert.equal(
    await refusal(await fixture.party.sign({ personalNumber, purpose: 'marketing' })),
    'sharing.asks-too-much',
  )
  assert.equal((await fixture.reports()).find(({ kind }) => kind === 'over-asking')?.what, 'another purpose')
  await fixture.enlist({ ...fixture.party.file, version: 2, ways: ['link', 'printed'] })
  assert.equal(await refusal(await fixture.party.sign({ personalNumber })), 'sharing.way-not-agreed')
})
