// Step 4: what will be sent, and the citizen's own answer at her screen. Nobody presses for her.
import type { Press } from '../../../client/press.ts'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { signature } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { fieldWords } from '../words/chip-words.ts'
import { ScreenAnswer } from '../evidence/screen-answer.tsx'
import { readApplication } from './application.ts'
import { exceptionFact, type CardApplication } from './card-words.ts'
import { kindWords, reasonWords } from '../words/card-kinds.ts'

const t = phrases({
  title: { vi: 'Đồng ý và gửi', en: 'Consent and sending' },
  kind: { vi: 'Hồ sơ', en: 'Application' },
  phone: { vi: 'Liên hệ', en: 'Contact' },
  account: { vi: 'Tài khoản mức 2', en: 'Level-2 account' },
  yes: { vi: 'Cùng thẻ', en: 'With the card' },
  no: { vi: 'Không', en: 'No' },
  changes: { vi: 'Điểm khác', en: 'Differences' },
  none: { vi: 'Không có', en: 'None' },
  exceptions: { vi: 'Ngoại lệ', en: 'Exceptions' },
  agreedWhy: { vi: 'Có thể gửi hồ sơ.', en: 'The application can be sent.' },
  declinedWhy: {
    vi: 'Hỏi lại nếu người dân muốn, hoặc kết thúc hồ sơ.',
    en: 'Ask again if she wishes, or end the application.',
  },
  changed: {
    vi: 'Nếu sửa liên hệ hay điểm khác sau khi đồng ý, phải hỏi lại.',
    en: 'When contact or differences change after the answer, it is asked again.',
  },
  second: {
    vi: 'Hồ sơ có ngoại lệ: sau khi gửi, người duyệt thứ hai xem bằng chứng rồi quyết định.',
    en: 'There are exceptions: after sending, a second pair of eyes looks and decides.',
  },
})

export const ConsentPart = ({
  app,
  asking,
  sending,
  onAsk,
}: {
  app: CardApplication
  asking: Press
  sending: Press
  onAsk: () => void
}) => {
  return (
    <Card title={t('title')} icon={signature}>
      <div class="stack">
        <DataPairs
          columns={2}
          pairs={[
            { label: t('kind'), value: `${kindWords(app.kind)}: ${reasonWords(app.reason)}` },
            { label: t('phone'), value: app.contact?.phone ?? '–' },
            { label: t('account'), value: t(app.withAccount ? 'yes' : 'no') },
            {
              label: t('changes'),
              value:
                app.changes.map(({ field, value }) => `${fieldWords(field)}: ${value}`).join('; ') ||
                t('none'),
            },
            {
              label: t('exceptions'),
              value: app.exceptions.map((one) => exceptionFact(one)).join('; ') || t('none'),
            },
          ]}
        />
        {app.exceptions.length > 0 && (
          <Notice isQuiet tone="warn">
            {t('second')}
          </Notice>
        )}
        <ScreenAnswer
          caseId={app.caseId}
          answer={app.consent}
          words={{ agreedWhy: t('agreedWhy'), declinedWhy: t('declinedWhy') }}
          asking={asking}
          problem={asking.problem ?? sending.problem}
          isMain
          read={() => readApplication(app.caseId)}
          onAsk={onAsk}
        />
        <p class="quiet">{t('changed')}</p>
      </div>
    </Card>
  )
}
