// The ladder (design §2.7): every way back to the account with what it asks, where it is done and how long it
// takes. None of them needs the old phone.
import './recover.css'
import { useLoad } from '../../../client/press.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { arrowRight, clock, key, lock, refresh, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { HelpRows } from '../account/help-rows.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { recoverTitle } from './recover-frame.tsx'
import { loadLadder, loadRecovery, type Recovery, type Rungs } from './recovery.ts'
import { rungAsks, rungIcon, rungName, rungTime } from './rung-words.ts'

const t = phrases({
  heading: {
    vi: 'Bạn đang dùng máy mới. Không cần máy cũ.',
    en: 'This is a new phone. The old one is not needed.',
  },
  lead: {
    vi: 'Chọn một cách chứng minh là bạn. Xong việc, máy này được gắn vào tài khoản và mọi máy cũ mất quyền ngay.',
    en: 'Choose one way to show that it is you. In the end this phone is bound to the account and every old one loses its rights at once.',
  },
  why: { vi: 'Vì sao có cách phải chờ?', en: 'Why do some ways wait?' },
  whyMore: {
    vi: 'Kẻ lấy túi xách có cả điện thoại, sim và thẻ của bạn. Vì thế ở nhà không cách nào chỉ cần những thứ ấy: còn cần khuôn mặt hoặc lời người thân, và thời gian để bạn được báo và bấm “Không phải tôi”.',
    en: 'Whoever takes your bag has your phone, SIM and card. So at home no way asks for these alone: your face or a relative’s word is needed as well, and time for you to be told and to say “This was not me”.',
  },
  going: {
    vi: 'Bạn đang lấy lại tài khoản bằng: {rung}.',
    en: 'You are getting the account back by: {rung}.',
  },
  goOn: { vi: 'Làm tiếp', en: 'Go on' },
  ways: { vi: 'Bốn cách, cách nào cũng được', en: 'Four ways, any of them will do' },
  home: { vi: 'Tại nhà', en: 'At home' },
  counter: { vi: 'Tại công an xã, phường', en: 'At the commune police' },
  stolen: { vi: 'Máy bị lấy mất? Khoá tài khoản trước', en: 'Was the phone stolen? Lock the account first' },
  stolenMore: {
    vi: 'Khoá có hiệu lực ngay. Lấy lại tài khoản xong thì khoá của chính bạn được mở.',
    en: 'A lock works at once. Getting the account back opens your own lock again.',
  },
  lock: { vi: 'Khoá tài khoản', en: 'Lock the account' },
  before: { vi: 'Trước đó, xem có cách nhanh hơn không', en: 'See first whether there is a quicker way' },
  password: { vi: 'Tôi nhớ mật khẩu', en: 'I remember the password' },
  passwordMore: {
    vi: 'Số định danh, mật khẩu và mã gửi tới điện thoại. Khoảng 1 phút',
    en: 'Number, password and a code to the phone. About 1 minute',
  },
  fresh: { vi: 'Tài khoản chưa từng kích hoạt', en: 'The account was never activated' },
  freshMore: { vi: 'Kích hoạt bằng số định danh và số điện thoại', en: 'Activate with number and phone' },
  not: { vi: 'Nhận tin báo mà không phải bạn làm', en: 'A notice came, and it is not you' },
  notMore: {
    vi: 'Dừng việc lấy lại và khoá tài khoản bằng mã trong tin',
    en: 'End it and lock the account by the code of the notice',
  },
  none: { vi: 'Không chọn được cách nào', en: 'None of them is possible' },
})

const LadderRows = ({ rungs }: { rungs: Rungs }) => (
  <Rows label={t('ways')}>
    {rungs.map((one) => (
      <Row
        key={one.rung}
        icon={rungIcon(one.rung)}
        tone={one.where === 'counter' ? 'cham' : one.wait_s > 0 ? 'gold' : 'jade'}
        title={rungName(one.rung)}
        href={hrefTo(`/recover/${one.rung}`)}
        detail={rungAsks(one.rung)}
        below={
          <span class="rung-facts">
            <Pill tone={one.wait_s > 0 ? 'gold' : 'ok'}>{rungTime(one)}</Pill>
            <Pill>{t(one.where)}</Pill>
          </span>
        }
      />
    ))}
  </Rows>
)

const Going = ({ recovery }: { recovery: Recovery }) => (
  <Notice
    isQuiet
    title={t('going', { rung: rungName(recovery.rung) })}
    action={
      <LinkButton size="small" iconEnd={arrowRight} href={hrefTo('/recover/continue')}>
        {t('goOn')}
      </LinkButton>
    }
  />
)

export default function RecoverPage() {
  const ladder = useLoad(loadLadder)
  const { data: recovery } = useLoad(loadRecovery)
  return (
    <Screen title={recoverTitle()} head={<TopBar title={recoverTitle()} back={hrefTo('/activate')} />}>
      {recovery && recovery.step !== 'ended' && <Going recovery={recovery} />}
      <div class="page-lead">
        <h2>{t('heading')}</h2>
        <p class="quiet">{t('lead')}</p>
      </div>
      <GroupHead title={t('ways')} />
      {ladder.problem && <ProblemNotice problem={ladder.problem} onRetry={ladder.reload} />}
      {ladder.data ? <LadderRows rungs={ladder.data} /> : !ladder.problem && <Skeleton lines={6} />}
      <Notice isQuiet icon={clock} title={t('why')}>
        {t('whyMore')}
      </Notice>
      <Notice
        isQuiet
        tone="warn"
        icon={lock}
        title={t('stolen')}
        action={
          <LinkButton size="small" href={hrefTo('/lock')}>
            {t('lock')}
          </LinkButton>
        }
      >
        {t('stolenMore')}
      </Notice>
      <GroupHead title={t('before')} />
      <Rows>
        <Row
          icon={key}
          title={t('password')}
          detail={t('passwordMore')}
          href={hrefTo('/activate/new-device')}
        />
        <Row
          icon={refresh}
          tone="gold"
          title={t('fresh')}
          detail={t('freshMore')}
          href={hrefTo('/activate/start')}
        />
        <Row icon={shield} tone="son" title={t('not')} detail={t('notMore')} href={hrefTo('/not-me')} />
      </Rows>
      <GroupHead title={t('none')} />
      <HelpRows />
    </Screen>
  )
}
