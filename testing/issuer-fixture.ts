/** The fixture with the issuer's doors, people of level 2 and their wallets. */
import Fastify, { type FastifyInstance } from 'fastify'
import { actorOf, requestContextOf } from '../server/http/request-context.ts'
import { renderProblem } from '../server/http/render-problem.ts'
import { mountIssuer } from '../server/modules/documents/credentials/openid4vci/mount.ts'
import { offerCredentials } from '../server/modules/documents/credentials/openid4vci/offer-credentials.ts'
import { publishLists } from '../server/modules/documents/credentials/status/publish-lists.ts'
import { now } from '../server/kernel/clock.ts'
import { openFixture, type Fixture } from './fixture.ts'
import { PASSCODE, settleCitizen } from './settle-citizen.ts'
import type { TestPerson } from './test-person.ts'
import type { Visitor } from './visitor.ts'
import { stopAll } from './stop-all.ts'
import { Wallet, type Fetch } from './wallet.ts'

export const ISSUER = 'http://localhost:4000/credentials'

export interface IssuerFixture extends Fixture {
  readonly app: FastifyInstance
  /** As from a browser of this visitor, whose cookies go along, or from elsewhere. */
  fetchAs(visitor: Visitor | null): Fetch
  json<Answer>(path: string): Promise<Answer>
  /** As the job does it, until nothing is due. */
  publish(): Promise<void>
}

const bodyOf = (body: RequestInit['body']): string | undefined =>
  body === null || body === undefined
    ? undefined
    : body instanceof URLSearchParams
      ? body.toString()
      : String(body)

export const openIssuerFixture = async (): Promise<IssuerFixture> => {
  const fixture = await openFixture()
  const app = Fastify()
  app.setErrorHandler(renderProblem)
  await mountIssuer(app, { context: fixture.context, requestContextOf, actorOf })
  const fetchAs =
    (visitor: Visitor | null): Fetch =>
    async (url, init = {}) => {
      const { pathname, search } = new URL(url instanceof Request ? url.url : url)
      const headers = Object.fromEntries(new Headers(init.headers))
      const session = visitor?.sessions.get('app')
      if (init.body instanceof URLSearchParams) {
        headers['content-type'] ??= 'application/x-www-form-urlencoded'
      }
      const payload = bodyOf(init.body)
      const answer = await app.inject({
        method: init.method === 'POST' ? 'POST' : 'GET',
        url: pathname + search,
        headers: { ...headers, ...(session ? { cookie: `sen_app=${session}` } : {}) },
        ...(payload === undefined ? {} : { payload }),
      })
      const sent = Object.entries(answer.headers).map(
        ([name, value]) => [name, String(value)] as [string, string],
      )
      return new Response(answer.statusCode === 204 ? null : answer.rawPayload.toString('utf8'), {
        status: answer.statusCode,
        headers: sent,
      })
    }
  return {
    ...fixture,
    app,
    fetchAs,
    json: async <Answer>(path: string) => (await app.inject({ url: path })).json<Answer>(),
    async publish() {
      while (await publishLists(fixture.context)) {
        continue
      }
    },
    stop: () => stopAll({ 'the doors': () => app.close(), 'the fixture': () => fixture.stop() }),
  }
}

/** Somebody of level 2 at home in the app, and the wallet of her phone. */
export const settleHolder = async (fixture: IssuerFixture, changes: Partial<TestPerson> = {}) => {
  const citizen = await settleCitizen(fixture, changes)
  const { rows } = await fixture.pool.query<{ subject_id: string }>(
    'update account set level = 2 where personal_number = $1 returning subject_id',
    [citizen.person.personalNumber],
  )
  const wallet = new Wallet(fixture.fetchAs(citizen.visitor))
  return { ...citizen, wallet, subjectId: rows[0]?.subject_id ?? '' }
}
export type Holder = Awaited<ReturnType<typeof settleHolder>>

/** The way from the app to a token of her phone. */
export const openWay = async ({ visitor, wallet }: Pick<Holder, 'visitor' | 'wallet'>) =>
  wallet.accept((await visitor.do(offerCredentials, { for: 'this-phone' })).offerUri)

/** The way of another wallet, which has no cookie of hers. */
export const letIn = async (fixture: IssuerFixture, { visitor }: Pick<Holder, 'visitor'>) => {
  const { offerUri, txCode } = await visitor.do(offerCredentials, {
    for: 'other-wallet',
    passcode: PASSCODE,
  })
  return { wallet: new Wallet(fixture.fetchAs(null)), offerUri, txCode: txCode ?? '' }
}

/** So many identity cards on her phone. */
export const fetchCards = async (holder: Holder, count = 3, form: 'sd-jwt' | 'mdoc' = 'sd-jwt') =>
  holder.wallet.fetchBatch(await openWay(holder), `identity-card-${form}`, count, now())
