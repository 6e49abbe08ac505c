// Who has to agree and who has; and who sees what of this dossier, so that nobody is surprised later.
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { eye, family, pencil } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill, type PillTone } from '../../../ui/pill.tsx'
import type { Dossier } from './dossier.ts'
import { consentWords, nameOf, type Consent } from './dossier-words.ts'

const t = phrases({
  title: { vi: 'Ai đã đồng ý', en: 'Who agreed' },
  none: { vi: 'Thủ tục này không cần ai đồng ý.', en: 'Nobody has to agree to this one.' },
  paper: { vi: 'Ghi giấy đồng ý', en: 'Note the paper' },
  paperOf: { vi: 'Ghi giấy đồng ý của {name}', en: 'Note the paper of {name}' },
  who: { vi: 'Ai thấy gì', en: 'Who sees what' },
  person: {
    vi: '{name} thấy trong nhật ký: {office} đã mở hồ sơ, lúc nào và để làm gì; thấy từng bước và hạn trả.',
    en: '{name} sees in the log that {office} opened the dossier, when and for what; and each step and the due day.',
  },
  others: {
    vi: 'Người được hỏi ý kiến chỉ thấy câu hỏi và câu trả lời của mình.',
    en: 'Whoever was asked to agree sees only the question and her own answer.',
  },
  notes: {
    vi: 'Ghi chú của cán bộ nằm trong hồ sơ; lý do từ chối và yêu cầu bổ sung được gửi nguyên văn.',
    en: "Officers' notes stay in the dossier; refusals and what is asked for are sent word for word.",
  },
})

const tones: Readonly<Record<Consent['state'], PillTone>> = {
  waiting: 'gold',
  agreed: 'ok',
  declined: 'son',
  'on-paper': 'ok',
}

const ConsentLine = ({ consent, onPaper }: { consent: Consent; onPaper: (() => void) | null }) => (
  <li>
    <span>
      <b>{nameOf(consent)}</b> {inLanguage(consent.words)}
      <small class="quiet">
        {inLanguage(consent.law)}
        {consent.at && ` · ${dateTimeVN(consent.at)}`}
      </small>
    </span>
    <Pill tone={tones[consent.state]}>{consentWords(consent.state)}</Pill>
    {consent.state === 'waiting' && onPaper && (
      <Button
        size="small"
        kind="quiet"
        icon={pencil}
        label={t('paperOf', { name: nameOf(consent) })}
        onPress={onPaper}
      >
        {t('paper')}
      </Button>
    )}
  </li>
)

export const ConsentsCard = ({
  dossier,
  onPaper,
}: {
  dossier: Dossier
  /** Null while nothing can be noted any more. */
  onPaper: ((consent: Consent) => void) | null
}) => (
  <Card title={t('title')} icon={family}>
    {dossier.consents.length === 0 ? (
      <p class="quiet">{t('none')}</p>
    ) : (
      <ul class="dos-lines">
        {dossier.consents.map((consent) => (
          <ConsentLine key={consent.id} consent={consent} onPaper={onPaper && (() => onPaper(consent))} />
        ))}
      </ul>
    )}
  </Card>
)

export const WhoSeesCard = ({ dossier }: { dossier: Dossier }) => {
  return (
    <Card title={t('who')} icon={eye}>
      <ul class="dos-sees">
        <li>{t('person', { name: nameOf(dossier), office: dossier.office })}</li>
        {dossier.consents.length > 0 && <li>{t('others')}</li>}
        <li>{t('notes')}</li>
      </ul>
    </Card>
  )
}
