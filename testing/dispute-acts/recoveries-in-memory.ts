/**
 * Recoveries, locks and objections of two accounts in memory, by the product's own rules. A reaction to a
 * lock waits until it is settled, as in the product.
 */
import type { ProblemCode } from '../../contract/problems/catalogue.ts'
import { problem } from '../../server/kernel/problem.ts'
import { ending, ruleOf } from '../../server/modules/access/authentication/recovery/recovery.ts'
import { stopCodes } from '../../server/modules/access/authentication/stop-code.ts'
import { stands, type Standing } from '../../server/modules/people/locks/lock.ts'
import { isSeenBy, type Authority, type Ground } from '../../server/modules/people/locks/rules.ts'
import { openDigests } from '../../server/start/digests.ts'
import type { Proof } from '../../server/modules/access/authentication/recovery/recovery-rules.ts'
import type { Subject } from './act.ts'
import { emptyAccount, type Account, type Kept, type Paper } from './account.ts'
import type { Rules } from './rules.ts'

export const tools = { digests: openDigests(Buffer.alloc(32, 1), Buffer.alloc(32, 2)) }
const recoveryCodes = stopCodes('recovery-stop', 'model')
export const refused = (code: ProblemCode): never => {
  throw problem(code)
}

export class RecoveriesInMemory {
  protected readonly rules: Rules
  protected at = new Date('2026-11-23T01:00:00Z')
  private serial = 0
  private reactions: (() => void)[] = []
  protected readonly accounts: Readonly<Record<Subject, Account>> = {
    hanh: emptyAccount('hanh'),
    khoa: emptyAccount('khoa'),
  }
  protected readonly recoveries: Kept[] = []
  protected readonly papers: Paper[] = []
  constructor(rules: Rules) {
    this.rules = rules
  }

  /** Eight digits that no notice had before. */
  protected newCode(): string {
    return String(++this.serial).padStart(8, '0')
  }

  protected settle(): void {
    const waiting = this.reactions
    this.reactions = []
    for (const react of waiting) {
      react()
    }
  }

  protected around({ subject, recovery }: Kept) {
    if (recovery.proven.length === 0) {
      return { at: this.at, isCurrent: true, isBarred: false }
    }
    const account = this.accounts[subject]
    const { current, locks, lifted } = account
    return {
      at: this.at,
      isCurrent:
        current?.kept.recovery === recovery &&
        current.ended_at === null &&
        !this.rules.isLockedAfter([...lifted, ...locks], recovery),
      isBarred: this.isBarred(account, recovery.rung),
    }
  }

  protected isBarred(account: Account, rung: Kept['recovery']['rung']): boolean {
    const { isClosed, locks, current, closing } = account
    const disputedAt = this.rules.saidNotMeAt({
      ofRecovery: current?.disputed_at ?? null,
      ofClosing: closing?.disputed_at ?? null,
    })
    return isClosed || this.rules.isBarredBy(locks, { rung, disputedAt }, this.at)
  }

  protected prove(of: number): Account {
    const kept = this.recoveries[of] ?? refused('recovery.gone')
    const next = ruleOf(kept.recovery).proofs[kept.recovery.proven.length] ?? refused('recovery.order')
    return this.keepProof(kept, next)
  }

  protected keepProof(kept: Kept, proof: Proof): Account {
    const account = this.accounts[kept.subject]
    const before = kept.recovery
    const after = this.rules.proving(before, proof, this.around(kept))
    kept.recovery = after
    const { rung, begunAt, endsAt } = after
    if (before.proven.length === 0) {
      const isBarred = this.isBarred(account, rung)
      if (this.rules.mayCount(rung, { standing: account.current, isBarred }, this.at)) {
        const code = this.newCode()
        account.formerCode = account.code
        account.code = code
        account.current = {
          kept,
          rung,
          begun_at: begunAt,
          ends_at: endsAt,
          ended_at: null,
          disputed_at: account.current?.disputed_at ?? null,
          stop_code_digest: recoveryCodes.digestOf(tools, kept.subject, code),
        }
      }
    }
    if (account.current?.kept === kept) {
      account.current = { ...account.current, ends_at: endsAt }
    }
    return account
  }

  protected finish(of: number): Account {
    const kept = this.recoveries[of] ?? refused('recovery.gone')
    const account = this.accounts[kept.subject]
    const after = this.rules.finishing(kept.recovery, this.around(kept))
    if (account.locks.length > 0) {
      this.lift(account, 'recovery')
    }
    kept.recovery = after
    if (account.current) {
      account.current = { ...account.current, ended_at: this.at }
    }
    this.reactions.push(() => this.endClosing(account))
    return account
  }

  protected stopCurrent(account: Account, end: 'cancelled' | 'disputed', isByHerself: boolean): boolean {
    const { current } = account
    if (
      !current ||
      current.kept.recovery.end !== null ||
      !this.rules.mayBeStopped(current, isByHerself, this.at)
    ) {
      return false
    }
    current.kept.recovery = ending(current.kept.recovery, end)
    account.current = { ...current, ended_at: this.at }
    return true
  }

  protected dispute(account: Account, by: 'holder' | 'holder-code', isByHerself: boolean): boolean {
    if (!this.stopCurrent(account, 'disputed', isByHerself)) {
      return false
    }
    this.lock(account, 'holder-request', by)
    if (account.current?.rung === 'voucher') {
      this.askAsSeen(account, true)
    }
    account.current = account.current && { ...account.current, disputed_at: this.at }
    return true
  }

  protected endClosing({ closing }: Account): boolean {
    if (closing?.ended_at !== null) {
      return false
    }
    closing.ended_at = this.at
    return true
  }

  protected lock(account: Account, ground: Ground, by: Authority): void {
    const bodyKey = by === 'body' ? 'kh' : ''
    if (!this.rules.maySet({ ground, by, bodyKey }, this.at)) {
      refused('lock.not-yours-to-set')
    }
    const [at, isSeen] = [this.at, isSeenBy(by)]
    const isNew = !stands(account.locks, { ground, bodyKey })
    if (isNew) {
      const id = this.newCode()
      const lock: Standing = { id, ground, bodyKey, setBy: by, setAt: at, askedAt: null, askedSeenAt: null }
      account.locks.push(lock)
    } else if (ground === 'holder-request') {
      this.askAsSeen(account, isSeen)
    }
    if (ground !== 'holder-request') {
      return
    }
    this.reactions.push(() => {
      if (account.current && this.rules.endsWithLock(account.current, { before: at, isSeen })) {
        this.stopCurrent(account, 'cancelled', isSeen)
      }
      if (isNew) {
        this.endClosing(account)
      }
    })
  }

  /** Her own request is made again while it stands. */
  private askAsSeen(account: Account, isSeen: boolean): void {
    const askedAt = this.at
    account.locks = account.locks.map((one) =>
      one.ground === 'holder-request'
        ? { ...one, askedAt, askedSeenAt: isSeen ? askedAt : one.askedSeenAt }
        : one,
    )
  }

  protected lift(account: Account, by: Authority): void {
    const bodyKey = by === 'body' ? 'kh' : ''
    const { lifted, remaining } = this.rules.lift(account.locks, { by, bodyKey }, this.at)
    if (lifted.length === 0) {
      refused('lock.not-yours-to-lift')
    }
    account.locks = [...remaining]
    account.lifted.push(...lifted)
  }
}
