/**
 * Two accounts in memory with the product's own rules of recoveries, locks, objections and papers of a
 * counter: who counts, what stands and which reactions still wait is kept here.
 */
import { later } from '../../server/kernel/clock.ts'
import { inForce } from '../../server/kernel/policy.ts'
import { Problem } from '../../server/kernel/problem.ts'
import { closingTime } from '../../server/modules/access/authentication/closing/closing-rules.ts'
import { voucherLifetime_s } from '../../server/modules/access/authentication/recovery/recovery-rules.ts'
import { beginning } from '../../server/modules/access/authentication/recovery/recovery.ts'
import { stopCodes } from '../../server/modules/access/authentication/stop-code.ts'
import {
  emptyVoucherContent,
  mustBeIssuable,
} from '../../server/modules/access/authentication/voucher/voucher.ts'
import type { Act, Result, Subject } from './act.ts'
import type { Account, Kept } from './account.ts'
import { RecoveriesInMemory, refused, tools } from './recoveries-in-memory.ts'

const MINUTE_MS = 60_000
const DAY_S = 86_400
const closingCodes = stopCodes('closing-stop', 'model')

export class AccountsInMemory extends RecoveriesInMemory {
  private readonly cases: { subject: Subject; confirmedAt: Date }[] = []
  private readonly wishes: { subject: Subject; askedAt: Date; isOpen: boolean }[] = []

  /** Each act takes a minute. */
  run(act: Act): Result {
    this.at = new Date(this.at.getTime() + MINUTE_MS)
    try {
      const about = this.perform(act)
      return { ok: true, isLocked: about && about.locks.length > 0 }
    } catch (error) {
      if (error instanceof Problem) {
        return { ok: false, code: error.code }
      }
      throw error
    }
  }

  private perform(act: Act): Account | null {
    switch (act.do) {
      case 'wait':
        this.settle()
        this.at = new Date(this.at.getTime() + act.hours * 60 * MINUTE_MS)
        return null
      case 'settle':
        this.settle()
        return null
      case 'begin':
        this.recoveries.push({ subject: act.subject, recovery: beginning(act.rung, this.at) })
        return null
      case 'prove':
        return this.prove(act.of)
      case 'finish':
        return this.finish(act.of)
      case 'print':
        return this.print(act.of)
      case 'redeem':
        return this.redeem(act.of)
      case 'unlock':
        return this.unlock(act.of)
      default:
        return this.performAbout(act, this.open(act.subject))
    }
  }

  private performAbout(act: Extract<Act, { subject: Subject }>, account: Account): Account {
    switch (act.do) {
      case 'dispute-code':
        return this.disputeByCode(account, act)
      case 'dispute-app':
        return this.disputeInApp(account, act.wasMe)
      case 'dispute-device':
        if (act.device !== 'bound') {
          refused(act.device === 'others' ? 'recovery.gone' : 'device.unknown')
        }
        return this.dispute(account, 'holder', false) ? account : refused('recovery.gone')
      case 'lock':
        this.lock(account, 'holder-request', act.by)
        return account
      case 'bar':
        this.lock(account, 'body-request', 'body')
        return account
      case 'unbar':
        this.lift(account, 'body')
        return account
      case 'confirm':
        this.settle()
        if (this.isBarred(account, 'voucher')) {
          refused('voucher.account-barred')
        }
        this.cases.push({ subject: act.subject, confirmedAt: this.at })
        return account
      case 'ask-unlock':
        this.settle()
        if (this.wishes.some(({ subject, isOpen }) => isOpen && subject === act.subject)) {
          refused('lock.request-open')
        }
        if (this.rules.lift(account.locks, { by: 'officer-second' }, this.at).lifted.length === 0) {
          refused('lock.ground-of-others')
        }
        this.wishes.push({ subject: act.subject, askedAt: this.at, isOpen: true })
        return account
      default:
        return this.performClosing(act.do, account)
    }
  }

