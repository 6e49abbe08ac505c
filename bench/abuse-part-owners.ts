/** Part of the bench of abuse: an owner's own day in the middle of it, and the messages that she gets. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Fixture } from '../testing/fixture.ts'
import type { settleCitizen } from '../testing/settle-citizen.ts'
import type { Visitor } from '../testing/visitor.ts'
import { accountState } from '../testing/lock-steps.ts'
import { beginRung, showFace, stopCodeIn } from '../testing/recovery-steps.ts'
import { now } from '../server/kernel/clock.ts'
import { Problem } from '../server/kernel/problem.ts'
import { proveCode } from '../server/modules/access/authentication/recovery/prove-recovery.ts'
import { disputeRecovery } from '../server/modules/access/authentication/recovery/stop-recovery.ts'
import { lockByEmailCode, sendLockCode } from '../server/modules/people/locks/lock-in-public.ts'
import { lockByDevice } from '../server/modules/people/locks/lock-oneself.ts'

export type Owner = Awaited<ReturnType<typeof settleCitizen>> & {
  /** A browser in a network from which she has signed in before. */
  readonly home: Visitor
}

const HOUR_MS = 3_600_000
const PATIENCE_MS = 30_000

export interface Mail {
  /** Until nothing is on its way. */
  quiet(): Promise<void>
  /** The code that comes next to this phone or mailbox once `deed` is done. */
  codeOf(to: string, deed: () => Promise<unknown>): Promise<string>
  /** The most text messages that a number of nobody's got in one hour. */
  most(owners: readonly Owner[]): number
}

export const readMail = (fixture: Fixture): Mail => {
  const codes = new Map<string, string[]>()
  const inHour = new Map<string, number>()
  fixture.post.onMessage(({ to, code, channel }) => {
    if (code !== null) {
      codes.set(to, [...(codes.get(to) ?? []), code])
    }
    if (channel === 'sms') {
      const key = `${to} ${Math.floor(now().getTime() / HOUR_MS)}`
      inHour.set(key, (inHour.get(key) ?? 0) + 1)
    }
  })
  const until = async (what: string, is: () => Promise<boolean> | boolean): Promise<void> => {
    for (const began = performance.now(); !(await is()); await pause(10)) {
      if (performance.now() - began > PATIENCE_MS) {
        throw new Error(`${what} did not come`)
      }
    }
  }
  return {
    async quiet() {
      await fixture.settle()
      await until('the end of the post', async () => {
        const { rows } = await fixture.pool.query("select 1 from letter where state = 'queued' limit 1")
        return rows.length === 0
      })
    },
    async codeOf(to, deed) {
      const before = codes.get(to)?.length ?? 0
      await deed()
      await fixture.settle()
      await until(`a code to ${to}`, () => (codes.get(to)?.length ?? 0) > before)
      return codes.get(to)?.at(-1) ?? ''
    },
    most(owners) {
      const theirs = new Set(owners.map(({ person }) => person.phone))
      return Math.max(
        0,
        ...[...inHour].filter(([key]) => !theirs.has(key.split(' ')[0] ?? '')).map(([, count]) => count),
      )
    },
  }
}

/** Refusals whose sentence names her other ways. */
const NAMES_OTHER_WAYS = new Set(['code.crowded', 'code.sms-closed'])
const isToldOtherWays = (error: unknown): boolean =>
  error instanceof Problem && NAMES_OTHER_WAYS.has(error.code)

/** The first way; where she is told of others, the second. */
const eitherWay = async <T extends string>(
  first: readonly [T, () => Promise<unknown>],
  second: readonly [T, () => Promise<unknown>],
): Promise<T> => {
  try {
    await first[1]()
    return first[0]
  } catch (error) {
    if (!isToldOtherWays(error)) {
      throw error
    }
    await second[1]()
    return second[0]
  }
}

/** As far as it goes on one day: the portrait is shown and the waiting time runs. */
const recoverFrom = async (mail: Mail, visitor: Visitor, { person }: Owner): Promise<void> => {
  const code = await mail.codeOf(person.phone, () => beginRung(visitor, person, 'face'))
  await visitor.do(proveCode, { code })
  const { step } = await showFace(visitor, person.face)
  if (step !== 'wait') {
    throw new Error(`her recovery stands at ${step}`)
  }
}

const lockByMail = async (mail: Mail, visitor: Visitor, { person }: Owner): Promise<void> => {
  const { personalNumber, email } = person
  let attempt = ''
  const code = await mail.codeOf(email, async () => {
    ;({ attempt } = await visitor.do(sendLockCode, { personalNumber, email }))
  })
  await visitor.do(lockByEmailCode, { attempt, code })
}

/** She locks, gets her account back, and says that it was not she. What failed is null or false. */
export const herDay = async (fixture: Fixture, mail: Mail, owner: Owner) => {
  const { person, home, device } = owner
  const locked = await eitherWay(
    ['email', () => lockByMail(mail, fixture.visitor(), owner)],
    ['device', async () => home.do(lockByDevice, await device.proof(home, 'lock'))],
  )
  const isLocked = (await accountState(fixture, owner)) === 'locked'
  const recovered = await eitherWay(
    ['elsewhere', () => recoverFrom(mail, fixture.visitor(), owner)],
    ['home', () => recoverFrom(mail, home, owner)],
  )
  const { personalNumber } = person
  await fixture
    .visitor()
    .do(disputeRecovery, { personalNumber, code: await stopCodeIn(fixture, person.email) })
  const { rows } = await fixture.pool.query(
    `select 1 from recovery_current r join account a on a.subject_id = r.subject_id
     where a.personal_number = $1 and r.disputed_at is not null`,
    [personalNumber],
  )
  return { locked: isLocked ? locked : null, recovered, disputed: rows.length === 1 }
}
