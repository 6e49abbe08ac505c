// A move that the register records by a dossier's result: each co-mover's card on the phone follows, each
// hears of it by a letter and finds a line in her log, whether or not she had an account then.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newPerson } from '../../../../../testing/test-person.ts'
import {
  fetchCards,
  openIssuerFixture,
  settleHolder,
  type Holder,
  type IssuerFixture,
} from '../../../../../testing/issuer-fixture.ts'
import { openSdJwt } from '../../../../../testing/wallet.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { dayInVietnam } from '../../../../kernel/policy.ts'
import { findSubject } from '../../../people/accounts/open-account.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { changeContact } from '../../../registry/population/residence/change-contact.ts'
import { endTerms } from '../../../registry/population/residence/end-terms.ts'
import { residenceOfPerson } from '../../../registry/population/residence/find-residence.ts'
import { registerPermanent } from '../../../registry/population/residence/register-permanent.ts'
import { registerTemporary } from '../../../registry/population/residence/register-temporary.ts'
import { publishedKeys } from '../signing/document-signer.ts'

let fixture: IssuerFixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openIssuerFixture()
})
after(async () => {
  moveClock(clockAtFirst)
  await fixture.stop()
})

const cardOf = async (holder: Holder): Promise<string> => (await fetchCards(holder, 1)).credentials[0] ?? ''
/** By a verifier that fetches the list as it is published by then. */
const opened = async (credential: string) => {
  await fixture.settle()
  moveClock(clockOffset_ms() + 300_000)
  await fixture.publish()
  const { tools } = fixture.context
  const { jwks } = await publishedKeys(tools.read, tools.documentSigner)
  return openSdJwt(credential, jwks, { fetch: fixture.fetchAs(null), at: now() })
}
const versionOf = async (number: string): Promise<number> =>
  (await residenceOfPerson(fixture.context.tools.read, number, now()))?.version ?? assert.fail()

test('whoever moves has a card of the new address, a letter and a line; who has no account has the line', async () => {
  const [holder, other] = [await settleHolder(fixture), await settleHolder(fixture)]
  const [stranger, child] = [newPerson(), newPerson({ birthDate: '2020-02-02' })]
  await fixture.register(stranger, child)
  const [card, others] = [await cardOf(holder), await cardOf(other)]
  const { transact, tools } = fixture.context
  const relations = [
    [holder.person.personalNumber, 'head'],
    [stranger.personalNumber, 'spouse'],
    [child.personalNumber, 'child'],
  ] as const
  const movers = await Promise.all(
    relations.map(async ([personalNumber, relation]) => ({
      personalNumber,
      relation,
      version: await versionOf(personalNumber),
    })),
  )
  const to = { address: 'Số 9, ngõ 4, phố Núi Trúc', unit: '01' }
  const by = { reference: 'G01.1-261130-0042', at: now() }
  const input = { movers, to, from: dayInVietnam(now()) }
  await transact((work) => registerPermanent(work, tools, by, input))
  assert.equal((await opened(card)).status, 1, 'revoked')
  assert.equal((await opened(others)).status, 0, 'whose address stayed')
  const renewed = await opened(await cardOf(holder))
  assert.deepEqual([renewed.status, renewed.claims['residence']], [0, to.address])

  await fixture.letters(holder.person.phone, /G01\.1-261130-0042/)
  const { items } = await holder.visitor.do(viewAccessLog, {})
  assert.ok(items.some(({ purpose }) => purpose === 'permanent-registered'))
  for (const { personalNumber } of [stranger, child]) {
    const { rows } = await fixture.pool.query<{ purpose: string; fields: string[] }>(
      'select purpose, fields from audit_line where subject_id = $1',
      [await findSubject(tools.read, tools, personalNumber)],
    )
    assert.deepEqual(rows, [{ purpose: 'permanent-registered', fields: ['residence', 'household'] }])
  }

  const letters = fixture.post.messages(holder.person.phone).length
  await transact((work) => registerPermanent(work, tools, by, input))
  await fixture.settle()
  assert.equal(
    fixture.post.messages(holder.person.phone).length,
    letters,
    'the same result tells nobody again',
  )
})

test('whose temporary residence ends by the calendar hears of it', async () => {
  const holder = await settleHolder(fixture)
  const { transact, tools } = fixture.context
  const { personalNumber, phone } = holder.person
  const today = dayInVietnam(now())
  const movers = [{ personalNumber, version: await versionOf(personalNumber) }]
  const to = { address: 'Phòng 2, số 5 phố Huế', unit: '01' }
  const until = dayInVietnam(new Date(now().getTime() + 40 * 86_400_000))
  await transact((work) =>
    registerTemporary(
      work,
      tools,
      { reference: 'G01.1-261130-0043', at: now() },
      {
        movers,
        to,
        from: today,
        until,
      },
    ),
  )
  await fixture.settle()
  moveClock(clockOffset_ms() + 42 * 86_400_000)
  assert.equal(await endTerms(transact, tools), true)
  await fixture.letters(phone, /hết hạn/)
  assert.equal((await residenceOfPerson(tools.read, personalNumber, now()))?.temporary, null)
})

test('whose contact in the register changes hears of it at the account, and it stands in her log', async () => {
  const holder = await settleHolder(fixture)
  const { transact, tools } = fixture.context
  const { personalNumber, phone } = holder.person
  const person = { personalNumber, version: await versionOf(personalNumber) }
  const by = { reference: 'G01.1-261130-0045', at: now() }
  await transact((work) => changeContact(work, tools, by, { person, phone: '+84917999999' }))
  await fixture.letters(phone, /G01\.1-261130-0045/)
  const { items } = await holder.visitor.do(viewAccessLog, {})
  assert.ok(items.some(({ purpose }) => purpose === 'register-contact-changed'))
})

test('nothing that names a person stands readable in what waits to be told', async () => {
  const holder = await settleHolder(fixture)
  const { transact, tools } = fixture.context
  const { personalNumber } = holder.person
  const movers = [{ personalNumber, version: await versionOf(personalNumber), relation: 'head' as const }]
  await transact((work) =>
    registerPermanent(
      work,
      tools,
      { reference: 'G01.1-261130-0044', at: now() },
      {
        movers,
        to: { address: 'Số 11, phố Tôn Đản', unit: '01' },
        from: dayInVietnam(now()),
      },
    ),
  )
  const { rows } = await fixture.pool.query<{ data: string }>(
    "select data::text as data from outbox where kind = 'ResidenceChanged'",
  )
  assert.equal(rows.length, 1)
  for (const secret of [personalNumber, 'Tôn Đản', holder.subjectId]) {
    assert.ok(!rows[0]?.data.includes(secret))
  }
  await fixture.settle()
})
