/**
 * The parties of the demo world as processes of their own: they ask within their registration, take one
 * answer, show what came and nothing else, and do with it afterwards what she and the law want.
 */
import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { partyFile } from '../../contract/party.ts'
import { identityCardType } from '../../server/modules/documents/credentials/identity-card/identity-card-type.ts'
import {
  answerWith,
  callDoor,
  hanh,
  noticeOf,
  openBelieved,
  readAsWallet,
  stranger,
  type Believed,
  type DoorAnswer,
  type Showing,
} from '../../testing/party-guest.ts'
import { partyFileOf } from './party-file.ts'
import { openParty } from './party.ts'
import { CARD_KIND, partyIds, partyOf, type PartyId } from './party-list.ts'
import { openPartyProcesses, type PartyProcesses } from './party-processes.ts'
import { SenSilent } from './sen-trust.ts'

const BANK = 'ngan-hang-sen-viet'
const HOTEL = 'khach-san-bo-song'
const REQUEST_MEDIA = 'application/oauth-authz-req+jwt'
let sen: Believed
let parties: PartyProcesses
let card: string

before(async () => {
  sen = await openBelieved()
  card = await sen.card()
  parties = openPartyProcesses({ host: '127.0.0.1', sen: sen.url })
  await parties.start()
})
after(async () => {
  await parties.stop()
  await sen.stop()
})

const door = (id: PartyId, path: string, wishes: Omit<Parameters<typeof callDoor>[1], 'authority'> = {}) => {
  const { door: origin, keys } = parties.settings(id)
  return callDoor(path.startsWith('https:') ? path : `${origin}${path}`, {
    authority: keys.authority,
    ...wishes,
  })
}
const page = async (id: PartyId, path = '/', cookie = ''): Promise<string> =>
  (
    await fetch(`${parties.settings(id).pages}${path}`, { headers: { cookie, 'accept-language': 'en' } })
  ).text()
/** What the page shows of her, as name and value. */
const shownOn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/data-claim="(\w+)">(?:<dt>[^<]*<\/dt>\s*<dd>)?([^<]*)</g)].map(
      ([, name = '', value = '']) => [name, value.trim()],
    ),
  )

