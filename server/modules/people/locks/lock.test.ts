// The law's table of grounds, and random lives of an account's locks against what the law says in a sentence
// each.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inForce } from '../../../kernel/policy.ts'
import {
  followRegister,
  groundsOf,
  isLocked,
  isRegisterGround,
  lift,
  maySet,
  stands,
  type Lifting,
  type RegisterSays,
  type Setting,
  type Standing,
} from './lock.ts'
import { groundRules, type Authority, type Ground } from './rules.ts'

const at = new Date('2026-11-22T03:00:00Z')
const table = inForce(groundRules, at)
const allGrounds = Object.keys(table) as Ground[]
const authorities: Authority[] = [
  'holder',
  'holder-code',
  'relative',
  'hotline',
  'officer',
  'officer-second',
  'recovery',
  'register',
  'body',
  'authority',
]
const bodies = ['', 'body-a', 'body-b']

type Act =
  | { readonly kind: 'set'; readonly setting: Setting }
  | { readonly kind: 'lift'; readonly lifting: Lifting }
const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    setting: fc.record({
      ground: fc.constantFrom(...allGrounds),
      by: fc.constantFrom(...authorities),
      bodyKey: fc.constantFrom(...bodies),
    }),
  }),
  fc.record({
    kind: fc.constant('lift' as const),
    lifting: fc.record({
      by: fc.constantFrom(...authorities),
      bodyKey: fc.constantFrom(...bodies),
      grounds: fc.option(fc.uniqueArray(fc.constantFrom(...allGrounds), { maxLength: 3 }), {
        nil: undefined,
      }),
    }),
  }),
)

const play = (locks: readonly Standing[], act: Act, n: number): readonly Standing[] => {
  if (act.kind === 'lift') {
    return lift(locks, act.lifting, at).remaining
  }
  const { ground, bodyKey = '' } = act.setting
  return maySet(act.setting, at) && !stands(locks, act.setting)
    ? [
        ...locks,
        {
          id: String(n),
          ground,
          bodyKey,
          setBy: act.setting.by,
          setAt: at,
          askedAt: null,
          askedSeenAt: null,
        },
      ]
    : locks
}

test('what death or a competent body has locked stays locked, whatever holder, relative, hotline, recovery or officer do, alone or two', () => {
  const powerless = (act: Act): boolean =>
    act.kind === 'set' || !['register', 'body'].includes(act.lifting.by)
  fc.assert(
    fc.property(
      fc.constantFrom<Ground>('death', 'body-request'),
      fc.array(anAct.filter(powerless), { maxLength: 40 }),
      (ground, acts) => {
        const first: Standing = {
          id: 'first',
          ground,
          bodyKey: ground === 'body-request' ? 'body-a' : '',
          setBy: ground === 'body-request' ? 'body' : 'register',
          setAt: at,
          askedAt: null,
          askedSeenAt: null,
        }
        const end = acts.reduce(play, [first])
        assert.ok(end.some(({ id }) => id === 'first'))
        assert.ok(isLocked(end))
      },
    ),
    { numRuns: 2000 },
  )
})

test('a body lifts its own request and nothing else; the register lifts only what it set', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 40 }), (acts) => {
      const locks = acts.reduce(play, [])
      const byBody = lift(locks, { by: 'body', bodyKey: 'body-a' }, at)
      for (const { ground, bodyKey } of byBody.lifted) {
        assert.deepEqual([ground, bodyKey], ['body-request', 'body-a'])
      }
      for (const { ground } of lift(locks, { by: 'register' }, at).lifted) {
        assert.deepEqual(table[ground].setBy, ['register'])
      }
    }),
    { numRuns: 2000 },
  )
})

test("whoever has only a phone, a code, a relative's account or the hotline never unlocks anything", () => {
  fc.assert(
    fc.property(
      fc.array(anAct, { maxLength: 40 }),
      fc.constantFrom<Authority>('holder', 'holder-code', 'relative', 'hotline', 'officer'),
      (acts, by) => {
        const locks = acts.reduce(play, [])
        assert.equal(lift(locks, { by }, at).lifted.length, 0)
      },
    ),
    { numRuns: 1000 },
  )
})

test('no ground stands twice, every one that stands was set by whom the law names, and a lifting neither adds nor loses any', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 60 }), anAct, (acts, last) => {
      const locks = acts.reduce(play, [])
      const names = locks.map(({ ground, bodyKey }) => `${ground} ${bodyKey}`)
      assert.equal(new Set(names).size, names.length)
      for (const { ground, bodyKey } of locks) {
        assert.equal(bodyKey !== '', ground === 'body-request')
      }
      if (last.kind === 'set') {
        return
      }
      const { lifted, remaining } = lift(locks, last.lifting, at)
      assert.deepEqual(new Set([...lifted, ...remaining]), new Set(locks))
    }),
    { numRuns: 2000 },
  )
})

const anySaying: fc.Arbitrary<RegisterSays> = fc.record({
  lifeStatus: fc.constantFrom('alive', 'dead', 'missing'),
  card: fc.option(
    fc.record({
      state: fc.constantFrom('valid', 'held', 'revoked', 'lost', 'expired', 'replaced'),
      expiresOn: fc.option(fc.constantFrom('2026-11-21', '2026-11-22', '2026-11-23', '2041-04-12'), {
        nil: null,
      }),
    }),
    { nil: null },
  ),
})

test('after following the register its grounds are exactly those it says, and all others are as they were', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 40 }), anySaying, (acts, says) => {
      const locks = acts.reduce(play, [])
      const { set, lift: lifted } = followRegister(locks, says, '2026-11-22')
      for (const ground of set) {
        assert.ok(maySet({ ground, by: 'register' }, at))
      }
      const after = [
        ...lift(locks, { by: 'register', grounds: lifted }, at).remaining.map(({ ground }) => ground),
        ...set,
      ]
      assert.deepEqual(after.filter(isRegisterGround).sort(), groundsOf(says, '2026-11-22').sort())
      assert.deepEqual(
        after.filter((g) => !isRegisterGround(g)).sort(),
        locks
          .map(({ ground }) => ground)
          .filter((g) => !isRegisterGround(g))
          .sort(),
      )
    }),
    { numRuns: 2000 },
  )
})

test('a card is good through its last day', () => {
  const card = (expiresOn: string | null) =>
    groundsOf({ lifeStatus: 'alive', card: { state: 'valid', expiresOn } }, '2026-11-22')
  assert.deepEqual([card('2026-11-22'), card('2026-11-21'), card(null)], [[], ['card-expired'], []])
})

test('every ground has somebody who sets it, somebody who lifts it, and its article', () => {
  const newest = groundRules.versions.at(-1)?.value ?? table
  for (const ground of allGrounds) {
    const { setBy, liftedBy, source } = newest[ground]
    assert.ok(setBy.length > 0 && liftedBy.length > 0 && /art\. \d+/.test(source), ground)
  }
})

test('a ground that the law did not know yet is set by nobody and lifted by nobody', () => {
  for (const { value } of groundRules.versions) {
    for (const ground of allGrounds) {
      assert.equal(value[ground].setBy.length === 0, value[ground].liftedBy.length === 0, ground)
    }
  }
})
