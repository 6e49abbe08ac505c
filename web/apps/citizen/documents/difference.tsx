// What she does where a register says something else of her than her card, or finds nothing of hers.
import type { ReportDifference } from '../../../../contract/documents.ts'
import { usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { useStep } from '../../../ui/attention.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateTimeVN, dateVN } from '../../../ui/format.ts'
import { flag } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { ownDeed } from '../shell/session.ts'
import type { Held } from './own-documents.ts'

const t = phrases({
  two: { vi: 'Hai nơi ghi khác nhau', en: 'Two registers differ' },
  fullName: { vi: 'Họ, chữ đệm và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  onPaper: { vi: 'Trên giấy tờ này', en: 'On this document' },
  onCard: { vi: 'Trên căn cước', en: 'On the identity card' },
  cardRight: { vi: 'Căn cước ghi đúng', en: 'The identity card is right' },
  paperRight: { vi: 'Giấy tờ này ghi đúng', en: 'This document is right' },
  mine: { vi: 'Nhờ kiểm tra: giấy tờ này là của tôi', en: 'Ask them to check: it is mine' },
  isReported: { vi: 'Đã nhờ nơi cấp kiểm tra', en: 'The agency was asked to check' },
  reported: {
    vi: 'Đã gửi yêu cầu sửa lúc {at}. Nơi cấp trả lời trước {due}; sửa xong, giấy tờ tự vào ví và bạn được báo.',
    en: 'Reported at {at}. They answer by {due}; once corrected, it comes into the wallet and you are told.',
  },
  answerBy: { vi: 'Nơi cấp trả lời bạn trước {due}.', en: 'The agency answers you by {due}.' },
})

/** She says which is right: the agency is told, or the population register's own way is opened. */
export const Difference = ({ held, onDone }: { held: Held; onDone: () => void }) => {
  const { own } = held
  const reporting = usePress()
  const report = () =>
    void reporting.press(async () => {
      await ownDeed<typeof ReportDifference>('documents.report', { id: own.id })
      onDone()
    })
  const due = own.dueAt ? dateVN(own.dueAt) : ''
  useStep(own.reportedAt ? 'reported' : 'asked')
  if (own.reportedAt) {
    return (
      <div data-step>
        <Card title={t('isReported')} icon={flag}>
          <p>{t('reported', { at: dateTimeVN(own.reportedAt), due })}</p>
        </Card>
      </div>
    )
  }
  return (
    <div class="differing">
      {reporting.problem && (
        <ProblemNotice key={reporting.refusals} problem={reporting.problem} onRetry={report} />
      )}
      {own.difference && (
        <Card title={t('two')}>
          <DataPairs
            pairs={[
              {
                label: `${t(own.difference.field)} · ${t('onPaper')}`,
                value: said(own.difference.sourceSays, own.difference.field),
                mark: 'mismatch',
              },
              {
                label: `${t(own.difference.field)} · ${t('onCard')}`,
                value: said(own.difference.registerSays, own.difference.field),
              },
            ]}
          />
        </Card>
      )}
      {due && <p class="quiet">{t('answerBy', { due })}</p>}
      <Button kind="primary" isWide icon={flag} isBusy={reporting.isBusy} onPress={report}>
        {t(own.difference ? 'cardRight' : 'mine')}
      </Button>
      {own.difference && <LinkButton href={hrefTo('/cases/report')}>{t('paperRight')}</LinkButton>}
    </div>
  )
}
const said = (value: string, field: 'fullName' | 'birthDate'): string =>
  field === 'birthDate' ? value.split('-').reverse().join('/') : value