/** A new customer at the bank's page: where her request is fetched, who asks, and her own browser. */
const openAccount = async () => {
  const { pages } = parties.settings(BANK)
  const opened = await fetch(`${pages}/open`, { method: 'POST', redirect: 'manual' })
  const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const path = opened.headers.get('location') ?? ''
  const html = await page(BANK, path, cookie)
  const link = new URL((/href="([^"]*\/app\/share\?[^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&#38;', '&'))
  return {
    path,
    cookie,
    link,
    clientId: link.searchParams.get('client_id') ?? '',
    requestUri: link.searchParams.get('request_uri') ?? '',
  }
}
const fetchRequest = async ({ clientId, requestUri }: { clientId: string; requestUri: string }) =>
  readAsWallet((await door(BANK, requestUri)).body, clientId)
const scan = async () => {
  const { body } = await door(HOTEL, '/printed', { json: { place: 'quay-1' } })
  const clientId = String(JSON.parse(Buffer.from(body.split('.')[1] ?? '', 'base64url').toString()).client_id)
  return readAsWallet(body, clientId)
}
type Request = Awaited<ReturnType<typeof scan>>
const post = async (id: PartyId, request: Request, showing: Showing): Promise<DoorAnswer> =>
  send(id, request, await answerWith(request, showing))
const send = (id: PartyId, { target }: Request, form: Readonly<Record<string, string>>) => {
  assert.ok(target.kind === 'link')
  return door(id, target.responseUri, { form })
}

test('each is registered for claims that the card has, with a certificate of its own that is no authority', () => {
  assert.equal(CARD_KIND, identityCardType.vct)
  const known = identityCardType.claims.map(({ name }) => name)
  for (const id of partyIds) {
    const file = partyFile.parse(partyFileOf(parties.settings(id), 3))
    const [asks] = file.purposes.flatMap((purpose) => purpose.asks)
    assert.ok(asks?.claims.every((name) => known.includes(name)))
    const [signer] = file.certificates.map((pem) => new X509Certificate(pem))
    assert.equal(signer?.ca, false)
    assert.equal(file.version, 3)
    assert.ok((partyOf(id).mustKeep?.claims ?? []).every((name) => asks?.claims.includes(name)))
  }
})

test('the bank asks for two things, and for four more each of which is hers to give', async () => {
  const customer = await openAccount()
  assert.equal(customer.link.origin + customer.link.pathname, `${sen.url}/app/share`)
  const request = await fetchRequest(customer)
  assert.deepEqual(
    request.query.credentials.map(({ id, claims }) => [id, claims.map(({ path }) => path.join('.'))]),
    [
      ['card', ['name', 'personal_number']],
      ['age_over_18', ['age_over_18']],
      ['sex', ['sex']],
      ['residence', ['residence']],
      ['place_of_origin', ['place_of_origin']],
    ],
  )
  assert.deepEqual(
    request.query.sets.map(({ isRequired }) => isRequired),
    [true, false, false, false, false],
  )
  assert.equal(request.responseMode, 'direct_post.jwt')
  const [info] = request.verifierInfo
  assert.equal(info?.format, 'sen-purpose')
  assert.match(JSON.stringify(info?.data), /^\{"purpose":"mo-tai-khoan","reference":"SV-\d+"\}$/)
  const again = await fetchRequest(customer)
  assert.notEqual(again.nonce, request.nonce)
  const byPost = await door(BANK, customer.requestUri, { form: { wallet_nonce: 'hers' } })
  assert.equal(byPost.media, REQUEST_MEDIA)
  assert.equal((await readAsWallet(byPost.body, customer.clientId, 'hers')).clientId, customer.clientId)
})

test('what she shared stands on her page, and nothing that she did not', async () => {
  const customer = await openAccount()
  const request = await fetchRequest(customer)
  const showing = { card: { card }, age_over_18: { card }, sex: { card } }
  const answer = await answerWith(request, showing)
  const taken = await send(BANK, request, answer)
  assert.equal(taken.status, 200)
  assert.equal(JSON.parse(taken.body).redirect_uri, parties.settings(BANK).pages + customer.path)
  const html = await page(BANK, customer.path, customer.cookie)
  assert.deepEqual(shownOn(html), {
    name: 'Nguyễn Thị Hạnh',
    personal_number: '940 191 004 826',
    age_over_18: 'Yes',
    sex: 'Female',
  })
  assert.match(html, /The bank has received 4 items/)
  assert.doesNotMatch(html, /1991|Bờ Sông, Phường|portrait/)

  // Another browser is told nothing of her.
  const other = await page(BANK, customer.path)
  assert.deepEqual([shownOn(other), /Nguyễn/.test(other)], [{}, false])

  // The same again is the same answer; another one is none.
  assert.equal((await send(BANK, request, answer)).status, 200)
  const second = await post(BANK, request, { card: { card } })
  assert.deepEqual([second.status, JSON.parse(second.body).error_description], [400, 'answered'])
  assert.deepEqual(shownOn(await page(BANK, customer.path, customer.cookie)), shownOn(html))
  assert.equal((await door(BANK, customer.requestUri)).status, 404)
})

test('an answer to another request, by another key, or put together from two people is not believed', async () => {
  const [first, second] = [await openAccount(), await openAccount()]
  const [asked, other] = [await fetchRequest(first), await fetchRequest(second)]
  const replayed = await send(BANK, other, await answerWith(asked, { card: { card } }))
  assert.equal(replayed.status, 400)
  assert.match(await page(BANK, second.path, second.cookie), /could not be checked/)

  const stolen = await post(BANK, asked, { card: { card, by: stranger } })
  assert.equal(stolen.status, 400)

  const pair = await openAccount()
  const his = await sen.card(stranger)
  const joined = await post(BANK, await fetchRequest(pair), {
    card: { card, by: hanh },
    age_over_18: { card: his, by: stranger },
  })
  assert.equal(joined.status, 400)
  const html = await page(BANK, pair.path, pair.cookie)
  assert.deepEqual([shownOn(html), /Nguyễn/.test(html)], [{}, false])
})

test('who refuses is told how to go on, and the party has nothing', async () => {
  const customer = await openAccount()
  const request = await fetchRequest(customer)
  const strange = await send(BANK, request, { error: 'access_denied', state: 'of-somebody-else' })
  assert.equal(strange.status, 400)
  const refused = await send(BANK, request, { error: 'access_denied', state: request.state ?? '' })
  assert.equal(refused.status, 200)
  assert.match(await page(BANK, customer.path, customer.cookie), /You did not share/)
})

test('a guest who scans the printed code stands at the desk with name and number only', async () => {
  assert.match(await page(HOTEL), /No guest has scanned yet/)
  const sheet = await page(HOTEL, '/print/quay-1')
  assert.match(sheet, /The hotel asks for: full name, personal number/)
  const taken = await post(HOTEL, await scan(), { card: { card } })
  assert.deepEqual([taken.status, taken.body], [200, '{}'])
  const html = await page(HOTEL)
  assert.deepEqual(shownOn(html), { name: 'Nguyễn Thị Hạnh', personal_number: '940 191 004 826' })
  assert.match(html, /<h1>1 /)
  assert.equal((await door(HOTEL, '/printed', { json: { place: 'quay-9' } })).status, 404)
  assert.equal((await door(HOTEL, '/printed', { form: { place: 'quay-1' } })).status, 404)
})

test('who withdraws is erased: by the hotel wholly, by the bank but for what a law makes it keep', async () => {
  const guest = await scan()
  await post(HOTEL, guest, { card: { card } })
  const wish = await sen.notice(noticeOf(sen, HOTEL, guest.nonce, 'withdraw'))
  assert.equal((await door(HOTEL, '/notices', { form: { notice: wish } })).body, '{"state":"done"}')
  assert.match(await page(HOTEL), /Erased at the wish of the guest/)

  const customer = await openAccount()
  const request = await fetchRequest(customer)
  await post(BANK, request, { card: { card }, residence: { card } })
  const erase = await sen.notice(noticeOf(sen, BANK, request.nonce, 'erase'))
  for (let times = 0; times < 2; times++) {
    const { body } = await door(BANK, '/notices', { form: { notice: erase } })
    assert.deepEqual(Object.keys(JSON.parse(body)), ['state', 'law'])
    assert.equal(JSON.parse(body).state, 'kept')
  }
  const html = await page(BANK, customer.path, customer.cookie)
  assert.deepEqual(Object.keys(shownOn(html)), ['name', 'personal_number'])
  assert.equal(html.match(/data-wish="erasure"/g)?.length, 1)
})

test('a notice that Sen did not sign, or for somebody else, moves nobody', async () => {
  const guest = await scan()
  await post(HOTEL, guest, { card: { card } })
  const before_ = shownOn(await page(HOTEL))
  const right = noticeOf(sen, HOTEL, guest.nonce, 'erase')
  for (const notice of [
    await sen.notice(right, stranger),
    await sen.notice({ ...right, aud: BANK }),
    await sen.notice({ ...right, iss: sen.url }),
    await sen.notice({ ...right, exp: right.iat - 300 }),
    await sen.notice({ ...right, wish: 'sell' }),
    'x',
  ]) {
    assert.equal((await door(HOTEL, '/notices', { form: { notice } })).status, 400)
  }
  assert.deepEqual(shownOn(await page(HOTEL)), before_)
})

test('told to hang it hangs, told to ask too much it does; its page goes on, and it comes back', async () => {
  const customer = await openAccount()
  await parties.tell(BANK, { is: 'fault', fault: 'hangs' })
  await assert.rejects(door(BANK, customer.requestUri, { timeout_ms: 300 }), /silent/)
  assert.match(await page(BANK), /Open an account/)
  await parties.tell(BANK, { is: 'fault', fault: 'asks-too-much' })
  const [asked] = (await fetchRequest(customer)).query.credentials
  assert.ok(asked?.claims.some(({ path: [name] }) => name === 'portrait'))
  await parties.tell(BANK, { is: 'reset' })
  assert.equal((await door(BANK, customer.requestUri)).status, 404)
  const [modest] = (await fetchRequest(await openAccount())).query.credentials
  assert.equal(modest?.claims.length, 2)
})

test('a revoked card is not taken, and where nobody can be asked the answer may come again', async () => {
  const bank = await openParty(parties.settings(BANK))
  const matter = bank.matters.open({ session: 'hers', place: null })
  const request = await readAsWallet(await bank.ask(matter, null), bank.clientId)
  const answer = await answerWith(request, { card: { card } })
  const [asked] = matter.requests
  assert.ok(asked)
  try {
    sen.isSilent = true
    await assert.rejects(bank.take(asked, answer), SenSilent)
    assert.equal(matter.state, 'waiting')
    Object.assign(sen, { isSilent: false, isRevoked: true })
    assert.equal(await bank.take(asked, answer), 'not-believed')
    assert.deepEqual([matter.state, matter.received], ['not-believed', null])
  } finally {
    Object.assign(sen, { isSilent: false, isRevoked: false })
  }
})

test('a party ends with its parent, however that ends', async () => {
  const child = fork(join(import.meta.dirname, 'main.ts'), [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const hasBegun = new Promise((resolve) => child.once('message', resolve))
  child.send({ is: 'open', settings: parties.settings(HOTEL), fault: 'none' })
  child.send({ is: 'reset' })
  await hasBegun
  child.disconnect()
  assert.equal(await ended, 0)
})
