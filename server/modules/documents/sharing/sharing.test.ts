// A party asks, she says yes or no, and the party has exactly what she agreed to, once.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  closedFor,
  linkTo,
  openLink,
  openSharingFixture,
  shareWith,
  sharingLog,
  yesTo,
  type Sharer,
  type SharingFixture,
} from '../../../../testing/sharing-fixture.ts'
import { cardQuery, certifyHost, pemOf, type Asking } from '../../../../testing/sharing-party.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { resumeParty, suspendParty } from '../../registry/parties/known-parties.ts'
import { listParties } from '../../registry/parties/list-parties.ts'
import { agreeToShare, refuseToShare, reportSharing } from './answer-sharing.ts'
import { openSharing } from './open-sharing.ts'
import { viewReceipt, viewReceipts } from './receipts.ts'
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
const takenAt = (path: string) => fixture.party.taken.filter((one) => one.path === path)

test('a person shares four of six fields with a bank, and her log names exactly these', async () => {
  const her = await fixture.holder()
  fixture.party.replies.set('/answers', [
    { body: JSON.stringify({ redirect_uri: `${fixture.party.origin}/done?c=1` }) },
  ])
  const sets = [
    ['name', 'birthdate', 'personal_number'],
    ['name', 'birthdate', 'personal_number', 'residence'],
  ]
  const asked = cardQuery('name', 'birthdate', 'personal_number', 'residence', 'sex', 'portrait')
  const [credential] = asked['credentials'] as readonly object[]
  const query = { credentials: [{ ...credential, claim_sets: sets }] }
  const id = await openLink(fixture, her, { query, reference: 'HS-2231' })
  const shown = await her.visitor.do(viewSharing, { id })
  assert.deepEqual(
    [shown.state, shown.party.name.vi, shown.purpose.id, shown.reference],
    ['waiting', 'Ngân hàng Thử', 'open-account', 'HS-2231'],
  )
  assert.equal((await her.visitor.do(viewWaitingSharings)).items[0]?.id, id)
  const claims = ['name', 'birthdate', 'personal_number', 'residence']
  const yes = await yesTo(fixture, id, [{ type: 'identity-card', claims }])
  const { receiptId } = await her.visitor.do(agreeToShare, yes)
  assert.equal((await her.visitor.do(viewSharing, { id })).state, 'sending')
  await fixture.deliver()
  const [taken, ...more] = takenAt('/answers')
  assert.deepEqual(
    [taken?.fields, more.length],
    [{ response: yes.answer.response }, 0],
    'the same bytes, once',
  )
  const receipt = await her.visitor.do(viewReceipt, { id: receiptId })
  assert.deepEqual(receipt.shared, [{ type: 'identity-card', claims }])
  assert.deepEqual([receipt.state, receipt.returnTo], ['delivered', `${fixture.party.origin}/done?c=1`])
  assert.equal(receipt.request, shown.request, 'what the party signed stays with her')
  assert.deepEqual((await her.visitor.do(viewWaitingSharings)).items, [])
  const fields = [
    'Căn cước điện tử: Họ, chữ đệm và tên',
    'Căn cước điện tử: Ngày, tháng, năm sinh',
    'Căn cước điện tử: Số định danh cá nhân',
    'Căn cước điện tử: Nơi cư trú',
  ]
  const who = 'Ngân hàng Thử'
  assert.deepEqual(await sharingLog(her), [
    { purpose: 'sharing-delivered', who, fields },
    { purpose: 'sharing-agreed', who, fields },
    { purpose: 'sharing-opened', who, fields: [] },
  ])
  const { rows } = await fixture.pool.query('select 1 from sharing_post where subject_id = $1', [
    her.subjectId,
  ])
  assert.equal(rows.length, 0, 'the answer is erased once the party has it')
})

test('a no tells the party that nothing comes, and nothing else; a report tells the operator too', async () => {
  const her = await fixture.holder()
  fixture.party.taken.length = 0
  const [refused, reported] = [await openLink(fixture, her), await openLink(fixture, her)]
  await her.visitor.do(refuseToShare, { id: refused })
  await her.visitor.do(reportSharing, { id: reported, why: 'pressed' })
  await fixture.deliver()
  for (const { fields } of takenAt('/answers')) {
    assert.deepEqual(Object.keys(fields).sort(), ['error', 'state'])
    assert.equal(fields['error'], 'access_denied')
  }
  assert.equal(takenAt('/answers').length, 2)
  assert.deepEqual((await her.visitor.do(viewReceipts)).items, [])
  assert.equal((await her.visitor.do(viewSharing, { id: refused })).state, 'refused')
  assert.equal((await her.visitor.do(viewSharing, { id: reported })).state, 'reported')
  assert.equal(
    (await her.visitor.refusal(agreeToShare, await yesTo(fixture, refused))).code,
    'sharing.answered',
  )
  const told = (await fixture.reports()).filter(({ kind }) => kind === 'pressed')
  assert.deepEqual(
    told.map(({ what, times }) => [what, times]),
    [['open-account', 1]],
  )
})

