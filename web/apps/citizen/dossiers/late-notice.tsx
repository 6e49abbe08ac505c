// A dossier that is late: the apology first, the new day, who answers for it; she has to do nothing.
import { now } from '../../../ui/clock.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { dayVN } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import type { OwnDossier } from './clock-card.tsx'
import { dueText } from './dossier-words.ts'

const t = phrases({
  late: { vi: 'Hồ sơ quá hạn. Chúng tôi xin lỗi bạn.', en: 'This is late. We are sorry.' },
  moved: { vi: 'Hồ sơ trả chậm. Chúng tôi xin lỗi bạn.', en: 'This takes longer. We are sorry.' },
  was: {
    vi: 'Hạn trả là {day}. {office} chưa trả; lãnh đạo đơn vị đã được báo. Bạn không phải làm gì.',
    en: 'It was due on {day}. {office} has not decided; the head of the office was told. There is nothing you have to do.',
  },
  new: {
    vi: 'Hạn trả là {was}. Ngày trả mới: {at}. Bạn không phải làm gì.',
    en: 'It was due on {was}. The new day is {at}. There is nothing you have to do.',
  },
  why: { vi: 'Lý do: {reason}. {by} ký thư xin lỗi.', en: 'Why: {reason}. The apology is signed by {by}.' },
  complain: { vi: 'Hỏi hoặc phản ánh', en: 'Ask or complain' },
})

const Complain = () => (
  <LinkButton size="small" href={hrefTo('/help')}>
    {t('complain')}
  </LinkButton>
)

export const LateNotice = ({ own: { apology, isOverdue, dueAt, endedAt, office } }: { own: OwnDossier }) => {
  if (endedAt !== null) {
    return null
  }
  if (apology) {
    const isLateAgain = now() > Date.parse(apology.newDueAt)
    return (
      <Notice isQuiet tone="danger" title={t(isLateAgain ? 'late' : 'moved')} action={<Complain />}>
        <p>{t('new', { was: dayVN(apology.wasDueAt), at: dueText(apology.newDueAt) })}</p>
        <p>{t('why', { reason: apology.reason.replace(/\.$/, ''), by: apology.by })}</p>
      </Notice>
    )
  }
  return isOverdue && dueAt !== null ? (
    <Notice isQuiet tone="danger" title={t('late')} action={<Complain />}>
      {t('was', { day: dayVN(dueAt), office })}
    </Notice>
  ) : null
}
