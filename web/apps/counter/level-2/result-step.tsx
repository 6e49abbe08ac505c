// The end of a case at this desk: what was decided or who decides now, and the way to the next person.
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { dateTimeVN, dayVN } from '../../../ui/format.ts'
import { card, check } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { officer } from '../shell/officer.ts'
import { SessionLog } from './session-log.tsx'
import { exceptionFact } from '../evidence/exception-words.ts'
import type { DeskCase, Level2Case } from './desk-case.ts'
import { Verdict } from '../evidence/verdict.tsx'

const t = phrases({
  title: { vi: 'Kết quả', en: 'Result' },
  accepted: { vi: 'Đã cấp tài khoản mức 2', en: 'The level-2 account is issued' },
  acceptedWhy: {
    vi: 'Người dân được báo qua tin nhắn cùng cách kích hoạt. Quyết định lúc {moment}.',
    en: 'The person is told by text message how to activate it. Decided {moment}.',
  },
  'waiting-second': { vi: 'Chờ người duyệt thứ hai', en: 'Waits for a second pair of eyes' },
  waitingWhy: {
    vi: 'Trả kết quả chậm nhất {day}. Người dân được báo qua tin nhắn; không cần chờ ở quầy.',
    en: 'The result comes by {day} at the latest, by text message; there is no need to wait here.',
  },
  refused: { vi: 'Không cấp được tài khoản', en: 'The account is not issued' },
  discarded: { vi: 'Hồ sơ đã kết thúc, không có quyết định', en: 'The case ended without a decision' },
  discardedWhy: {
    vi: 'Người dân nhìn thấy điều này trong nhật ký của mình.',
    en: 'The person sees this in her log.',
  },
  told: {
    vi: 'Người dân được báo lý do và việc cần làm tiếp.',
    en: 'The person is told the reason and what to do next.',
  },
  toCard: { vi: 'Làm thẻ cùng tài khoản', en: 'Card and account together' },
  next: { vi: 'Mời người tiếp theo khi sẵn sàng.', en: 'Call the next person when ready.' },
})
export const refusalWords = phrases({
  'no-valid-card': { vi: 'Không có thẻ căn cước còn hiệu lực.', en: 'No valid identity card.' },
  'chip-refused': { vi: 'Chip của thẻ không được công nhận.', en: "The card's chip is not accepted." },
  'card-differs': {
    vi: 'Thẻ khác cơ sở dữ liệu ở thông tin nhận dạng.',
    en: 'The card differs from the register in identity data.',
  },
  'not-in-register': { vi: 'Không có trong cơ sở dữ liệu dân cư.', en: 'Not in the population register.' },
  deceased: { vi: 'Cơ sở dữ liệu ghi người này đã mất.', en: 'The register says this person has died.' },
  'under-age': { vi: 'Chưa đủ tuổi tự đăng ký.', en: 'Too young to register alone.' },
  'portrait-differs': { vi: 'Khuôn mặt không khớp.', en: 'The face does not match.' },
  'prints-differ': { vi: 'Vân tay không khớp.', en: 'The fingerprints do not match.' },
  'consent-declined': { vi: 'Người dân không đồng ý.', en: 'The citizen did not agree.' },
  'phone-already-bound': {
    vi: 'Số máy đã gắn với tài khoản khác.',
    en: 'The phone belongs to another account.',
  },
  'account-locked': { vi: 'Tài khoản đang bị khoá.', en: 'The account is locked.' },
  'exception-denied': {
    vi: 'Người duyệt thứ hai không chấp nhận ngoại lệ.',
    en: 'The second pair of eyes denied the exception.',
  },
  'suspected-fraud': { vi: 'Nghi ngờ gian lận.', en: 'Suspected fraud.' },
})

const Outcome = ({ server }: { server: Level2Case }) => {
  if (server.state === 'accepted') {
    return (
      <Verdict tone="ok" title={t('accepted')}>
        {t('acceptedWhy', { moment: dateTimeVN(server.decidedAt ?? server.dueAt) })}
      </Verdict>
    )
  }
  if (server.state === 'waiting-second') {
    return (
      <Verdict tone="gold" title={t('waiting-second')}>
        {t('waitingWhy', { day: dayVN(server.dueAt) })}
      </Verdict>
    )
  }
  if (server.state === 'discarded') {
    return (
      <Verdict tone="neutral" title={t('discarded')}>
        {t('discardedWhy')}
      </Verdict>
    )
  }
  return (
    <Verdict tone="son" title={t('refused')}>
      {server.reason ? refusalWords(server.reason) : ''} {t('told')}
    </Verdict>
  )
}

/**
 * Whoever has no card that can be used applies for one here, and the account comes with it (Decree 69/2024
 * art. 10(2)).
 */
const ToCard = ({ reason }: { reason: Level2Case['reason'] }) =>
  (reason === 'no-valid-card' || reason === 'chip-refused') && officer.get()?.tasks.includes('card.take') ? (
    <LinkButton icon={card} href={hrefTo('/cards/new')}>
      {t('toCard')}
    </LinkButton>
  ) : null

export const ResultStep = ({ desk, server }: { desk: DeskCase; server: Level2Case }) => (
  <Card title={t('title')} icon={check}>
    <div class="stack">
      <Outcome server={server} />
      {server.exceptions.length > 0 && (
        <ul class="exceptions">
          {server.exceptions.map((one) => (
            <li key={exceptionFact(one)}>{exceptionFact(one)}</li>
          ))}
        </ul>
      )}
      <ToCard reason={server.reason} />
      <Notice isQuiet>{t('next')}</Notice>
      {desk.events.length > 0 && <SessionLog desk={desk} />}
    </div>
  </Card>
)