test('what she has refused she may report as well, once, and the party hears nothing more', async () => {
  const her = await fixture.holder()
  fixture.party.taken.length = 0
  const id = await openLink(fixture, her)
  await her.visitor.do(refuseToShare, { id })
  await her.visitor.do(reportSharing, { id, why: 'other' })
  await fixture.deliver()
  assert.equal(takenAt('/answers').length, 1)
  assert.equal((await her.visitor.do(viewSharing, { id })).state, 'reported')
  assert.equal((await her.visitor.refusal(reportSharing, { id, why: 'other' })).code, 'sharing.answered')
  const told = (await fixture.reports()).filter(({ kind }) => kind === 'other')
  assert.deepEqual(
    told.map(({ what, times }) => [what, times]),
    [['open-account', 1]],
  )
})

test('the passcode is asked for, counted when it is wrong, and a wrong one sends nothing', async () => {
  const her = await fixture.holder()
  fixture.party.taken.length = 0
  const id = await openLink(fixture, her)
  const wrong = await yesTo(fixture, id, undefined, '135790')
  const [first, second] = [
    await her.visitor.refusal(agreeToShare, wrong),
    await her.visitor.refusal(agreeToShare, wrong),
  ]
  assert.equal(first.code, 'passcode.wrong')
  assert.equal(Number(first.details.params?.['left']) - Number(second.details.params?.['left']), 1)
  await fixture.deliver()
  assert.equal(takenAt('/answers').length, 0)
  await her.visitor.do(agreeToShare, await yesTo(fixture, id))
})

test('one request is answered by one person once, whoever else has its text', async () => {
  const [her, him] = [await fixture.holder(), await fixture.holder({ sex: 'male' })]
  const link = await linkTo(fixture)
  const { id } = await her.visitor.do(openSharing, link)
  assert.equal((await her.visitor.do(openSharing, link)).id, id, 'opened again it is the same one')
  const other = (await him.visitor.do(openSharing, link)).id
  await her.visitor.do(agreeToShare, await yesTo(fixture, id))
  assert.equal(
    (await him.visitor.refusal(agreeToShare, await yesTo(fixture, other))).code,
    'sharing.answered',
  )
  assert.equal((await her.visitor.refusal(agreeToShare, await yesTo(fixture, id))).code, 'sharing.answered')
  assert.equal(
    (await him.visitor.refusal(agreeToShare, await yesTo(fixture, id))).code,
    'sharing.no-such-request',
  )
  assert.equal((await him.visitor.refusal(viewSharing, { id })).code, 'sharing.no-such-request')
  assert.equal((await him.visitor.refusal(viewReceipt, { id })).code, 'sharing.no-such-receipt')
})

test('what is sent is closed for the party, was asked for, and is all that is needed', async () => {
  const her = await fixture.holder()
  const id = await openLink(fixture, her)
  const card = (...claims: string[]) => [{ type: 'identity-card', claims }]
  const yes = await yesTo(fixture, id)
  const response = await closedFor(fixture.party)
  const [, , iv, content, tag] = response.split('.')
  const header = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url')
  const wrong: readonly object[] = [
    { shared: card('name') },
    { shared: card('name', 'birthdate', 'portrait') },
    { shared: card('name', 'birthdate', 'birthdate') },
    { shared: [...card('name', 'birthdate'), ...card('name')] },
    { shared: [...card('name', 'birthdate'), { type: 'driving-licence', claims: ['classes'] }] },
    { answer: { response: '{"vp_token":{}}' } },
    { answer: { response: 'eyJ.eyJ.eyJ' } },
    { answer: { response: `${header({ alg: 'none' })}..${iv}.${content}.${tag}` } },
    { answer: { response: `${header({ alg: 'ECDH-ES', kid: 'x' })}..${iv}.${content}.${tag}` } },
    { answer: { response: `${header({ alg: 'ECDH-ES', kid: 'k1' })}.AAAA.${iv}.${content}.${tag}` } },
    { answer: { response: `${header({ alg: 'ECDH-ES', kid: 'k1' })}..${iv}..${tag}` } },
  ]
  for (const change of wrong) {
    const refusal = await her.visitor.refusal(agreeToShare, { ...yes, ...change })
    assert.equal(refusal.code, 'sharing.not-what-was-asked', JSON.stringify(change).slice(0, 120))
  }
  await her.visitor.do(agreeToShare, { ...yes, shared: card('issuing_country', 'name', 'birthdate') })
})

