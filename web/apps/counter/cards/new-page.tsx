// A new application: who stands here, what she needs and why, and whether the level-2 account comes with the
// card.
import { focusField } from '../../../ui/attention.tsx'
import '../devices/devices.css'
import '../case/case.css'
import './cards.css'
import { useEffect, useState } from 'preact/hooks'
import type { OpenCard } from '../../../../contract/card-taking.ts'
import { deed } from '../../../client/call.ts'
import { faultSentence, faultsOf } from '../../../client/faults.ts'
import { usePress } from '../../../client/press.ts'
import { newId } from '../../../client/uuid7.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { Field } from '../../../ui/field.tsx'
import { groupPersonalNumber } from '../../../ui/format.ts'
import { arrowLeft, arrowRight, card, info, person } from '../../../ui/icons.tsx'
import { language } from '../../../ui/language.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { navigate } from '../../../ui/router.tsx'
import { Switch } from '../../../ui/switch.tsx'
import { people, readPeople, visitor } from '../../../kit/simulators.ts'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { application } from './application.ts'
import { kindWhy, reasonsOf } from './card-words.ts'
import { kindWords, reasonWords, type CardKind, type CardReason } from '../words/card-kinds.ts'

const t = phrases({
  title: { vi: 'Hồ sơ thẻ căn cước mới', en: 'New card application' },
  who: { vi: 'Người dân', en: 'The person' },
  stands: { vi: 'Ai đang đứng trước quầy?', en: 'Who stands at the desk?' },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: {
    vi: 'Đủ 12 số, nhìn trên thẻ cũ, giấy khai sinh hoặc nghe người dân đọc.',
    en: 'All 12 digits, from the old card, the birth certificate or as she says them.',
  },
  what: { vi: 'Cần làm gì', en: 'What is needed' },
  kind: { vi: 'Loại hồ sơ', en: 'Kind of application' },
  reason: { vi: 'Lý do (Luật Căn cước, Điều 24)', en: 'Reason (Law on Identification, art. 24)' },
  choose: { vi: 'Chọn một.', en: 'Choose one.' },
  lostOn: { vi: 'Mất ngày nào', en: 'Lost on which day' },
  lostWhere: { vi: 'Mất ở đâu', en: 'Lost where' },
  lostMissing: { vi: 'Nhập điều người dân kể.', en: 'Enter what the person tells.' },
  lostWhat: {
    vi: 'Khi hồ sơ được chấp nhận, thẻ cũ mất giá trị ngay và tài khoản (nếu có) tạm khoá đến khi nhận thẻ mới.',
    en: 'Once the application is accepted the old card is void at once, and an account is locked until the new card is received.',
  },
  account: { vi: 'Làm tài khoản mức 2 cùng thẻ', en: 'Level-2 account together with the card' },
  law: { vi: 'Điều gì xảy ra', en: 'What happens' },
  law1: {
    vi: 'Mở hồ sơ là đọc cơ sở dữ liệu; người dân nhìn thấy điều đó trong nhật ký của mình.',
    en: 'Opening it reads the register; the person sees that in her log.',
  },
  law2: {
    vi: 'Trả thẻ trong 07 ngày làm việc từ khi hồ sơ đủ (Luật Căn cước, Điều 26). Tài khoản mức 2 được cấp đúng lúc trao thẻ.',
    en: 'The card is due in 7 working days from the complete application (art. 26). The level-2 account is issued as the card is handed over.',
  },
  law3: {
    vi: 'Người lấy hồ sơ không in thẻ; người in thẻ không trả thẻ.',
    en: 'Whoever takes the application does not print; whoever prints does not hand over.',
  },
  open: { vi: 'Mở hồ sơ', en: 'Open the application' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
})

const AtDesk = ({ onNumber }: { onNumber: (digits: string) => void }) => {
  const present = people.use()
  const here = visitor.use()
  useEffect(() => {
    void readPeople()
  }, [])
  if (present.length === 0) {
    return null
  }
  return (
    <fieldset class="cast-cards">
      <legend>{t('stands')}</legend>
      <div>
        {present.map((member) => (
          <label key={member.id} class="cast-card">
            <input
              type="radio"
              name="cast-person"
              value={member.id}
              checked={here?.id === member.id}
              onChange={() => {
                visitor.set(member)
                onNumber(member.personalNumber)
              }}
            />
            <Portrait name={member.name} src={member.portraitUrl} shape="card" size={44} />
            <span>
              <b>{member.name}</b>
              <small class="figures">{groupPersonalNumber(member.personalNumber)}</small>
              <small>{inLanguage(member.about)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const LostFields = ({
  on,
  where,
  onOn,
  onWhere,
  isTried,
}: {
  on: string
  where: string
  onOn: (on: string) => void
  onWhere: (where: string) => void
  isTried: boolean
}) => (
  <>
    <div class="card-lost">
      <Field
        id="lost-on"
        type="date"
        label={t('lostOn')}
        value={on}
        onValue={onOn}
        error={isTried && !on ? t('lostMissing') : undefined}
      />
      <Field
        id="lost-where"
        label={t('lostWhere')}
        maxLength={120}
        value={where}
        onValue={onWhere}
        error={isTried && where.trim().length < 2 ? t('lostMissing') : undefined}
      />
    </div>
    <Notice isQuiet tone="warn">
      {t('lostWhat')}
    </Notice>
  </>
)

const Law = () => (
  <Card title={t('law')} icon={info}>
    <ul class="card-law">
      <li>{t('law1')}</li>
      <li>{t('law2')}</li>
      <li>{t('law3')}</li>
    </ul>
  </Card>
)

const useOpening = () => {
  const [number, setNumber] = useState('')
  const [kind, setKind] = useState<CardKind | null>(null)
  const [reason, setReason] = useState<CardReason | null>(null)
  const [lost, setLost] = useState({ on: '', where: '' })
  const [withAccount, setWith] = useState(true)
  const [isTried, setTried] = useState(false)
  const opening = usePress()
  const isLost = reason === 'lost'
  const chooseKind = (to: CardKind) => {
    setKind(to)
    setReason(reasonsOf[to].length === 1 ? (reasonsOf[to][0] ?? null) : null)
  }
  const open = () => {
    setTried(true)
    if (number.length !== 12) {
      return focusField('card-number')
    }
    if (!kind || !reason || (isLost && (!lost.on || lost.where.trim().length < 2))) {
      return
    }
    void opening.press(async () => {
      const id = newId()
      application.set(
        await orSignIn(
          deed<typeof OpenCard>('card.open', {
            caseId: id,
            personalNumber: number,
            kind,
            reason,
            withAccount,
            language: language(),
            ...(isLost ? { lost: { on: lost.on, where: lost.where.trim() } } : {}),
          }),
        ),
      )
      navigate(`/cards/${id}`, { replace: true })
    })
  }
  return {
    number,
    setNumber,
    kind,
    chooseKind,
    reason,
    setReason,
    lost,
    setLost,
    withAccount,
    setWith,
    isTried,
    opening,
    isLost,
    open,
  }
}

const NewPage = () => {
  const form = useOpening()
  const { number, kind, reason, lost, isTried, opening } = form
  const back = () => navigate('/cards')
  useKeys({ Escape: back })
  const faults = opening.problem ? faultsOf(opening.problem) : {}
  return (
    <CounterFrame
      title={t('title')}
      keys={[['Esc', t('back')]]}
      foot={
        <>
          <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={back}>
            {t('back')}
          </Button>
          <Button kind="primary" iconEnd={arrowRight} isBusy={opening.isBusy} onPress={form.open}>
            {t('open')}
          </Button>
        </>
      }
    >
      <PageHead title={t('title')} />
      <div class="card-new">
        <div class="desk-middle">
          <Refusal
            problem={opening.problem && opening.problem.fields.length === 0 ? opening.problem : null}
            onRetry={form.open}
          />
          <Card title={t('who')} icon={person}>
            <AtDesk onNumber={form.setNumber} />
            <PersonalNumberField
              id="card-number"
              label={t('number')}
              hint={t('numberHint')}
              value={number}
              onValue={form.setNumber}
              autocomplete="off"
              error={
                faults['personalNumber'] ??
                (isTried && number.length !== 12 ? faultSentence('personalNumber', 'length') : undefined)
              }
            />
          </Card>
          <Card title={t('what')} icon={card}>
            <RadioCards
              name="card-kind"
              legend={t('kind')}
              value={kind}
              onValue={form.chooseKind}
              error={isTried && !kind ? t('choose') : undefined}
              choices={(['exchange', 're-issue', 'first-issue'] as const).map((value) => ({
                value,
                title: kindWords(value),
                detail: kindWhy(value),
              }))}
            />
            {kind && reasonsOf[kind].length > 1 && (
              <div class="card-reasons">
                <RadioCards
                  name="card-reason"
                  legend={t('reason')}
                  value={reason}
                  onValue={form.setReason}
                  error={isTried && !reason ? t('choose') : undefined}
                  choices={reasonsOf[kind].map((value) => ({ value, title: reasonWords(value) }))}
                />
              </div>
            )}
            {form.isLost && (
              <LostFields
                on={lost.on}
                where={lost.where}
                onOn={(on) => form.setLost({ ...lost, on })}
                onWhere={(where) => form.setLost({ ...lost, where })}
                isTried={isTried}
              />
            )}
            <Switch label={t('account')} isOn={form.withAccount} onSwitch={form.setWith} />
          </Card>
        </div>
        <Law />
      </div>
    </CounterFrame>
  )
}

export default NewPage
