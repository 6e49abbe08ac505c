// Why nothing can be shared now: each state with its sign, what happened, that nothing was given, and one
// next step. Calm where she need not do anything.
import type { ComponentChildren } from 'preact'
import type { Problem } from '../../../client/problem.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ban, clock, lock, offline, refresh, search, shield } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { UnlockVault } from '../vault/unlock-vault.tsx'
import type { Lacking } from './asked.ts'
import { claimTitle, IDENTITY_CARD, typeTitle, type Types } from './claim-text.ts'
import type { Holdings } from './holdings.ts'

const t = phrases({
  unknown: { vi: 'Nơi này chưa đăng ký', en: 'Not a registered organisation' },
  unknownMore: {
    vi: 'Mã hay liên kết vừa mở không thuộc nơi nào được phép hỏi giấy tờ. Chúng tôi không mở để giữ an toàn cho bạn; không có gì được gửi đi. Đừng gửi giấy tờ cho họ bằng cách khác.',
    en: 'The code or link belongs to nobody who may ask for documents. To keep you safe it was not opened; nothing was sent. Do not send them documents in another way.',
  },
  suspended: { vi: 'Nơi này đang không được hỏi giấy tờ', en: 'This organisation may not ask now' },
  suspendedMore: {
    vi: 'Quyền hỏi của họ đang tạm dừng hoặc đã hết hạn. Không có gì được gửi đi và bạn không phải làm gì. Việc gấp thì mang giấy tờ đến quầy của họ.',
    en: 'Its permission is suspended or has ended. Nothing was sent and you need not do anything. If it is urgent, take your papers to their counter.',
  },
  silent: { vi: 'Nơi hỏi chưa trả lời', en: 'Whoever asks does not answer' },
  silentMore: {
    vi: 'Máy chủ của họ đang im, máy của bạn vẫn bình thường. Không có gì được gửi đi. Thử lại sau ít phút, hoặc quét lại mã.',
    en: 'Their server is silent; your phone is fine. Nothing was sent. Try again in a few minutes, or scan the code again.',
  },
  wrong: { vi: 'Yêu cầu này không đọc được', en: 'This request cannot be read' },
  wrongMore: {
    vi: 'Nội dung hoặc chữ ký không đúng, nên máy không trả lời. Không có gì được gửi đi. Quét lại mã; nếu vẫn vậy, báo cho nơi đưa mã.',
    en: 'Its form or its signature is not right, so the phone does not answer. Nothing was sent. Scan the code again; if it stays so, tell whoever gave it to you.',
  },
  blocked: { vi: 'Chúng tôi đã chặn yêu cầu này', en: 'We have blocked this request' },
  blockedMore: {
    vi: 'Nơi này hỏi nhiều hơn những gì họ được phép. Không có gì của bạn được gửi đi, người vận hành đã được báo. Bạn không phải làm gì.',
    en: 'They asked for more than they may. Nothing of yours was sent, and the operator was told. You need not do anything.',
  },
  way: { vi: 'Nơi này không được hỏi theo cách đó', en: 'They may not ask in this way' },
  wayMore: {
    vi: 'Không có gì được gửi đi. Mở trang của họ và làm theo hướng dẫn ở đó.',
    en: 'Nothing was sent. Open their own page and follow what it says.',
  },
  expired: { vi: 'Yêu cầu đã hết hạn', en: 'The request has lapsed' },
  expiredMore: {
    vi: 'Không có gì được gửi đi. Quay lại trang của họ hoặc quét mã mới để bắt đầu lại.',
    en: 'Nothing was sent. Go back to their page, or scan a new code, to begin again.',
  },
  gone: { vi: 'Không có yêu cầu này', en: 'There is no such request' },
  goneMore: {
    vi: 'Yêu cầu được mở ở máy hoặc hồ sơ khác, hoặc đã quá cũ. Không có gì được gửi đi.',
    en: 'It was opened on another phone or profile, or is too old. Nothing was sent.',
  },
  noReceipt: { vi: 'Không có biên nhận này', en: 'There is no such receipt' },
  noReceiptMore: {
    vi: 'Lần chia sẻ này ở hồ sơ khác, hoặc địa chỉ chưa đúng. Các biên nhận của bạn vẫn còn nguyên.',
    en: 'It belongs to another profile, or the address is not right. Your own receipts are all there.',
  },
  noNetwork: { vi: 'Cần mạng để chia sẻ', en: 'A network is needed to share' },
  noNetworkMore: {
    vi: 'Yêu cầu nằm ở máy chủ của nơi hỏi nên phải có mạng mới mở được. Gặp mặt trực tiếp thì dùng “Xuất trình”, không cần mạng.',
    en: 'The request lies with whoever asks, so it opens only with a network. Face to face use “Present”, which needs none.',
  },
  present: { vi: 'Xuất trình', en: 'Present' },
  unlock: { vi: 'Nhập mã PIN để xem bên này hỏi gì', en: 'Enter the passcode to see what is asked' },
  level: { vi: 'Cần mức 2 để chia sẻ giấy tờ', en: 'Level 2 is needed to share documents' },
  levelMore: {
    vi: 'Làm tại công an xã, phường, khoảng 10 phút, mang theo thẻ căn cước. Không có gì được gửi đi.',
    en: 'At the commune police, about 10 minutes, with your identity card. Nothing was sent.',
  },
  levelGo: { vi: 'Cách lên mức 2', en: 'How to reach level 2' },
  none: { vi: 'Trong máy chưa có giấy tờ để chia sẻ', en: 'Nothing to share is kept here yet' },
  noneMore: {
    vi: 'Có mạng là máy tự lấy về. Không có gì được gửi đi.',
    en: 'With a network the phone fetches it by itself. Nothing was sent.',
  },
  over: { vi: 'Giấy tờ trong máy đã hết hạn dùng', en: 'What is kept here has run out' },
  held: { vi: 'Giấy tờ đang tạm khoá', en: 'Your documents are on hold' },
  heldMore: {
    vi: 'Nơi cấp đang tạm khoá nên không chia sẻ được. Trang Tôi cho biết lý do và cách mở.',
    en: 'The issuer has put them on hold, so they cannot be shared. The page Me says why and how to undo it.',
  },
  heldGo: { vi: 'Đến trang Tôi', en: 'To the page Me' },
  revoked: { vi: 'Giấy tờ trong máy đã bị thu hồi', en: 'What is kept here was revoked' },
  revokedMore: {
    vi: 'Bản trong máy không còn giá trị. Được cấp lại thì máy tự lấy bản mới khi có mạng.',
    en: 'The copy kept here is no longer valid. Where a new one is issued, the phone fetches it.',
  },
  lacking: { vi: 'Bạn chưa có giấy tờ họ cần', en: 'You do not have what they need' },
  lackingMore: {
    vi: 'Họ cần: {names}. Trong máy này chưa có. Không có gì được gửi đi; yêu cầu vẫn chờ bạn.',
    en: 'They need: {names}. It is not on this phone. Nothing was sent; the request still waits for you.',
  },
  lackingPart: {
    vi: '{title} của bạn không có: {names}. Không có gì được gửi đi. Hỏi họ cách khác.',
    en: 'Your {title} does not say: {names}. Nothing was sent. Ask them for another way.',
  },
  onHold: { vi: '{title} đang bị tạm giữ', en: '{title}: on hold' },
  onHoldMore: {
    vi: 'Nơi cấp đang tạm giữ nên không chia sẻ được. Không có gì được gửi đi; khi được trả lại, bạn mở lại yêu cầu này.',
    en: 'Its agency has put it on hold, so it cannot be shared. Nothing was sent; open this request again when it is given back.',
  },
  documents: { vi: 'Xem giấy tờ của tôi', en: 'See my documents' },
  add: { vi: 'Thêm {title}', en: 'Add {title}' },
  again: { vi: 'Thử lại', en: 'Try again' },
  parties: { vi: 'Ai được phép hỏi giấy tờ', en: 'Who may ask for documents' },
  all: { vi: 'Xem các yêu cầu', en: 'See the requests' },
  shared: { vi: 'Xem những gì đã chia sẻ', en: 'See what I have shared' },
  scan: { vi: 'Quét mã', en: 'Scan a code' },
})

