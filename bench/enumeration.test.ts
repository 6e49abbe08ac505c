// No door tells by its work whether a person or an account exists: the same statements go to the database
// for somebody and for nobody. How long they take is the bench's to say.
import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { openFixture, type Fixture } from '../testing/fixture.ts'
import { Problem } from '../server/kernel/problem.ts'
import { settlePeople } from './enumeration-part-people.ts'
import { routesOf } from './enumeration-part-routes.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const watched = new AsyncLocalStorage<string[]>()
const { query } = pg.Client.prototype
before(() => {
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { text?: string }]
    watched.getStore()?.push((typeof first === 'string' ? first : (first.text ?? '')).replaceAll(/\s+/g, ' '))
    return Reflect.apply(query, this, args)
  } as typeof query
})
after(() => {
  pg.Client.prototype.query = query
})

/** How this deed ends, and every statement that it sends, whatever else goes on. */
const statementsOf = async (deed: () => Promise<unknown>): Promise<string[]> => {
  const sent: string[] = []
  const end = await watched.run(sent, () =>
    deed().then(
      () => 'done',
      (error: unknown) => (error instanceof Problem ? error.code : Promise.reject(error as Error)),
    ),
  )
  return [end, ...sent]
}

test('each door at which somebody is named sends the same statements for a number that nobody has; the planted one does not', async () => {
  const people = await settlePeople(fixture, 3)
  for (const { name, isControl, ready } of await routesOf(fixture, people)) {
    const [somebody, nobody] = [
      await statementsOf(await ready(true, 0)),
      await statementsOf(await ready(false, 0)),
    ]
    assert.ok(nobody.length > 2, `${name}: ${nobody.length} statements were seen`)
    if (isControl) {
      assert.notDeepEqual(somebody, nobody, name)
    } else {
      assert.deepEqual(somebody, nobody, name)
    }
  }
})
