// What a journey asks the citizen at her own screen. Its words are the journey's; the screen knows none.
import { createStore } from '../../../ui/store.ts'

type Bilingual = { readonly vi: string; readonly en: string }
/** What the server sends with a question (server/modules/registry/organisations/desk-prompt.ts). */
export type QuestionParams = Readonly<Record<string, string>>

export interface QuestionWords {
  readonly title: Bilingual
  /**
   * What follows if she agrees: one sentence, to which the screen adds whom, what and under which reference
   * the server named; or all lines, made from what the server sent.
   */
  readonly follows: Bilingual | ((params: QuestionParams) => readonly string[])
  /** The two answers, where "I agree" is not what she says. */
  readonly answers?: { readonly yes: Bilingual; readonly no: Bilingual }
}

/** By kind (`promptKind` in contract/counter.ts). Filled once by the counter's main file. */
export const questions = createStore<Readonly<Record<string, QuestionWords>>>({})
