// What the citizen is asked at her own screen: the question in one sentence, what will happen, and the two
// answers. The words of a kind come from its journey.
import type { z } from 'zod'
import type { promptKind } from '../../../../contract/counter.ts'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { questions, type QuestionParams } from '../shell/question.ts'
import { actSentence } from '../words/assist-words.ts'

export type PromptKind = z.infer<typeof promptKind>
export type PromptWords = { title: string; lead: string; items: readonly string[]; yes: string; no: string }

const leads = phrases({
  named: {
    vi: '{name}, đây là những gì sẽ xảy ra nếu bạn đồng ý:',
    en: '{name}, this is what happens if you agree:',
  },
  plain: { vi: 'Đây là những gì sẽ xảy ra nếu bạn đồng ý:', en: 'This is what happens if you agree:' },
})
const lines = phrases({
  person: { vi: 'Người liên quan: {name}.', en: 'Person concerned: {name}.' },
  act: { vi: 'Việc được làm: {act}.', en: 'What is done: {act}.' },
  helper: {
    vi: 'Người hỗ trợ: {helper}. Bạn và người ấy đều nhận biên nhận.',
    en: 'Helper: {helper}. You both get a receipt.',
  },
  reference: { vi: 'Mã hồ sơ: {reference}.', en: 'Reference: {reference}.' },
  receipt: { vi: 'Biên nhận: {reference}.', en: 'Receipt: {reference}.' },
  recorded: {
    vi: 'Câu trả lời của bạn được ghi lại cùng thời điểm; bạn xem lại được trong ứng dụng.',
    en: 'Your answer is recorded with its time; you can see it in the app.',
  },
})
const answers = phrases({
  yes: { vi: 'Tôi đồng ý', en: 'I agree' },
  no: { vi: 'Không đồng ý', en: 'I do not agree' },
})

/** Where the server sends a name, a deed, a helper or a reference, each has its line. */
const named = ({ person, act, about, helper, reference }: QuestionParams): string[] => [
  ...(person ? [lines('person', { name: person })] : []),
  ...(act ? [lines('act', { act: actSentence(act, about ?? '') })] : []),
  ...(helper ? [lines('helper', { helper })] : []),
  ...(reference ? [lines(act ? 'receipt' : 'reference', { reference })] : []),
]

/** A journey's law asks that each kind has words (tools/tidy/journeys.ts); without them nothing is asked. */
export const promptWords = (kind: PromptKind, params: QuestionParams): PromptWords => {
  const words = questions.get()[kind]
  if (!words) {
    throw new Error(`no journey words the question ${kind}`)
  }
  const { title, follows, answers: own } = words
  return {
    title: inLanguage(title),
    lead: params['name'] ? leads('named', { name: params['name'] }) : leads('plain'),
    items:
      typeof follows === 'function'
        ? follows(params)
        : [...named(params), inLanguage(follows), lines('recorded')],
    yes: own ? inLanguage(own.yes) : answers('yes'),
    no: own ? inLanguage(own.no) : answers('no'),
  }
}
