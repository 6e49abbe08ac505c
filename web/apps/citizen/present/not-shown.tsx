// Why no code can be shown now, and what to do: each state with its shape, its words and one next step.
import type { ComponentChildren } from 'preact'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ban, clock, Icon, lock, offline, shield } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { UnlockVault } from '../vault/unlock-vault.tsx'
import { untilText } from './until-text.ts'
import type { Showing } from './use-showing.ts'

const t = phrases({
  passcode: { vi: 'Nhập mã PIN để xuất trình', en: 'Enter the passcode to present' },
  never: { vi: 'Trong máy chưa có giấy tờ để xuất trình', en: 'Nothing to present is kept here yet' },
  neverNow: {
    vi: 'Nối mạng một lần, máy tự lấy về. Sau đó không cần mạng nữa.',
    en: 'Connect once and the phone fetches it. After that no network is needed.',
  },
  retry: { vi: 'Lấy về máy', en: 'Fetch it' },
  level: { vi: 'Cần mức 2 để xuất trình bằng mã', en: 'Level 2 is needed to present by a code' },
  levelNow: {
    vi: 'Làm tại quầy, khoảng 10 phút. Bạn vẫn cho xem thẻ được: chọn Cho xem thẻ.',
    en: 'At a counter, about 10 minutes. You can still show the card: choose Show the card.',
  },
  levelGo: { vi: 'Cách lên mức 2', en: 'How to reach level 2' },
  over: { vi: 'Giấy tờ trong máy đã hết hạn dùng', en: 'What is kept here has run out' },
  overNow: {
    vi: 'Dùng được đến {at}. Dữ liệu của bạn không đổi; nối mạng, máy tự lấy bản mới.',
    en: 'It worked until {at}. Your data is unchanged; connect and the phone fetches a new copy.',
  },
  held: { vi: 'Đang tạm khoá', en: 'On hold' },
  heldNow: {
    vi: 'Nơi cấp đang tạm khoá giấy tờ này nên không xuất trình được. Xem lý do và cách mở ở trang Tôi.',
    en: 'The issuer has put this document on hold, so it cannot be presented. The page “Me” says why and how to undo it.',
  },
  heldPaper: {
    vi: 'Nơi cấp đang tạm giữ giấy tờ này nên chưa xuất trình được. Các giấy tờ khác của bạn vẫn dùng được.',
    en: 'Its agency has suspended this document, so it cannot be presented for now. Your other documents still work.',
  },
  heldPaperGo: { vi: 'Xem giấy tờ này', en: 'See this document' },
  heldGo: { vi: 'Đến trang Tôi', en: 'To the page “Me”' },
  revoked: { vi: 'Đã bị thu hồi', en: 'Revoked' },
  revokedNow: {
    vi: 'Bản trong máy không còn giá trị. Nối mạng, máy tự lấy bản mới nếu được cấp.',
    en: 'The copy kept here is no longer valid. Connect; the phone fetches a new one where it is issued.',
  },
})

const State = ({
  icon,
  title,
  children,
  action,
}: {
  icon: string
  title: string
  children: ComponentChildren
  action: ComponentChildren
}) => (
  <section class="not-shown">
    <Icon of={icon} size={40} />
    <h2>{title}</h2>
    <p>{children}</p>
    {action}
  </section>
)

/** With a way to somewhere else, or to try again. */
const states = {
  'never-fetched': { icon: offline, title: 'never', now: 'neverNow', way: null },
  revoked: { icon: ban, title: 'revoked', now: 'revokedNow', way: null },
  held: { icon: lock, title: 'held', now: 'heldNow', way: ['/me', 'heldGo'] },
  'level-too-low': { icon: shield, title: 'level', now: 'levelNow', way: ['/services', 'levelGo'] },
} as const

/** `paper`: the document of another register that is not shown; null for the identity card. */
export const NotShown = ({
  showing,
  paper,
  again,
}: {
  showing: Exclude<Showing, { is: 'ready' | 'opening' }>
  paper: string | null
  again: () => void
}) => {
  const retry = (
    <Button kind="primary" isWide onPress={again}>
      {t('retry')}
    </Button>
  )
  if (showing.is === 'passcode') {
    return (
      <section class="not-shown">
        <UnlockVault label={t('passcode')} again={again} />
      </section>
    )
  }
  if (showing.is === 'refused') {
    return <ProblemNotice problem={showing.problem} onRetry={again} />
  }
  if (showing.is === 'over') {
    return (
      <State icon={clock} title={t('over')} action={retry}>
        {t('overNow', { at: untilText(showing.since_s) })}
      </State>
    )
  }
  if (showing.is === 'held' && paper !== null) {
    const see = (
      <LinkButton kind="primary" isWide href={hrefTo(`/documents/${paper}`)}>
        {t('heldPaperGo')}
      </LinkButton>
    )
    return (
      <State icon={lock} title={t('held')} action={see}>
        {t('heldPaper')}
      </State>
    )
  }
  const { icon, title, now, way } = states[showing.is]
  const leave = way && (
    <LinkButton kind="primary" isWide href={hrefTo(way[0])}>
      {t(way[1])}
    </LinkButton>
  )
  return (
    <State icon={icon} title={t(title)} action={leave ?? retry}>
      {t(now)}
    </State>
  )
}