/** Where she need not do anything the way on is a quiet one. */
const Way = ({ to, children }: { to: string; children: ComponentChildren }) => (
  <LinkButton kind={to === '/parties' ? 'secondary' : 'primary'} href={hrefTo(to)}>
    {children}
  </LinkButton>
)
const Again = ({ again }: { again: () => void }) => (
  <Button kind="primary" icon={refresh} onPress={again}>
    {t('again')}
  </Button>
)

const refusals = {
  'sharing.party-unknown': { icon: ban, title: 'unknown', more: 'unknownMore', way: ['/parties', 'parties'] },
  'sharing.party-suspended': {
    icon: lock,
    title: 'suspended',
    more: 'suspendedMore',
    way: ['/parties', 'parties'],
  },
  'sharing.party-silent': { icon: offline, title: 'silent', more: 'silentMore', way: null },
  'sharing.request-wrong': { icon: ban, title: 'wrong', more: 'wrongMore', way: ['/scan', 'scan'] },
  'sharing.asks-too-much': {
    icon: shield,
    title: 'blocked',
    more: 'blockedMore',
    way: ['/parties', 'parties'],
  },
  'sharing.way-not-agreed': { icon: ban, title: 'way', more: 'wayMore', way: ['/parties', 'parties'] },
  'sharing.expired': { icon: clock, title: 'expired', more: 'expiredMore', way: ['/scan', 'scan'] },
  'sharing.no-such-request': { icon: search, title: 'gone', more: 'goneMore', way: ['/share', 'all'] },
  'sharing.no-such-receipt': {
    icon: search,
    title: 'noReceipt',
    more: 'noReceiptMore',
    way: ['/share', 'shared'],
  },
} as const
type Refusal = keyof typeof refusals
const isRefusal = (code: string): code is Refusal => Object.hasOwn(refusals, code)

