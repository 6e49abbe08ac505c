/**
 * Random sequences on the pure machine with the product's own guards; what is around it (who is current, what
 * is locked, which evidence is real) is kept here.
 */
import type {
  Around,
  Recovery,
  RecoveryEnd,
  RecoveryStep,
} from '../../server/modules/access/authentication/recovery/recovery.ts'
import type { Proof, Rung } from '../../server/modules/access/authentication/recovery/recovery-rules.ts'
import type { Chance } from './chance.ts'
import { breaches, type Story } from './spec.ts'

export interface Machine {
  beginning(rung: Rung, at: Date): Recovery
  stepOf(recovery: Recovery, at: Date): RecoveryStep
  proving(recovery: Recovery, proof: Proof, around: Around): Recovery
  finishing(recovery: Recovery, around: Around): Recovery
  ending(recovery: Recovery, end: Exclude<RecoveryEnd, 'done'>): Recovery
}

interface Kept {
  readonly id: number
  recovery: Recovery
  readonly story: Story
}
const PROOFS: readonly Proof[] = ['chip', 'code', 'portrait', 'relative', 'voucher']
const RUNGS: readonly Rung[] = ['chip', 'face', 'relative', 'voucher']
const SUBJECTS = ['hanh', 'khoa', null] as const
const SESSIONS = ['one', 'two'] as const
const MINUTE_MS = 60_000
const PAUSES_MIN = [1, 7, 45, 130, 361, 60 * 12, 60 * 24 + 1, 60 * 80] as const

export interface Outcome {
  readonly acts: number
  readonly finished: Record<Rung, number>
  readonly refused: number
  readonly breaches: string[]
}

export class Play {
  private at = Date.parse('2026-11-22T01:00:00Z')
  private readonly bySession = new Map<string, Kept>()
  private readonly current = new Map<string, number>()
  private readonly barred = new Set<string>()
  private readonly vouchers = new Map<string, number>()
  private serial = 0
  private readonly machine: Machine
  private readonly chance: Chance
  readonly outcome: Outcome & { acts: number; refused: number } = {
    acts: 0,
    finished: { chip: 0, face: 0, relative: 0, voucher: 0 },
    refused: 0,
    breaches: [],
  }

  constructor(machine: Machine, chance: Chance) {
    this.machine = machine
    this.chance = chance
  }

  run(most: number): Outcome {
    for (let n = 0; n < most; n++) {
      this.outcome.acts++
      if (!this.tryTo(this.choose())) {
        this.outcome.refused++
      }
    }
    return this.outcome
  }

  private choose(): () => void {
    const { chance } = this
    const session = chance.pick(SESSIONS)
    const roll = chance.below(20)
    if (roll < 2) {
      return () => this.begin(session)
    }
    if (roll < 11) {
      return () => this.prove(session)
    }
    if (roll < 15) {
      return () => this.finish(session)
    }
    if (roll < 17) {
      return () => this.pass()
    }
    if (roll === 17) {
      return () => this.stop(session)
    }
    if (roll === 18) {
      return () => this.bar()
    }
    return () => this.print()
  }

  /** A refusal of the product is a refusal here; anything else is a fault of the test. */
  private tryTo(deed: () => void): boolean {
    try {
      deed()
      return true
    } catch (error) {
      if (error instanceof Error && error.name === 'Problem') {
        return false
      }
      throw error
    }
  }

  private around(kept: Kept): Around {
    const { subject } = kept.story
    const isCurrent =
      kept.recovery.proven.length === 0 || subject === null || this.current.get(subject) === kept.id
    return { at: new Date(this.at), isCurrent, isBarred: subject !== null && this.barred.has(subject) }
  }

  private begin(session: string): void {
    const rung = this.chance.pick(RUNGS)
    const subject = this.chance.pick(SUBJECTS)
    const kept: Kept = {
      id: ++this.serial,
      recovery: this.machine.beginning(rung, new Date(this.at)),
      story: { rung, session, subject, begunAt: this.at, shown: [], endedAt: null, overtakenAt: null },
    }
    this.bySession.set(session, kept)
  }

  /** Mostly what comes next, with real evidence; else anything. */
  private prove(session: string): void {
    const kept = this.bySession.get(session)
    if (!kept) {
      return
    }
    const step = this.machine.stepOf(kept.recovery, new Date(this.at))
    const next = PROOFS.find((proof) => proof === step)
    const proof = next && this.chance.is(0.85) ? next : this.chance.pick(PROOFS)
    if (!this.isGenuine(kept, proof)) {
      return
    }
    const before = kept.recovery
    kept.recovery = this.machine.proving(before, proof, this.around(kept))
    const by = proof === 'relative' ? 'relative' : session
    kept.story.shown.push({ proof, at: this.at, isGenuine: true, session: by })
    if (before.proven.length === 0 && kept.story.subject !== null) {
      this.overtake(kept, kept.story.subject)
    }
  }

  /**
   * The deeds ask the evidence before they ask the machine: a wrong code, a copied chip or a used voucher
   * never reaches it.
   */
  private isGenuine(kept: Kept, proof: Proof): boolean {
    const { subject } = kept.story
    if (subject === null) {
      return proof === 'chip' && this.chance.is(0.5)
    }
    if (proof !== 'voucher') {
      return this.chance.is(0.9)
    }
    const endsAt = this.vouchers.get(subject)
    this.vouchers.delete(subject)
    return endsAt !== undefined && endsAt > this.at
  }

  private overtake(kept: Kept, subject: string): void {
    for (const other of this.bySession.values()) {
      if (other !== kept && other.story.subject === subject && other.story.shown.length > 0) {
        other.story.overtakenAt ??= this.at
      }
    }
    this.current.set(subject, kept.id)
  }

  private finish(session: string): void {
    const kept = this.bySession.get(session)
    if (!kept) {
      return
    }
    const around = this.around(kept)
    kept.recovery = this.machine.finishing(kept.recovery, around)
    if (kept.story.subject === null) {
      return
    } // the deed finds no account
    this.outcome.breaches.push(
      ...breaches(kept.story, { at: this.at, session, isBarred: around.isBarred }).map(
        (breach) => `${kept.story.rung}: ${breach}`,
      ),
    )
    this.outcome.finished[kept.story.rung]++
    kept.story.endedAt = this.at
    this.current.delete(kept.story.subject)
  }

  private stop(session: string): void {
    const kept = this.bySession.get(session)
    if (!kept) {
      return
    }
    kept.recovery = this.machine.ending(
      kept.recovery,
      this.chance.pick(['cancelled', 'disputed', 'failed'] as const),
    )
    kept.story.endedAt ??= this.at
    const { subject } = kept.story
    if (subject !== null && this.current.get(subject) === kept.id) {
      this.current.delete(subject)
    }
  }

  private bar(): void {
    const subject = this.chance.pick(['hanh', 'khoa'] as const)
    if (!this.barred.delete(subject) && this.chance.is(0.4)) {
      this.barred.add(subject)
    }
  }

  private print(): void {
    this.vouchers.set(this.chance.pick(['hanh', 'khoa'] as const), this.at + 24 * 60 * MINUTE_MS)
  }

  private pass(): void {
    this.at += this.chance.pick(PAUSES_MIN) * MINUTE_MS
  }
}
