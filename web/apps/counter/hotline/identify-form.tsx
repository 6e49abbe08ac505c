// The script: what the agent asks and types as she hears it. The answer is enough or not enough.
import { useState } from 'preact/hooks'
import type { IdentifyCaller } from '../../../../contract/assistance.ts'
import { deed, type GivenTo } from '../../../client/call.ts'
import { callerAnswers, identifyCaller } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm, type Form } from '../../../kit/form.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { phoneCall } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import type { Call } from './call.ts'

const t = phrases({
  title: { vi: 'Người gọi là ai?', en: 'Who calls?' },
  lead: {
    vi: 'Hỏi từng câu, gõ đúng lời người gọi. Cần ít nhất 3 câu đúng. Bạn không thấy đáp án.',
    en: 'Ask one by one and type what the caller says. At least 3 must be right. You see no answers.',
  },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  answers: { vi: 'Câu trả lời của người gọi', en: "The caller's answers" },
  check: { vi: 'Đối chiếu', en: 'Check' },
  few: { vi: 'Gõ ít nhất 3 câu trả lời.', en: 'Type at least 3 answers.' },
  day: {
    vi: 'Gõ ngày/tháng/năm có thật, ví dụ 12/04/2021; hoặc chỉ năm.',
    en: 'Type a real day/month/year, for example 12/04/2021; or the year alone.',
  },
  phoneEnd: { vi: 'Gõ đúng 3 chữ số.', en: 'Type exactly 3 digits.' },
  oldNumber: { vi: 'Gõ đúng 9 chữ số.', en: 'Type exactly 9 digits.' },
  notEnough: { vi: 'Chưa đủ', en: 'Not enough' },
  notEnoughWhy: {
    vi: 'Hỏi thêm câu khác. Còn {n} lượt. Không nói cho người gọi câu nào đúng, câu nào sai.',
    en: 'Ask something else. {n} tries are left. Do not say which was right or wrong.',
  },
  spent: {
    vi: 'Hết lượt. Mời người gọi đến quầy hoặc dùng trang khoá công khai.',
    en: 'No tries left. Send the caller to a counter or to the public lock page.',
  },
})
const questions = phrases({
  fullName: { vi: '“Họ và tên đầy đủ của anh/chị?”', en: '“Your full name?”' },
  birthDate: { vi: '“Ngày tháng năm sinh?”', en: '“Your date of birth?”' },
  residence: { vi: '“Thường trú ở xã, phường nào?”', en: '“In which commune do you live?”' },
  parentName: { vi: '“Tên mẹ hoặc cha?”', en: "“Your mother's or father's name?”" },
  cardIssuedOn: { vi: '“Thẻ căn cước cấp ngày nào?”', en: '“Which day was your card issued?”' },
  phoneEnd: {
    vi: '“3 số cuối của số điện thoại đã đăng ký?”',
    en: '“The last 3 digits of your registered phone?”',
  },
  oldNumber: { vi: '“Số chứng minh nhân dân cũ, 9 số?”', en: '“Your old 9-digit card number?”' },
})
const keys = [
  'fullName',
  'birthDate',
  'residence',
  'parentName',
  'cardIssuedOn',
  'phoneEnd',
  'oldNumber',
] as const
type Key = (typeof keys)[number]
/** `answers`: what is wrong with all of them together; nothing is typed there. */
type ScriptFields = 'personalNumber' | 'answers' | Key
type Said = Readonly<Record<ScriptFields, string>>

const DIGITS: readonly Key[] = ['phoneEnd', 'oldNumber']
const LEAST = 3

const answersOf = (said: Said): GivenTo<typeof IdentifyCaller>['answers'] =>
  Object.fromEntries(keys.flatMap((key) => (said[key].trim() ? [[key, said[key].trim()]] : [])))

const idOf = (key: Key | 'answers'): string => `said-${key}`

const useScript = () =>
  useForm<ScriptFields>({
    rules: { ...identifyCaller, ...callerAnswers },
    within: 'answers',
    start: {
      personalNumber: '',
      answers: '',
      fullName: '',
      birthDate: '',
      residence: '',
      parentName: '',
      cardIssuedOn: '',
      phoneEnd: '',
      oldNumber: '',
    },
    ids: {
      personalNumber: 'caller-number',
      answers: idOf('answers'),
      ...Object.fromEntries(keys.map((key) => [key, idOf(key)])),
    },
    words: {
      answers: () => t('few'),
      cardIssuedOn: () => t('day'),
      phoneEnd: () => t('phoneEnd'),
      oldNumber: () => t('oldNumber'),
    },
    asSent: answersOf,
    also: (said) =>
      Object.keys(answersOf(said)).length < LEAST ? [{ field: 'answers', code: 'too_small' }] : [],
  })

const Questions = ({ form }: { form: Form<ScriptFields> }) => {
  const few = form.of('answers').error
  return (
    <div
      class="stack"
      id={idOf('answers')}
      role="group"
      tabIndex={-1}
      aria-label={t('answers')}
      aria-describedby={few ? 'said-few' : undefined}
    >
      <div class="hotline-script">
        {keys.map((key) => (
          <Field
            key={key}
            {...form.of(key)}
            label={questions(key)}
            maxLength={200}
            inputMode={DIGITS.includes(key) ? 'numeric' : undefined}
          />
        ))}
      </div>
      {few && (
        <div id="said-few">
          <Notice tone="warn">{few}</Notice>
        </div>
      )}
    </div>
  )
}

export const IdentifyForm = ({ call, onAnswer }: { call: Call; onAnswer: (call: Call) => void }) => {
  const [isShort, setShort] = useState(false)
  const form = useScript()
  const check = () => {
    setShort(false)
    void form.send(async () => {
      const told = await orSignIn(
        deed<typeof IdentifyCaller>('hotline.identify', {
          callId: call.id,
          personalNumber: form.values.personalNumber,
          answers: answersOf(form.values),
        }),
      )
      setShort(!told.isEnough)
      onAnswer(told.call)
    })
  }
  return (
    <Card title={t('title')} icon={phoneCall}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          check()
        }}
      >
        <p class="quiet">{t('lead')}</p>
        <FormSummary form={form} />
        <Refusal problem={form.refusal} onRetry={check} />
        {isShort && (
          <Notice tone="warn" title={t('notEnough')}>
            {call.triesLeft > 0 ? t('notEnoughWhy', { n: call.triesLeft }) : t('spent')}
          </Notice>
        )}
        <PersonalNumberField {...form.of('personalNumber')} label={t('number')} autocomplete="off" />
        <Questions form={form} />
        <div class="search-acts">
          <Button kind="primary" type="submit" isBusy={form.sending.isBusy} isDisabled={call.triesLeft === 0}>
            {t('check')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