  private performClosing(act: string, account: Account): Account {
    if (act === 'day-of-closing') {
      this.settle()
      const { closing, current } = account
      const isGotBack = current !== null && current.ended_at === null && current.ends_at > this.at
      const state = account.locks.length > 0 ? 'locked' : 'active'
      if (
        !closing ||
        closing.ended_at !== null ||
        closing.dueAt > this.at ||
        !this.rules.mayBeClosed({ state, isGotBack, obstacle: null })
      ) {
        return refused('closing.gone')
      }
      closing.ended_at = this.at
      account.isClosed = true
      return account
    }
    if (account.locks.length > 0) {
      refused('session.required')
    }
    if (act === 'keep') {
      return this.endClosing(account) ? account : refused('closing.gone')
    }
    if (account.closing?.ended_at === null) {
      refused('closing.goes-on')
    }
    const code = this.newCode()
    account.formerClosingCode = account.closingCode
    account.closingCode = code
    account.closing = {
      dueAt: later(this.at, inForce(closingTime, this.at).wait_days * DAY_S),
      stop_code_digest: closingCodes.digestOf(tools, account.subject, code),
      ended_at: null,
      disputed_at: null,
    }
    return account
  }

  private open(subject: Subject): Account {
    const account = this.accounts[subject]
    return account.isClosed ? refused('permit.refused') : account
  }

  private disputeByCode(
    account: Account,
    { subject, code, notice }: Extract<Act, { do: 'dispute-code' }>,
  ): Account {
    const other = this.accounts[subject === 'hanh' ? 'khoa' : 'hanh']
    const [newest, former, others] =
      notice === 'recovery'
        ? [account.code, account.formerCode, other.code]
        : [account.closingCode, account.formerClosingCode, other.closingCode]
    const typed = { newest, former, others, wrong: null }[code] ?? '00000000'
    const of = { subjectId: subject, code: typed }
    const isStopped =
      (this.rules.isCode(tools, of, account.current ?? undefined) &&
        this.dispute(account, 'holder-code', false)) ||
      (this.rules.isClosingCode(tools, of, account.closing ?? undefined) && this.disputeClosing(account))
    return isStopped ? account : refused('recovery.dispute-wrong')
  }

  private disputeInApp(account: Account, wasMe: boolean): Account {
    if (account.locks.length > 0) {
      refused('session.required')
    }
    const isStopped = wasMe
      ? this.stopCurrent(account, 'cancelled', true)
      : this.dispute(account, 'holder', true)
    return isStopped ? account : refused('recovery.gone')
  }

  private disputeClosing(account: Account): boolean {
    const { closing } = account
    if (!closing || !this.endClosing(account)) {
      return false
    }
    this.lock(account, 'holder-request', 'holder-code')
    closing.disputed_at = this.at
    return true
  }

  private isContested(account: Account, since: Date): boolean {
    return this.rules.isPaperContested([...account.lifted, ...account.locks], since)
  }

  private print(of: number): Account {
    const confirmed = this.cases[of] ?? refused('voucher.not-confirmed')
    const account = this.open(confirmed.subject)
    const content = { ...emptyVoucherContent('', null), confirmedAt: confirmed.confirmedAt.toISOString() }
    mustBeIssuable({ state: 'confirmed', content }, this.at)
    if (this.isContested(account, confirmed.confirmedAt)) {
      refused('voucher.not-confirmed')
    }
    if (this.isBarred(account, 'voucher')) {
      refused('recovery.barred')
    }
    for (const paper of this.papers.filter((one) => one.of === of)) {
      paper.isUsed = true
    }
    const endsAt = later(this.at, inForce(voucherLifetime_s, this.at))
    this.papers.push({ subject: account.subject, of, issuedAt: this.at, endsAt, isUsed: false })
    return account
  }

  private redeem(of: number): Account {
    const paper = this.papers[of] ?? refused('recovery.voucher-wrong')
    const account = this.open(paper.subject)
    if (paper.isUsed || paper.endsAt <= this.at || this.isContested(account, paper.issuedAt)) {
      refused('recovery.voucher-wrong')
    }
    if (this.isBarred(account, 'voucher')) {
      refused('recovery.barred')
    }
    const kept: Kept = { subject: paper.subject, recovery: beginning('voucher', this.at) }
    this.keepProof(kept, 'voucher')
    paper.isUsed = true
    this.recoveries.push(kept)
    return account
  }

  private unlock(of: number): Account {
    this.settle()
    const wish = this.wishes[of] ?? refused('lock.no-such-request')
    const account = this.open(wish.subject)
    if (!wish.isOpen) {
      refused('lock.request-closed')
    }
    const askedSince = this.rules.refusalToGrant(
      { kind: 'holder-unlock' },
      { locks: account.locks, askedAt: wish.askedAt },
    )
    wish.isOpen = false
    if (askedSince) {
      refused(askedSince)
    }
    this.lift(account, 'officer-second')
    return account
  }
}
