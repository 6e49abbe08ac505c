// Random sequences of recoveries, papers of a counter and every way to say "this was not me", by the
// product's own rules: no stranger ends what is the holder's, her own word within the window always counts,
// and nothing that she has objected to has an effect any more. The same sequences find every planted hole.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ActSource, type Act, type Result } from '../../../../../testing/dispute-acts/act.ts'
import { AccountsInMemory } from '../../../../../testing/dispute-acts/in-memory.ts'
import { Oracle } from '../../../../../testing/dispute-acts/oracle.ts'
import { realRules, type Rules } from '../../../../../testing/dispute-acts/rules.ts'
import { chanceOf } from '../../../../../testing/recovery-acts/chance.ts'
import { share, withoutTraces } from '../../../../../testing/thorough.ts'

const SEED = Number(process.env['SEED'] ?? 20_261_130)
const SEQUENCES = share(100_000)
const ACTS = 60

interface Run {
  readonly found: { readonly sequence: number; readonly says: string; readonly acts: readonly Act[] } | null
  readonly ends: Map<string, number>
  readonly acts: number
}
const nameOf = (act: Act, result: Result): string => {
  const how = act.do === 'dispute-app' && act.wasMe ? ' as hers' : ''
  const notice = act.do === 'dispute-code' ? ` of ${act.notice}` : ''
  return `${act.do}${how}${notice} ${result.ok ? 'done' : result.code}`
}

const runSequences = (rules: Rules, count: number): Run => {
  const ends = new Map<string, number>()
  let total = 0
  for (let sequence = 0; sequence < count; sequence++) {
    const source = new ActSource(chanceOf(SEED + sequence))
    const [accounts, oracle] = [new AccountsInMemory(rules), new Oracle()]
    const acts: Act[] = []
    for (let n = 0; n < ACTS; n++) {
      const act = source.next()
      acts.push(act)
      const result = accounts.run(act)
      total++
      ends.set(nameOf(act, result), (ends.get(nameOf(act, result)) ?? 0) + 1)
      if (result.ok) {
        source.saw(act)
      }
      const says = oracle.saw(act, result)
      if (says) {
        return { found: { sequence, says, acts }, ends, acts: total }
      }
    }
  }
  return { found: null, ends, acts: total }
}

test(`in ${SEQUENCES} random sequences no objection is passed over and none is a stranger's`, (t) => {
  const { found, ends, acts } = withoutTraces(() => runSequences(realRules, SEQUENCES))
  t.diagnostic(`seed ${SEED}, ${SEQUENCES} sequences, ${acts} acts`)
  t.diagnostic(
    [...ends]
      .sort(([, a], [, b]) => b - a)
      .map(([end, n]) => `${end} ${n}`)
      .join(', '),
  )
  assert.equal(found, null, JSON.stringify(found))
  // A model that never gets anywhere would prove nothing.
  for (const reached of [
    'dispute-code of recovery done',
    'dispute-code of recovery recovery.dispute-wrong',
    'dispute-code of closing done',
    'dispute-app done',
    'dispute-app as hers done',
    'dispute-app session.required',
    'dispute-device done',
    'dispute-device recovery.gone',
    'dispute-device device.unknown',
    'finish done',
    'finish recovery.waiting',
    'finish recovery.gone',
    'finish recovery.barred',
    'redeem done',
    'redeem recovery.voucher-wrong',
    'print done',
    'print voucher.not-confirmed',
    'unlock done',
    'unlock lock.locked-since',
    'day-of-closing done',
    'keep done',
  ]) {
    assert.ok((ends.get(reached) ?? 0) > share(500), `${reached} came ${ends.get(reached) ?? 0} times`)
  }
})

/** Each is a mistake that somebody could make; what the model says of it. */
const holes: readonly (readonly [string, Partial<Rules>, RegExp])[] = [
  ['any digits are the code of the notice', { isCode: () => true }, /by a code that is not hers/],
  [
    'any digits are the code of a closing',
    { isClosingCode: (_tools, _of, row) => row?.ended_at === null },
    /by a code that is not hers/,
  ],
  [
    'whoever holds the old phone ends what a counter gave',
    { mayBeStopped: (current, _, at) => realRules.mayBeStopped(current, true, at) },
    /ended what a counter gave in person/,
  ],
  [
    'she herself cannot end what a counter gave to another',
    { mayBeStopped: (current, _, at) => realRules.mayBeStopped(current, false, at) },
    /dispute-app: refused as recovery.gone, and it was owed/,
  ],
  [
    'what has lapsed is disputed',
    {
      mayBeStopped: (current, isByHerself) => realRules.mayBeStopped(current, isByHerself, current.begun_at),
    },
    /nothing went on/,
  ],
  [
    'a recovery cannot be disputed once its waiting is over',
    {
      mayBeStopped: (current, isByHerself, at) =>
        current.ends_at.getTime() - at.getTime() > 72 * 3_600_000 &&
        realRules.mayBeStopped(current, isByHerself, at),
    },
    /and it was owed/,
  ],
  [
    'after "not me" a recovery at home goes on',
    {
      isBarredBy: (grounds, { rung }, at) => realRules.isBarredBy(grounds, { rung, disputedAt: null }, at),
    },
    /only a counter helps|another one counted/,
  ],
  [
    'after "not me" to a closing a recovery at home goes on',
    { saidNotMeAt: ({ ofRecovery }) => ofRecovery },
    /only a counter helps|another one counted/,
  ],
  [
    'after "not me" a counter does not help either',
    { isBarredBy: (grounds, of, at) => realRules.isBarredBy(grounds, { ...of, rung: 'face' }, at) },
    /(print|confirm|redeem): refused as .*, and it was owed/,
  ],
  ['a lock ends no recovery', { isLockedAfter: () => false }, /she had locked the account since/],
  [
    "a voucher's paper outlives her lock by hotline and her word",
    { isPaperContested: () => false },
    /(print|redeem): she had objected/,
  ],
  [
    'a lock that was lifted counts no more against what began before it',
    {
      isPaperContested: (locks, since) => realRules.isPaperContested(locks.slice(-1), since),
      isLockedAfter: (locks, of) => realRules.isLockedAfter(locks.slice(-1), of),
    },
    /she had objected|she had locked the account since/,
  ],
  [
    'an older wish to be unlocked opens what she has locked since',
    { refusalToGrant: () => null },
    /she had locked it again since/,
  ],
  ['at home one pushes aside what a counter gave', { mayCount: (_, { isBarred }) => !isBarred }, /./],
  [
    'a phone ends by its lock what a counter gave',
    { isLockedAfter: (locks, of) => realRules.isLockedAfter(locks, { ...of, rung: 'face' }) },
    /finish: refused as recovery.gone, and it was owed/,
  ],
  [
    'the code of the notice does not lock the account',
    { maySet: (setting, at) => setting.by !== 'holder-code' && realRules.maySet(setting, at) },
    /refused as lock.not-yours-to-set, and it was owed/,
  ],
  ['a closing goes on while somebody gets the account back', { mayBeClosed: () => true }, /day-of-closing/],
]
for (const [what, hole, says] of holes) {
  test(`control: ${what}, and the model finds it`, (t) => {
    const { found, acts } = withoutTraces(() => runSequences({ ...realRules, ...hole }, 10_000))
    assert.ok(found, 'the planted hole was not found')
    assert.match(found.says, says)
    t.diagnostic(`in sequence ${found.sequence} after ${acts} acts: ${found.says}`)
  })
}
