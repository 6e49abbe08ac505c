/**
 * A document of another register on a person's phone: looked for, held, missing, or held back because the
 * register says something else of her than the population register does (Decree 69/2024/ND-CP art. 4 and 12:
 * integrating information; its accuracy is the owning agency's). Pure.
 */
import type { z } from 'zod'
import type { DocumentType } from '../../../../contract/document-type.ts'
import type { documentStanding, documentState } from '../../../../contract/documents.ts'
import { later } from '../../../kernel/clock.ts'
import { problem } from '../../../kernel/problem.ts'
import type { SourceAnswer } from '../sources/source-wire.ts'
import { claimsOf, type Values } from './claims-of-type.ts'
import { differenceOf, isHerNumber, isOfAnother, type Difference, type Herself } from './match-holder.ts'

export type DocumentState = z.infer<typeof documentState>
export type Standing = z.infer<typeof documentStanding>

/** Sealed under her key. */
export interface DocumentContent {
  readonly keys: Readonly<Record<string, string>>
  readonly values: Values | null
  /** As the register names its record. */
  readonly record: string | null
  readonly difference: Difference | null
  /** She has asked the register to look into it; `isTold` once the register has taken that. */
  readonly report: { readonly at: string; readonly isTold: boolean } | null
}
export interface OwnDocument {
  readonly state: DocumentState
  readonly standing: Standing | null
  readonly content: DocumentContent
  readonly syncedAt: Date | null
  readonly silentSince: Date | null
  readonly dueAt: Date | null
  readonly lookAt: Date
  /** Looks in vain, one after the other. */
  readonly tries: number
}
interface LookRules {
  readonly again_s: readonly number[]
  readonly silent_s: readonly number[]
  readonly full_s: number
  readonly lease_s: number
}
export interface Looked {
  readonly type: Pick<DocumentType, 'claims' | 'refresh_hours'>
  readonly her: Herself
  readonly rules: LookRules
  readonly answer_days: number
  readonly at: Date
}

const DAY_S = 86_400
const nth = (waits: readonly number[], tries: number): number =>
  waits[Math.min(tries, waits.length - 1)] ?? DAY_S

export const begun = (keys: Readonly<Record<string, string>>, at: Date): OwnDocument => ({
  state: 'looking',
  standing: null,
  content: { keys, values: null, record: null, difference: null, report: null },
  syncedAt: null,
  silentSince: null,
  dueAt: null,
  lookAt: at,
  tries: 0,
})

/** It keeps what it last said, and is asked again soon. */
export const silent = (document: OwnDocument, { rules, at }: Pick<Looked, 'rules' | 'at'>): OwnDocument => ({
  ...document,
  silentSince: document.silentSince ?? at,
  tries: document.tries + 1,
  lookAt: later(at, nth(rules.silent_s, document.tries)),
})

/** Nothing was asked. */
export const putOff = (document: OwnDocument, { rules, at }: Pick<Looked, 'rules' | 'at'>): OwnDocument => ({
  ...document,
  lookAt: later(at, rules.full_s),
})

const inVain = (document: OwnDocument, { rules, answer_days, at }: Looked): OwnDocument => {
  // The silence is over; looks in vain are counted from its end.
  const tries = document.silentSince === null ? document.tries : 0
  return {
    ...document,
    silentSince: null,
    dueAt: document.dueAt ?? later(at, answer_days * DAY_S),
    tries: tries + 1,
    lookAt: later(at, nth(rules.again_s, tries)),
  }
}

const missing = (document: OwnDocument, looked: Looked): OwnDocument => {
  if (document.state === 'held') {
    const { refresh_hours: hours } = looked.type
    return {
      ...document,
      standing: 'gone',
      silentSince: null,
      syncedAt: looked.at,
      tries: 0,
      lookAt: later(looked.at, hours * 3600),
    }
  }
  return {
    ...inVain(document, looked),
    state: 'missing',
    content: {
      ...document.content,
      record: null,
      difference: null,
      report: document.state === 'missing' ? document.content.report : null,
    },
  }
}

/**
 * What the register's answer makes of it. null when the answer is none of this type: the register is taken
 * for silent then, because nothing that it says can be shown.
 */
export const answered = (document: OwnDocument, answer: SourceAnswer, looked: Looked): OwnDocument | null => {
  if (answer.answer === 'none') {
    return missing(document, looked)
  }
  const { record } = answer
  if (!isHerNumber(record.holder, looked.her) || isOfAnother(record.holder, looked.her)) {
    return missing(document, looked)
  }
  const difference = differenceOf(record.holder, looked.her)
  if (difference) {
    const { difference: before, report } = document.content
    const isSame = before?.field === difference.field && before.sourceSays === difference.sourceSays
    return {
      ...inVain(document, looked),
      state: 'differs',
      standing: null,
      content: {
        keys: document.content.keys,
        values: null,
        record: record.reference,
        difference,
        report: isSame ? report : null,
      },
    }
  }
  const values = claimsOf(looked.type, record.values)
  return (
    values && {
      state: 'held',
      standing: record.standing,
      content: {
        keys: document.content.keys,
        values,
        record: record.reference,
        difference: null,
        report: null,
      },
      syncedAt: looked.at,
      silentSince: null,
      dueAt: null,
      tries: 0,
      lookAt: later(looked.at, looked.type.refresh_hours * 3600),
    }
  )
}

/** Throws `documents.no-difference`: nothing is wrong with it, or she has said so already. */
export const reported = (document: OwnDocument, at: Date, answer_days: number): OwnDocument => {
  if ((document.state !== 'differs' && document.state !== 'missing') || document.content.report) {
    throw problem('documents.no-difference')
  }
  return {
    ...document,
    dueAt: later(at, answer_days * DAY_S),
    lookAt: at,
    content: { ...document.content, report: { at: at.toISOString(), isTold: false } },
  }
}
/** The register has taken what she reported. */
export const told = (document: OwnDocument): OwnDocument => {
  const { report } = document.content
  return { ...document, content: { ...document.content, report: report && { ...report, isTold: true } } }
}

/** A document whose last day is over has expired, whatever its register last said. */
export const standingOn = (
  { standing, content }: Pick<OwnDocument, 'standing' | 'content'>,
  { expiry }: Pick<DocumentType, 'expiry'>,
  today: string,
): Standing | null => {
  const last = expiry === null ? undefined : content.values?.[expiry]
  return standing === 'valid' && typeof last === 'string' && last < today ? 'expired' : standing
}
