// The papers of a dossier: which the State has already, so that nobody brings them, and which came as
// pictures; and what was asked for later.
import { Card } from '../../../ui/card.tsx'
import { dateTimeVN, dayVN } from '../../../ui/format.ts'
import { check, dossier as sheet, Icon, message } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import type { Dossier } from './dossier.ts'
import { PictureButton } from './picture-button.tsx'

const t = phrases({
  title: { vi: 'Giấy tờ kèm theo', en: 'Papers' },
  titleNone: { vi: 'Giấy kèm, không ai phải tải lên', en: 'Papers: nobody had to bring any' },
  replaced: { vi: 'Không cần giấy: {by}', en: 'No paper needed: {by}' },
  missing: { vi: 'Chưa có', en: 'Not there' },
  none: { vi: 'Thủ tục này không cần giấy tờ nào.', en: 'This service asks for no paper.' },
  logged: {
    vi: 'Mở ảnh để lại một dòng trong nhật ký của người nộp.',
    en: "Opening a picture leaves a line in the person's log.",
  },
  supplement: { vi: 'Đã yêu cầu bổ sung', en: 'What was asked for' },
  asked: { vi: 'Yêu cầu lúc {at}, hạn gửi {until}', en: 'Asked {at}, to be sent by {until}' },
  answered: { vi: 'Yêu cầu lúc {at}, đã gửi đủ', en: 'Asked {at}, all of it was sent' },
  waits: { vi: 'Chưa gửi', en: 'Not sent yet' },
})

const Paper = ({ reference, paper }: { reference: string; paper: Dossier['papers'][number] }) => {
  const what = inLanguage(paper.words)
  return (
    <li>
      <b>{what}</b>
      {paper.replacedBy ? (
        <span class="dos-replaced">
          <Icon of={check} size={18} />
          {t('replaced', { by: inLanguage(paper.replacedBy) })}
        </span>
      ) : paper.hasPicture ? (
        <PictureButton reference={reference} of={`paper.${paper.id}`} what={what} />
      ) : (
        <Pill tone="gold">{t('missing')}</Pill>
      )}
    </li>
  )
}

export const PapersCard = ({ dossier }: { dossier: Dossier }) => {
  const { papers, reference } = dossier
  const hasPictures = papers.some(({ hasPicture }) => hasPicture)
  const isFree = papers.length > 0 && papers.every(({ replacedBy }) => replacedBy !== null)
  return (
    <Card title={t(isFree ? 'titleNone' : 'title')} icon={sheet}>
      {papers.length === 0 ? (
        <p class="quiet">{t('none')}</p>
      ) : (
        <ul class="dos-lines">
          {papers.map((paper) => (
            <Paper key={paper.id} reference={reference} paper={paper} />
          ))}
        </ul>
      )}
      {hasPictures && <p class="quiet dos-small">{t('logged')}</p>}
    </Card>
  )
}

const Asked = ({
  reference,
  item,
}: {
  reference: string
  item: NonNullable<Dossier['supplement']>['items'][number]
}) => (
  <li>
    <b lang="vi">{item.what}</b>
    {item.text && <q>{item.text}</q>}
    {item.hasPicture && <PictureButton reference={reference} of={`supplement.${item.id}`} what={item.what} />}
    {!item.text && !item.hasPicture && <Pill tone="gold">{t('waits')}</Pill>}
  </li>
)

/** Nothing where nothing was asked for. */
export const SupplementCard = ({ dossier: { supplement, reference, state } }: { dossier: Dossier }) =>
  supplement && (
    <Card title={t('supplement')} icon={message}>
      <p class="quiet dos-small">
        {state === 'supplement-asked'
          ? t('asked', { at: dateTimeVN(supplement.askedAt), until: dayVN(supplement.until) })
          : t('answered', { at: dateTimeVN(supplement.askedAt) })}
      </p>
      <ul class="dos-lines">
        {supplement.items.map((item) => (
          <Asked key={item.id} reference={reference} item={item} />
        ))}
      </ul>
    </Card>
  )
