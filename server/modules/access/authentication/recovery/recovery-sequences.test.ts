// Random recovery sequences: no step is skipped, none comes out of order or after its time. The same
// sequences find every planted hole.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chanceOf } from '../../../../../testing/recovery-acts/chance.ts'
import { Play, type Machine } from '../../../../../testing/recovery-acts/play-machine.ts'
import { share } from '../../../../../testing/thorough.ts'
import { later } from '../../../../kernel/clock.ts'
import * as machine from './recovery.ts'

const N = share(100_000)
const ACTS = 45
const SEED = Number(process.env['SEED'] ?? 20261122)

/** A control ends with the first breach. */
const play = (under: Machine, sequences: number, seed: number, isControl = false) => {
  const chance = chanceOf(seed)
  const sum = {
    acts: 0,
    refused: 0,
    finished: { chip: 0, face: 0, relative: 0, voucher: 0 },
    breaches: [] as string[],
  }
  for (let n = 0; n < sequences && !(isControl && sum.breaches.length > 0); n++) {
    const { acts, refused, finished, breaches } = new Play(under, chance).run(ACTS)
    sum.acts += acts
    sum.refused += refused
    for (const rung of ['chip', 'face', 'relative', 'voucher'] as const) {
      sum.finished[rung] += finished[rung]
    }
    sum.breaches.push(...breaches)
  }
  return sum
}

test(`in ${N} random sequences no step of the ladder is skipped`, (t) => {
  const { acts, refused, finished, breaches } = play(machine, N, SEED)
  t.diagnostic(
    `N ${N} sequences, ${acts} acts, seed ${SEED}: ${refused} refused, finished ${JSON.stringify(finished)}, skipped steps ${breaches.length}`,
  )
  assert.deepEqual(breaches.slice(0, 5), [])
  for (const [rung, n] of Object.entries(finished)) {
    assert.ok(n > share(500), `${rung} was finished ${n} times: too few to show anything`)
  }
})

const holes: Readonly<Record<string, Partial<Machine>>> = {
  'the waiting can be skipped': {
    finishing: (recovery, around) =>
      machine.finishing({ ...recovery, waitUntil: recovery.waitUntil && around.at }, around),
  },
  'proofs come in any order': {
    proving: (recovery, proof, around) => ({
      ...machine.proving(recovery, machine.ruleOf(recovery).proofs[recovery.proven.length] ?? proof, around),
    }),
  },
  'one proof is enough': {
    proving: (recovery, proof, around) => {
      const after = machine.proving(recovery, proof, around)
      const rule = machine.ruleOf(recovery)
      return {
        ...after,
        proven: rule.proofs,
        waitUntil: later(around.at, rule.wait_s),
        endsAt: later(around.at, rule.wait_s + 72 * 3600),
      }
    },
  },
  'a handbag is enough': {
    proving: (recovery, proof, around) => {
      const after = machine.proving(recovery, proof, around)
      return recovery.rung === 'chip' && proof === 'code'
        ? { ...after, proven: machine.ruleOf(recovery).proofs, waitUntil: around.at }
        : after
    },
  },
  'an overtaken one goes on': {
    proving: (recovery, proof, around) => machine.proving(recovery, proof, { ...around, isCurrent: true }),
    finishing: (recovery, around) => machine.finishing(recovery, { ...around, isCurrent: true }),
  },
  'a locked account goes on': {
    finishing: (recovery, around) => machine.finishing(recovery, { ...around, isBarred: false }),
  },
  'a cancelled one goes on': { ending: (recovery) => recovery },
  'it never lapses': {
    finishing: (recovery, around) =>
      machine.finishing({ ...recovery, endsAt: later(around.at, 3600) }, around),
    proving: (recovery, proof, around) =>
      machine.proving({ ...recovery, endsAt: later(around.at, 3600) }, proof, around),
  },
}
for (const [hole, planted] of Object.entries(holes)) {
  test(`control: a machine in which ${hole} is found out`, (t) => {
    const { breaches } = play({ ...machine, ...planted }, 5000, SEED, true)
    t.diagnostic(`the first breach: ${breaches[0] ?? 'none'}`)
    assert.ok(breaches.length > 0)
  })
}
