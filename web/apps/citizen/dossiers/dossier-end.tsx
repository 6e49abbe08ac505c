// What she can still do about a dossier: object to a refusal, say how it went, take it back.
import { useState } from 'preact/hooks'
import type { ObjectToDossier, RateDossier, WithdrawDossier } from '../../../../contract/dossiers.ts'
import { usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { flag, star } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { AskedDeed } from '../shell/asked-deed.tsx'
import { ownDeed } from '../shell/session.ts'
import type { OwnDossier } from './clock-card.tsx'

const t = phrases({
  refused: { vi: 'Vì sao không được chấp thuận', en: 'Why it was refused' },
  object: { vi: 'Khiếu nại quyết định này', en: 'Object to this decision' },
  objectMore: {
    vi: 'Cán bộ khác sẽ xem lại từ đầu. Viết điều bạn thấy chưa đúng.',
    en: 'Other officers look at it again. Say what you think is not right.',
  },
  why: { vi: 'Bạn thấy điều gì chưa đúng?', en: 'What is not right?' },
  short: { vi: 'Viết ít nhất 10 ký tự để người xem lại hiểu được.', en: 'Write at least 10 characters.' },
  send: { vi: 'Gửi khiếu nại', en: 'Send the objection' },
  rate: { vi: 'Việc này diễn ra thế nào?', en: 'How did it go?' },
  rateHint: {
    vi: 'Chỉ cộng vào điểm của cơ quan; không ai biết bạn chấm mấy sao.',
    en: 'It is only added to the office’s count; nobody knows what you gave.',
  },
  '1': { vi: 'Rất tệ', en: 'Very bad' },
  '2': { vi: 'Chưa tốt', en: 'Not good' },
  '3': { vi: 'Tạm được', en: 'Fair' },
  '4': { vi: 'Tốt', en: 'Good' },
  '5': { vi: 'Rất tốt', en: 'Very good' },
  choose: { vi: 'Chọn số sao.', en: 'Choose how many stars.' },
  give: { vi: 'Gửi đánh giá', en: 'Send it' },
  rated: { vi: 'Cảm ơn bạn đã đánh giá', en: 'Thank you' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Take it back' },
  withdrawAsk: { vi: 'Rút hồ sơ này?', en: 'Take this dossier back?' },
  withdrawEffect: {
    vi: 'Hồ sơ kết thúc, dữ liệu của bạn giữ nguyên. Bạn nộp lại lúc nào cũng được.',
    en: 'The dossier ends and your data stays as it is. You can file it again at any time.',
  },
})

type Deed = { own: OwnDossier; onDone: (own: OwnDossier) => void }

const Objection = ({ own, onDone }: Deed) => {
  const [why, write] = useState('')
  const [isJudged, judge] = useState(false)
  const sending = usePress()
  const isShort = why.trim().length < 10
  const send = () => {
    judge(true)
    if (!isShort) {
      void sending.press(async () =>
        onDone(
          await ownDeed<typeof ObjectToDossier>('dossiers.object', {
            reference: own.reference,
            why: why.trim(),
          }),
        ),
      )
    }
  }
  return (
    <form
      class="form spaced"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h3>{t('object')}</h3>
      <p class="quiet">{t('objectMore')}</p>
      {sending.problem && <ProblemNotice key={sending.refusals} problem={sending.problem} onRetry={send} />}
      <Field
        id="objection"
        label={t('why')}
        rows={4}
        maxLength={2000}
        value={why}
        onValue={write}
        error={isJudged && isShort ? t('short') : undefined}
      />
      <Button type="submit" isBusy={sending.isBusy}>
        {t('send')}
      </Button>
    </form>
  )
}

export const Refusal = ({ own, onDone }: Deed) =>
  own.refusal === null ? null : (
    <Card title={t('refused')} icon={flag}>
      <p>
        <b>{inLanguage(own.refusal.words)}</b>
      </p>
      <p class="quiet small">{inLanguage(own.refusal.law)}</p>
      {own.refusal.note && <p class="spaced">{own.refusal.note}</p>}
      {own.mayObject && <Objection own={own} onDone={onDone} />}
    </Card>
  )

const stars = ['1', '2', '3', '4', '5'] as const
type Stars = (typeof stars)[number]

export const Rating = ({ own }: { own: OwnDossier }) => {
  const [chosen, choose] = useState<Stars | null>(null)
  const [isJudged, judge] = useState(false)
  const [isGiven, give] = useState(false)
  const sending = usePress()
  if (isGiven) {
    return <Notice tone="ok" title={t('rated')} />
  }
  if (!own.mayRate) {
    return null
  }
  const send = () => {
    judge(true)
    if (chosen) {
      void sending.press(async () => {
        await ownDeed<typeof RateDossier>('dossiers.rate', {
          reference: own.reference,
          stars: Number(chosen),
        })
        give(true)
      })
    }
  }
  return (
    <Card>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <RadioCards
          name="stars"
          legend={t('rate')}
          hint={t('rateHint')}
          error={isJudged && !chosen ? t('choose') : undefined}
          choices={stars.map((value) => ({ value, title: value, detail: t(value), icon: star }))}
          value={chosen}
          onValue={choose}
          look="tiles"
        />
        {sending.problem && <ProblemNotice key={sending.refusals} problem={sending.problem} onRetry={send} />}
        <Button type="submit" isBusy={sending.isBusy}>
          {t('give')}
        </Button>
      </form>
    </Card>
  )
}

export const Withdraw = ({ own, onDone }: Deed) =>
  own.mayWithdraw ? (
    <div>
      <AskedDeed
        label={t('withdraw')}
        title={t('withdrawAsk')}
        effect={t('withdrawEffect')}
        onYes={async () =>
          onDone(await ownDeed<typeof WithdrawDossier>('dossiers.withdraw', { reference: own.reference }))
        }
      />
    </div>
  ) : null
