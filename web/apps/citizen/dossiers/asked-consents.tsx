// Who has to agree to the dossier, who has, and a reminder for whoever has not said yet.
import './dossier.css'
import type { RemindConsent } from '../../../../contract/dossiers.ts'
import { usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { check, clock, close, person } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { toast } from '../../../ui/toast.tsx'
import { ownDeed } from '../shell/session.ts'
import type { OwnDossier } from './clock-card.tsx'

type Consent = OwnDossier['consents'][number]

const t = phrases({
  title: { vi: 'Ai phải đồng ý', en: 'Who has to agree' },
  unnamed: { vi: 'Người được hỏi', en: 'Whoever is asked' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  agreed: { vi: 'Đồng ý', en: 'Agreed' },
  declined: { vi: 'Không đồng ý', en: 'Declined' },
  'on-paper': { vi: 'Ký giấy', en: 'On paper' },
  at: { vi: '{words} · {at}', en: '{words} · {at}' },
  remind: { vi: 'Nhắc', en: 'Remind' },
  remindOf: { vi: 'Nhắc {name}', en: 'Remind {name}' },
  reminded: { vi: 'Đã nhắc. Mỗi ngày nhắc được một lần.', en: 'Reminded. You can do it once a day.' },
  paper: {
    vi: 'Ai không dùng điện thoại thì ký giấy đồng ý tại quầy, hoặc cán bộ đến tận nhà.',
    en: 'Whoever has no phone signs on paper at the counter, or an officer comes to them.',
  },
})
const looks = {
  waiting: { tone: 'gold', icon: clock },
  agreed: { tone: 'ok', icon: check },
  declined: { tone: 'son', icon: close },
  'on-paper': { tone: 'ok', icon: check },
} as const

const ConsentRow = ({
  consent,
  reference,
  onDone,
}: {
  consent: Consent
  reference: string
  onDone: (own: OwnDossier) => void
}) => {
  const reminding = usePress()
  const { id, words, name, state, at, mayRemind } = consent
  const { tone, icon } = looks[state]
  const remind = () =>
    void reminding.press(async () => {
      onDone(await ownDeed<typeof RemindConsent>('dossiers.remind', { reference, consent: id }))
      toast(t('reminded'))
    })
  return (
    <li>
      <span class="row-text">
        <span>{name ?? t('unnamed')}</span>
        <small>
          {at === null ? inLanguage(words) : t('at', { words: inLanguage(words), at: dateTimeVN(at) })}
        </small>
      </span>
      <Pill tone={tone} icon={icon}>
        {t(state)}
      </Pill>
      {mayRemind && (
        <Button
          size="small"
          label={t('remindOf', { name: name ?? t('unnamed') })}
          isBusy={reminding.isBusy}
          onPress={remind}
        >
          {t('remind')}
        </Button>
      )}
      {reminding.problem && (
        <div class="consent-problem">
          <ProblemNotice key={reminding.refusals} problem={reminding.problem} onRetry={remind} />
        </div>
      )}
    </li>
  )
}

export const AskedConsents = ({ own, onDone }: { own: OwnDossier; onDone: (own: OwnDossier) => void }) =>
  own.consents.length === 0 ? null : (
    <Card title={t('title')} icon={person}>
      <ul class="consent-rows">
        {own.consents.map((consent) => (
          <ConsentRow key={consent.id} consent={consent} reference={own.reference} onDone={onDone} />
        ))}
      </ul>
      {own.consents.some(({ state }) => state === 'waiting') && (
        <p class="quiet small spaced">{t('paper')}</p>
      )}
    </Card>
  )
