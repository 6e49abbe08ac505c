// The script: what the agent asks and types as she hears it. The answer is enough or not enough.
import { useState } from 'preact/hooks'
import type { IdentifyCaller } from '../../../../contract/assistance.ts'
import { deed, type GivenTo } from '../../../client/call.ts'
import { faultSentence, faultsOf } from '../../../client/faults.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { phoneCall } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
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
  check: { vi: 'Đối chiếu', en: 'Check' },
  none: { vi: 'Gõ ít nhất 3 câu trả lời.', en: 'Type at least 3 answers.' },
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
const DIGITS: readonly Key[] = ['phoneEnd', 'oldNumber']
const LEAST = 3

const answersOf = (said: Readonly<Partial<Record<Key, string>>>): GivenTo<typeof IdentifyCaller>['answers'] =>
  Object.fromEntries(keys.flatMap((key) => (said[key]?.trim() ? [[key, said[key].trim()]] : [])))

export const IdentifyForm = ({ call, onAnswer }: { call: Call; onAnswer: (call: Call) => void }) => {
  const [number, setNumber] = useState('')
  const [said, setSaid] = useState<Readonly<Partial<Record<Key, string>>>>({})
  const [isTried, setTried] = useState(false)
  const [isShort, setShort] = useState(false)
  const checking = usePress()
  const faults = checking.problem ? faultsOf(checking.problem) : {}
  const isWhole = /^\d{12}$/.test(number)
  const answers = answersOf(said)
  const hasFew = Object.keys(answers).length < LEAST
  const check = () => {
    setTried(true)
    setShort(false)
    if (!isWhole || hasFew) {
      return
    }
    void checking.press(async () => {
      const told = await orSignIn(
        deed<typeof IdentifyCaller>('hotline.identify', { callId: call.id, personalNumber: number, answers }),
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
        <Refusal
          problem={checking.problem && checking.problem.fields.length === 0 ? checking.problem : null}
          onRetry={check}
        />
        {isShort && (
          <Notice tone="warn" title={t('notEnough')}>
            {call.triesLeft > 0 ? t('notEnoughWhy', { n: call.triesLeft }) : t('spent')}
          </Notice>
        )}
        <PersonalNumberField
          id="caller-number"
          label={t('number')}
          value={number}
          onValue={setNumber}
          autocomplete="off"
          error={
            faults['personalNumber'] ??
            (isTried && !isWhole ? faultSentence('personalNumber', 'length') : undefined)
          }
        />
        <div class="hotline-script">
          {keys.map((key) => (
            <Field
              key={key}
              id={`said-${key}`}
              label={questions(key)}
              value={said[key] ?? ''}
              onValue={(text) => setSaid({ ...said, [key]: text })}
              maxLength={200}
              inputMode={DIGITS.includes(key) ? 'numeric' : undefined}
              error={faults[`answers.${key}`]}
            />
          ))}
        </div>
        {isTried && hasFew && <Notice tone="warn">{t('none')}</Notice>}
        <div class="search-acts">
          <Button kind="primary" type="submit" isBusy={checking.isBusy} isDisabled={call.triesLeft === 0}>
            {t('check')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
