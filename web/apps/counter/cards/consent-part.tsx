// Step 4: what will be sent, and the citizen's own answer at her screen. Nobody presses for her.
import type { Press } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { monitor, signature } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { fieldWords } from '../words/chip-words.ts'
import { Verdict } from '../evidence/verdict.tsx'
import { Refusal } from '../shell/refusal.tsx'
import { useScreenAnswer } from './application.ts'
import { exceptionWords, type CardApplication } from './card-words.ts'
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
  ask: { vi: 'Hỏi trên màn hình người dân', en: "Ask on the citizen's screen" },
  askAgain: { vi: 'Hỏi lại', en: 'Ask again' },
  asked: { vi: 'Đang chờ người dân trả lời', en: "Waiting for the citizen's answer" },
  askedWhy: {
    vi: 'Câu hỏi đang hiện trên màn hình người dân. Không ai được bấm thay.',
    en: "The question stands on the citizen's screen. Nobody may press for her.",
  },
  agreed: { vi: 'Người dân đã đồng ý', en: 'The citizen agreed' },
  agreedWhy: { vi: 'Có thể gửi hồ sơ.', en: 'The application can be sent.' },
  declined: { vi: 'Người dân không đồng ý', en: 'The citizen did not agree' },
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

export const AnswerVerdict = ({
  answer,
  words,
}: {
  answer: 'none' | 'asked' | 'agreed' | 'declined'
  words: { agreed: string; agreedWhy: string; declined: string; declinedWhy: string }
}) => {
  if (answer === 'agreed') {
    return (
      <Verdict tone="ok" title={words.agreed}>
        {words.agreedWhy}
      </Verdict>
    )
  }
  if (answer === 'declined') {
    return (
      <Verdict tone="son" title={words.declined}>
        {words.declinedWhy}
      </Verdict>
    )
  }
  return answer === 'asked' ? (
    <Verdict tone="neutral" title={t('asked')}>
      {t('askedWhy')}
    </Verdict>
  ) : null
}

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
  useScreenAnswer(app.consent === 'asked', app.caseId)
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
              value: app.exceptions.map((one) => exceptionWords(one)).join('; ') || t('none'),
            },
          ]}
        />
        {app.exceptions.length > 0 && (
          <Notice isQuiet tone="warn">
            {t('second')}
          </Notice>
        )}
        <AnswerVerdict
          answer={app.consent}
          words={{
            agreed: t('agreed'),
            agreedWhy: t('agreedWhy'),
            declined: t('declined'),
            declinedWhy: t('declinedWhy'),
          }}
        />
        <Refusal problem={asking.problem ?? sending.problem} />
        {app.consent !== 'agreed' && (
          <Button kind="primary" class="step-inner" icon={monitor} isBusy={asking.isBusy} onPress={onAsk}>
            {t(app.consent === 'none' ? 'ask' : 'askAgain')}
          </Button>
        )}
        <p class="quiet">{t('changed')}</p>
      </div>
    </Card>
  )
}