test('an account that is locked, or of level 1, shares nothing', async () => {
  const her = await fixture.holder()
  const id = await openLink(fixture, her)
  const set = (change: string) =>
    fixture.pool.query(`update account set ${change} where subject_id = $1`, [her.subjectId])
  await set('level = 1')
  assert.equal(
    (await her.visitor.refusal(agreeToShare, await yesTo(fixture, id))).code,
    'sharing.level-too-low',
  )
  await set("level = 2, state = 'locked'")
  const locked = (await her.visitor.refusal(agreeToShare, await yesTo(fixture, id))).code
  assert.ok(locked === 'account.locked' || locked === 'session.required', locked)
  await set("state = 'active'")
})

test('what has ended is neither agreed to nor refused, and is gone a day later', async () => {
  const her = await fixture.holder()
  const id = await openLink(fixture, her)
  fixture.pass(301)
  assert.equal((await her.visitor.do(viewSharing, { id })).state, 'expired')
  assert.deepEqual((await her.visitor.do(viewWaitingSharings)).items, [])
  for (const [deed, input] of [
    [agreeToShare, await yesTo(fixture, id)],
    [refuseToShare, { id }],
  ] as const) {
    assert.equal((await her.visitor.refusal(deed as typeof refuseToShare, input)).code, 'sharing.expired')
  }
})

test('a list of receipts is read page by page, the newest first', async () => {
  const her = await fixture.holder()
  const ids: string[] = []
  for (let turn = 0; turn < 2; turn++) {
    ids.push(await shareWith(fixture, her))
  }
  const { items, next } = await her.visitor.do(viewReceipts)
  assert.deepEqual([items.map(({ id }) => id), next], [ids.toReversed(), null])
  const rest = await her.visitor.do(viewReceipts, { cursor: ids[1] })
  assert.deepEqual(
    rest.items.map(({ id }) => id),
    [ids[0]],
  )
  assert.equal((await her.visitor.refusal(viewReceipts, { cursor: 'x' })).code, 'request.invalid')
})

/** What opening such a request meets. */
const refusedFor = async ({ visitor }: Sharer, asking: Asking = {}): Promise<string> =>
  (await visitor.refusal(openSharing, await linkTo(fixture, asking))).code

test('who was suspended after she opened it is given nothing, and is on the list with its state', async () => {
  const her = await fixture.holder()
  const { transact } = fixture.context
  const id = await openLink(fixture, her)
  await transact((work) => suspendParty(work, 'test-bank', 'a test'))
  assert.equal(
    (await her.visitor.refusal(agreeToShare, await yesTo(fixture, id))).code,
    'sharing.party-suspended',
  )
  assert.equal(await refusedFor(her), 'sharing.party-suspended')
  const { items } = await fixture.visitor().do(listParties)
  assert.equal(items.find((one) => one.id === 'test-bank')?.state, 'suspended')
  await transact((work) => resumeParty(work, 'test-bank'))
  await her.visitor.do(agreeToShare, await yesTo(fixture, id))
})

test('what the registration allows no more since she opened it is given no more', async () => {
  const her = await fixture.holder()
  const id = await openLink(fixture, her)
  const narrower = {
    ...fixture.party.file,
    version: 2,
    purposes: fixture.party.file.purposes.map((purpose) => ({
      ...purpose,
      asks: [{ type: 'identity-card', claims: ['age_over_18'] }],
    })),
  }
  await fixture.enlist(narrower)
  assert.equal(
    (await her.visitor.refusal(agreeToShare, await yesTo(fixture, id))).code,
    'sharing.party-suspended',
  )
  await fixture.enlist({ ...fixture.party.file, version: 3, ways: ['pushed'], printedAt: null })
  assert.equal(await refusedFor(her), 'sharing.way-not-agreed')
  await fixture.enlist({ ...fixture.party.file, version: 4, certificates: [pemOf(certifyHost('Next'))] })
  assert.equal(await refusedFor(her), 'sharing.party-unknown')
  const agreement = { ...fixture.party.file.agreement, from: '2047-01-01' }
  await fixture.enlist({ ...fixture.party.file, version: 5, agreement })
  assert.equal(await refusedFor(her), 'sharing.party-suspended')
  assert.equal(
    (await fixture.visitor().do(listParties)).items.some(({ id: one }) => one === 'test-bank'),
    false,
    'what has not begun asks nothing, and is shown to nobody',
  )
})
