/**
 * Counts the lines of every writer and says which numbers are missing although the writer knew that they
 * stand (docs/decisions/0015-signed-lines.md). Memory grows with writers and rollbacks, not with the log.
 */
import type { Seal } from '../../../kernel/line-writer.ts'
import { readMissing, type AcknowledgedRange } from './acknowledged-lines.ts'
import type { Faults } from './faults.ts'

interface Account {
  /** Every number below was met or is in `missing`. */
  next: number
  readonly missing: Set<number>
  readonly gone: Set<number>
  readonly unsure: Set<number>
  /** Numbers of lines that are told as changed already. */
  readonly claimed: Set<number>
  /** What the writer said last: later words know more. */
  last: { readonly at: number; readonly open: ReadonlySet<number> }
}

/** Said beside the database before this number was given, so an older word than the line that has it. */
const BEFORE = 0.5

/** What is missing, and why nobody is to be alarmed by it. */
export interface Missing {
  /** Numbers that nobody can be sure of. */
  readonly unsure: number
  /** Numbers that an operator told as lost. */
  readonly acknowledged: number
  /** The others, by writer. */
  readonly missing: ReadonlyMap<string, readonly number[]>
}

export class WriterLedger {
  private readonly accounts = new Map<string, Account>()
  private readonly acknowledged: AcknowledgedRange[] = []

  /** A line that its writer signed. False when another line has its number already. */
  met(seal: Seal): boolean {
    const account = this.told(seal, seal.no)
    const isNew = seal.no >= account.next || account.missing.has(seal.no)
    this.reach(account, seal.no)
    account.missing.delete(seal.no)
    account.next = Math.max(account.next, seal.no + 1)
    return isNew
  }

  /** What a writer said of itself beside the database: it will give this number next. */
  said(seal: Seal): void {
    this.reach(this.told(seal, seal.no - BEFORE), seal.no)
  }

  /** A line that nobody signed as it stands names this number; what else it says is worth nothing. */
  claimed({ writer, no }: Seal): void {
    this.account(writer).claimed.add(no)
  }

  /** An operator's line says which numbers were lost, and why. */
  acknowledge(missing: unknown): void {
    this.acknowledged.push(...readMissing(missing))
  }

  private account(writer: string): Account {
    const account = this.accounts.get(writer) ?? {
      next: 0,
      missing: new Set(),
      gone: new Set(),
      unsure: new Set(),
      claimed: new Set(),
      last: { at: -1, open: new Set() },
    }
    this.accounts.set(writer, account)
    return account
  }

  private told(seal: Seal, at: number): Account {
    const account = this.account(seal.writer)
    seal.gone.forEach((no) => account.gone.add(no))
    seal.unsure.forEach((no) => account.unsure.add(no))
    if (at > account.last.at) {
      account.last = { at, open: new Set(seal.open) }
    }
    return account
  }

  private reach(account: Account, no: number): void {
    for (; account.next < no; account.next++) {
      account.missing.add(account.next)
    }
  }

  /** Names what is missing. */
  judge(faults: Faults): Missing {
    const told = { unsure: 0, acknowledged: 0, missing: new Map<string, number[]>() }
    for (const [writer, account] of this.accounts) {
      const lost: number[] = []
      for (const no of account.missing) {
        if (account.unsure.has(no)) {
          told.unsure += 1
        } else if (this.isAcknowledged(writer, no)) {
          told.acknowledged += 1
        } else if (!account.gone.has(no) && !account.claimed.has(no) && !account.last.open.has(no)) {
          lost.push(no)
          faults.add(
            `writer ${writer}`,
            `its line ${no} is gone: it was swallowed, or deleted while it waited`,
          )
        }
      }
      if (lost.length > 0) {
        told.missing.set(writer, lost)
      }
      this.judgeGone(writer, account, faults)
    }
    return told
  }

  private isAcknowledged(writer: string, no: number): boolean {
    return this.acknowledged.some((one) => one.writer === writer && one.from <= no && no <= one.to)
  }

  private judgeGone(writer: string, { next, missing, gone, unsure }: Account, faults: Faults): void {
    for (const no of gone) {
      if (no < next && !missing.has(no) && !unsure.has(no)) {
        faults.add(`writer ${writer}`, `its line ${no} is there although it was rolled back`)
      }
    }
  }
}