export const Refused = ({ code, again }: { code: Refusal; again: () => void }) => {
  const { icon, title, more, way } = refusals[code]
  return (
    <EmptyState
      icon={icon}
      title={t(title)}
      action={way ? <Way to={way[0]}>{t(way[1])}</Way> : <Again again={again} />}
    >
      {t(more)}
    </EmptyState>
  )
}

/**
 * What the server or the network refused, as a state of its own where it is one of sharing. `shapeless`: what
 * is told of an address that can be none of this page's; she has typed nothing that she could mend.
 */
export const NotOpened = ({
  problem,
  shapeless = 'sharing.no-such-request',
  again,
}: {
  problem: Problem
  shapeless?: Refusal
  again: () => void
}) => {
  const code = problem.code === 'request.invalid' ? shapeless : problem.code
  if (isRefusal(code)) {
    return <Refused code={code} again={again} />
  }
  return problem.isOfNetwork ? (
    <EmptyState
      icon={offline}
      title={t('noNetwork')}
      action={
        <div class="share-ways">
          <Again again={again} />
          <LinkButton href={hrefTo('/present')}>{t('present')}</LinkButton>
        </div>
      }
    >
      {t('noNetworkMore')}
    </EmptyState>
  ) : (
    <ProblemNotice problem={problem} onRetry={again} />
  )
}

const states = {
  'level-too-low': { icon: shield, title: 'level', more: 'levelMore', way: ['/services', 'levelGo'] },
  none: { icon: offline, title: 'none', more: 'noneMore', way: null },
  over: { icon: clock, title: 'over', more: 'noneMore', way: null },
  held: { icon: lock, title: 'held', more: 'heldMore', way: ['/me', 'heldGo'] },
  revoked: { icon: ban, title: 'revoked', more: 'revokedMore', way: null },
} as const

/** What lies on this phone cannot be shown now. */
export const NotHere = ({
  holdings,
  again,
}: {
  holdings: Exclude<Holdings, { is: 'ready' }>
  again: () => void
}) => {
  if (holdings.is === 'passcode') {
    return <UnlockVault label={t('unlock')} again={again} />
  }
  if (holdings.is === 'refused') {
    return <ProblemNotice problem={holdings.problem} onRetry={again} />
  }
  const { icon, title, more, way } = states[holdings.is]
  return (
    <EmptyState
      icon={icon}
      title={t(title)}
      action={way ? <Way to={way[0]}>{t(way[1])}</Way> : <Again again={again} />}
    >
      {t(more)}
    </EmptyState>
  )
}

/** She has none of the documents that the party must have, or hers does not say it. */
export const Lacks = ({
  lacking,
  types,
  onHold,
}: {
  lacking: readonly Lacking[]
  types: Types
  onHold: readonly string[]
}) => {
  const whole = lacking.filter(({ names }) => names.length === 0)
  const [first] = whole.length > 0 ? whole : lacking
  const titleOf = ({ type }: Lacking) => typeTitle(type ?? '', types)
  const title = first ? titleOf(first) : ''
  const names = first?.names.map((name) => claimTitle({ type: first.type ?? '', name }, types)) ?? []
  if (first?.type && onHold.includes(first.type)) {
    return (
      <EmptyState
        icon={lock}
        title={t('onHold', { title })}
        action={<Way to="/documents">{t('documents')}</Way>}
      >
        {t('onHoldMore')}
      </EmptyState>
    )
  }
  const canAdd = first?.type && first.type !== IDENTITY_CARD && whole.length > 0 ? first.type : null
  return (
    <EmptyState
      icon={search}
      title={t('lacking')}
      action={canAdd && <Way to={`/documents/add/${canAdd}`}>{t('add', { title })}</Way>}
    >
      {whole.length > 0
        ? t('lackingMore', { names: [...new Set(whole.map(titleOf))].join(', ') })
        : t('lackingPart', { title, names: names.join(', ') })}
    </EmptyState>
  )
}
