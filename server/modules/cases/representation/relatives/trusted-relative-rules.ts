/** Dated rules of trusted relatives. None of them stands in the law: they are this operator's. */
import { definePolicy } from '../../../../kernel/policy.ts'

/** Relatives that stand or are asked at once. */
export const relativesMost = definePolicy('representation.relatives_most', [
  { from: '2022-10-20', value: 3, source: 'operator policy' },
])

/**
 * Hours between the relative's yes and the first thing she may confirm, so that whoever holds an unlocked
 * phone gains nothing the same day.
 */
export const relativeCooling_h = definePolicy('representation.relative_cooling_h', [
  { from: '2022-10-20', value: 72, source: 'operator policy' },
])

/** Days that the one who was asked may take to answer. */
export const relativeAnswer_days = definePolicy('representation.relative_answer_days', [
  { from: '2022-10-20', value: 7, source: 'operator policy' },
])
