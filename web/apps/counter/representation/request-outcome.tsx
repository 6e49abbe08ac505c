// Where a request stands: what is left, why it needs a second pair of eyes, and how it ended.
import { Card } from '../../../ui/card.tsx'
import { clock, Icon, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { LapseNote } from '../case/case-side.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { doubtWords, reasonWords, stepWords, type Request } from './request.ts'

const t = phrases({
  left: { vi: 'Việc còn lại', en: 'What is left' },
  ready: { vi: 'Đủ bước, có thể gửi.', en: 'Every step is done; it can be sent.' },
  doubts: { vi: 'Cần người duyệt thứ hai', en: 'Needs a second pair of eyes' },
  accepted: { vi: 'Đã đăng ký, tài khoản mức {level}', en: 'Registered, account level {level}' },
  acceptedMore: {
    vi: 'Người đại diện mở hồ sơ ở trang Gia đình trong ứng dụng; cả hai bên được báo.',
    en: 'The representative opens the profile on the family page of the app; both sides are told.',
  },
  refused: { vi: 'Không chấp nhận: {reason}', en: 'Not accepted: {reason}' },
  refusedMore: {
    vi: 'Người đại diện được báo lý do. Không có tài khoản nào thay đổi.',
    en: 'The representative is told why. No account changed.',
  },
  waiting: { vi: 'Chờ người duyệt thứ hai', en: 'Waits for the second pair of eyes' },
  waitingMore: {
    vi: 'Người không làm hồ sơ này xem lại và quyết định.',
    en: 'Somebody who did not take this request looks again and decides.',
  },
  ended: { vi: 'Hồ sơ đã kết thúc', en: 'The request was ended' },
  lapsed: {
    vi: 'Không ai làm tiếp hồ sơ này, nên hồ sơ tự kết thúc. Cả hai người được báo.',
    en: 'Nobody went on with this request, so it ended by itself. Both people are told.',
  },
  own: {
    vi: 'Bạn đã làm hồ sơ này, nên một người khác phải duyệt.',
    en: 'You took this request, so somebody else must decide.',
  },
})

export const Left = ({ request: { remaining, doubts, lapsesAt } }: { request: Request }) => (
  <Card title={t('left')} icon={shield}>
    <div class="stack">
      {remaining.length === 0 ? (
        <p>{t('ready')}</p>
      ) : (
        <ul class="rep-left">
          {remaining.map((step) => (
            <li key={step}>
              <Icon of={clock} size={20} />
              <span>{stepWords(step)}</span>
            </li>
          ))}
        </ul>
      )}
      {doubts.length > 0 && (
        <Notice isQuiet tone="warn" title={t('doubts')}>
          <ul class="rep-left">
            {doubts.map((doubt) => (
              <li key={doubt}>
                <span>{doubtWords(doubt)}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <LapseNote at={lapsesAt} />
    </div>
  </Card>
)

export const Outcome = ({ request }: { request: Request }) => {
  if (request.state === 'accepted') {
    return (
      <Verdict tone="ok" title={t('accepted', { level: request.ward?.account?.level ?? request.level })}>
        {t('acceptedMore')}
      </Verdict>
    )
  }
  if (request.state === 'refused') {
    return (
      <Verdict tone="son" title={t('refused', { reason: request.reason ? reasonWords(request.reason) : '' })}>
        {t('refusedMore')}
      </Verdict>
    )
  }
  if (request.state === 'waiting-second') {
    return (
      <Verdict tone="gold" title={t('waiting')}>
        {request.isTakenByMe ? t('own') : t('waitingMore')}
      </Verdict>
    )
  }
  return request.state === 'discarded' ? (
    <Verdict tone="neutral" title={t('ended')}>
      {request.hasLapsed ? t('lapsed') : (request.note ?? '')}
    </Verdict>
  ) : null
}
