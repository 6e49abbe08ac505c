/**
 * Dated rules of help by others: what a helper may do, for how long an agreement stands, and what a caller
 * must have answered.
 */
import type { z } from 'zod'
import type { assistedActKind, assistWay } from '../../../../contract/assistance.ts'
import { definePolicy } from '../../../kernel/policy.ts'

export type AssistedActKind = z.infer<typeof assistedActKind>
export type AssistWay = z.infer<typeof assistWay>

export interface ActRule {
  /**
   * How the session must have been confirmed: whatever is read or changed of a person needs the code to her
   * own phone.
   */
  readonly session: readonly AssistWay[]
  /** How the act itself is confirmed. */
  readonly way: AssistWay
}

/**
 * The whole list of what a helper may do. Passwords, passcodes and codes are in none of it: the citizen's own
 * hands do those.
 */
export const actRules = definePolicy<Readonly<Record<AssistedActKind, ActRule>>>('assistance.acts', [
  {
    from: '2022-10-20',
    source:
      'Mission M27, ux.md §2.16; operator policy: looking needs a press after a code, a change needs a code of its own',
    value: {
      'begin-level-1': { session: ['press', 'code'], way: 'press' },
      'activation-guide': { session: ['code'], way: 'press' },
      'dossier-state': { session: ['code'], way: 'press' },
      'set-language': { session: ['code'], way: 'press' },
      'report-mismatch': { session: ['code'], way: 'code' },
    },
  },
])

/** Minutes of a session, and of an agreement until it is used. */
export const assistedMinutes = definePolicy('assistance.minutes', [
  {
    from: '2022-10-20',
    value: { session: 30, act: 5 },
    source: 'ux.md §2.16: a session of 30 minutes; operator policy',
  },
])
export const assistBudget = definePolicy('assistance.budget', [
  {
    from: '2022-10-20',
    value: { openedPerHour: 30, perNumberPerDay: 10, actsPerHour: 120 },
    source: 'operator policy: more than one helper can do with care',
  },
])

/** Answers of the caller that must be right, and how many may be wrong beside them. */
export const callerScript = definePolicy('hotline.script', [
  {
    from: '2022-10-20',
    value: { rightLeast: 3, wrongMost: 1 },
    source: 'operator policy: three of the script, as at the counter',
  },
])
/**
 * Against guessing by way of the hotline: in a call, for a number, for an agent, and in a sixteenth of the
 * nation at once.
 */
export const hotlineBudget = definePolicy('hotline.budget', [
  {
    from: '2022-10-20',
    value: {
      triesPerCall: 3,
      perNumberPerDay: 6,
      perAgentPerHour: 60,
      perSliceOfNationPerMinute: 120,
      dossiersPerHour: 60,
      dossiersPerReferencePerDay: 10,
    },
    source: 'operator policy, security bar S9',
  },
])
