// The two steps in which one waits: for a trusted relative, who must hear a number by voice, and for the time
// in which every channel is told.
import { useEffect } from 'preact/hooks'
import { useNow } from '../../../ui/clock.ts'
import { Row, Rows } from '../../../ui/card.tsx'
import { dateTimeVN, spokenDigits } from '../../../ui/format.ts'
import { bell, clock, eye, Icon, phoneCall, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RecoverFrame } from './recover-frame.tsx'
import { loadRecovery, type Recovery } from './recovery.ts'
import { leftText } from './rung-words.ts'

const t = phrases({
  tell: { vi: 'Gọi điện, đọc số này cho người thân', en: 'Call your relative and say this number' },
  match: { vi: 'Số đối chiếu', en: 'Number to compare' },
  how: {
    vi: 'Người thân mở Sen, nhập số nghe được và mã PIN của họ. Chỉ đọc qua điện thoại để họ nghe đúng giọng bạn, không gửi tin nhắn.',
    en: 'Your relative opens Sen and types the number heard and an own passcode. Say it on the phone, so that your voice is heard; never send it as a message.',
  },
  asked: {
    vi: 'Đã nhờ {n} người thân. Một người xác nhận là đủ.',
    en: '{n} relatives were asked. One of them is enough.',
  },
  askedNone: {
    vi: 'Chưa có người thân tin cậy nào đang có hiệu lực',
    en: 'No trusted relative stands for you yet',
  },
  askedNoneMore: {
    vi: 'Cách này chưa dùng được. Dừng lại và chọn ảnh chân dung hoặc đến quầy. Lấy lại xong, bạn chọn người thân trong mục Tôi.',
    en: 'This way cannot be used. Stop, and choose the portrait or a counter. Afterwards you can name relatives under Me.',
  },
  until: {
    vi: 'Cần xác nhận trước {until}. Trang này tự đi tiếp.',
    en: 'To be confirmed before {until}. This page goes on by itself.',
  },
  waitTitle: { vi: 'Bằng chứng đã đủ', en: 'The proofs are complete' },
  from: { vi: 'Máy này gắn được từ', en: 'This phone can be bound from' },
  left: { vi: 'Còn {left}', en: '{left} left' },
  told: { vi: 'Mọi kênh của bạn đã được báo', en: 'Every channel of yours was told' },
  toldMore: {
    vi: 'Tin nhắn, e-mail và các máy cũ, kèm mã để dừng nếu không phải bạn',
    en: 'Text message, e-mail and the old phones, with a code that ends it if it is not you',
  },
  old: { vi: 'Máy cũ chỉ xem được', en: 'Old phones can only read' },
  oldMore: {
    vi: 'Không chia sẻ, không đổi được gì cho đến khi xong',
    en: 'Nothing can be shared or changed there until it is done',
  },
  close: { vi: 'Bạn có thể đóng trang này', en: 'You may close this page' },
  closeMore: {
    vi: 'Quay lại bằng chính trình duyệt này trước {until}, mở Sen, chọn Lấy lại tài khoản.',
    en: 'Come back in this very browser before {until}, open Sen and choose to get the account back.',
  },
  sooner: {
    vi: 'Không chờ được? Đến quầy với thẻ căn cước: phiếu của quầy không phải chờ.',
    en: 'Cannot wait? Come to a counter with your card: its voucher has no waiting.',
  },
})

const LOOK_EVERY_MS = 4000

/**
 * What the server knows may change without this page: the relative answers, the time passes, somebody ends
 * it.
 */
const useFresh = () => {
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) {
        void loadRecovery().catch(() => undefined)
      }
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
}

export const RelativeStep = ({ recovery }: { recovery: Recovery }) => {
  useFresh()
  const { relative } = recovery
  if (!relative || relative.asked === 0) {
    return (
      <RecoverFrame recovery={recovery} at="relative">
        <Notice isQuiet tone="warn" title={t('askedNone')}>
          {t('askedNoneMore')}
        </Notice>
      </RecoverFrame>
    )
  }
  return (
    <RecoverFrame recovery={recovery} at="relative">
      <div class="page-lead">
        <h2>{t('tell')}</h2>
      </div>
      <p class="big-number">
        <span>{t('match')}</span>
        <b aria-label={spokenDigits(relative.matchNumber)}>{relative.matchNumber}</b>
      </p>
      <Notice isQuiet icon={phoneCall}>
        {t('how')}
      </Notice>
      <p>
        {t('asked', { n: relative.asked })} {t('until', { until: dateTimeVN(relative.until) })}
      </p>
    </RecoverFrame>
  )
}

export const WaitStep = ({ recovery, waitUntil }: { recovery: Recovery; waitUntil: string }) => {
  useFresh()
  const moment = useNow()
  const left_s = Math.max(0, Math.ceil((Date.parse(waitUntil) - moment) / 1000))
  useEffect(() => {
    if (left_s === 0) {
      void loadRecovery().catch(() => undefined)
    }
  }, [left_s === 0])
  return (
    <RecoverFrame recovery={recovery} at="wait">
      <div class="page-lead">
        <h2>{t('waitTitle')}</h2>
      </div>
      <div class="wait-panel">
        <Icon of={clock} size={36} />
        <p>
          {t('from')} <strong>{dateTimeVN(waitUntil)}</strong>
        </p>
        <b role="timer">{t('left', { left: leftText(left_s) })}</b>
      </div>
      <Rows>
        <Row icon={bell} tone="gold" title={t('told')} detail={t('toldMore')} />
        <Row icon={eye} tone="cham" title={t('old')} detail={t('oldMore')} />
        <Row
          icon={shield}
          title={t('close')}
          detail={t('closeMore', { until: dateTimeVN(recovery.endsAt) })}
        />
      </Rows>
      <p class="quiet">{t('sooner')}</p>
    </RecoverFrame>
  )
}
