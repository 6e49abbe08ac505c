// The wallet: the card, the next thing to do, and who looked. The card stands first and is there without a
// network.
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { asProblem, type Problem } from '../../../client/problem.ts'
import { onReachable, isReachable } from '../../../client/reachability.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/button.tsx'
import { Row, Rows } from '../../../ui/card.tsx'
import { now } from '../../../ui/clock.ts'
import { CredentialDeck } from '../../../ui/credential-card.tsx'
import { dateVN, timeVN } from '../../../ui/format.ts'
import { alert, eye, inbox, lock, qr, refresh, share, shield, wallet } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { ProfileBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { CitizenNav } from '../shell/citizen-nav.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { refreshMe, session, useSession, type HeldCard, type Me } from '../shell/session.ts'
import { refreshCard } from '../vault/hold-card.ts'
import { isVaultOpen } from '../vault/vault.ts'
import { WardHome } from '../family/ward-home.tsx'
import { ClosingNotice } from '../account/closing-notice.tsx'
import { LeavingNotice } from '../numbers/leaving-notice.tsx'
import { OngoingNotice } from '../recover/ongoing-notice.tsx'
import { IdentityCardView } from './identity-card-view.tsx'

const t = phrases({
  title: { vi: 'Ví', en: 'Wallet' },
  present: { vi: 'Xuất trình', en: 'Present' },
  sync: { vi: 'Đồng bộ', en: 'Sync' },
  all: { vi: 'Tất cả giấy tờ', en: 'All documents' },
  allMore: {
    vi: 'Bằng lái, đăng ký xe, thẻ bảo hiểm y tế…',
    en: 'Driving licence, vehicle, health insurance…',
  },
  looks: { vi: 'Ai đã xem dữ liệu của tôi', en: 'Who looked at my data' },
  looksNone: { vi: 'Ngoài bạn và hệ thống, chưa có ai xem', en: 'Nobody but you and the system' },
  looksLast: { vi: '{who} · {fields} mục · {at}', en: '{who} · {fields} fields · {at}' },
  shared: { vi: 'Giấy tờ đã chia sẻ', en: 'Documents I shared' },
  letters: { vi: 'Bạn có {count} thư chưa đọc', en: 'You have {count} unread letters' },
  lettersMore: { vi: 'Có thể có việc cần làm', en: 'There may be something to do' },
  new: { vi: 'Mới', en: 'New' },
  asked: { vi: 'Có nơi đang hỏi giấy tờ của bạn', en: 'Somebody asks for your documents' },
  askedMore: { vi: 'Bạn xem rồi mới quyết định', en: 'You look first, and then decide' },
  level2: { vi: 'Lên mức 2 tại quầy', en: 'Reach level 2 at a counter' },
  level2More: {
    vi: 'Khoảng 10 phút, mang theo thẻ căn cước',
    en: 'About 10 minutes; bring your identity card',
  },
  forged: {
    vi: 'Chữ ký trên thẻ chưa khớp nên thẻ không được hiện.',
    en: "The card's signature does not match, so it is not shown.",
  },
  forgedMore: {
    vi: 'Dữ liệu của bạn không đổi. Tải lại thẻ; nếu vẫn vậy, gọi tổng đài.',
    en: 'Your data is unchanged. Fetch the card again; if it stays so, call the hotline.',
  },
  locked: {
    vi: 'Tài khoản đang khoá nên thẻ không xuất trình được. Mở khoá tại quầy.',
    en: 'The account is locked, so the card cannot be presented. Unlock it at a counter.',
  },
  expired: {
    vi: 'Thẻ căn cước đã hết hạn. Đổi thẻ tại quầy để dùng tiếp.',
    en: 'The identity card has expired. Renew it at a counter.',
  },
  lock: { vi: 'Khoá tài khoản ngay', en: 'Lock the account now' },
  lockMore: {
    vi: 'Nghi mất máy hoặc bị lừa. Không cần mã PIN',
    en: 'Phone lost or fraud suspected. No passcode needed',
  },
  unlockHow: { vi: 'Cách mở khoá', en: 'How to unlock' },
  help: { vi: 'Tìm quầy', en: 'Find a counter' },
})

const lookedAt = (moment: string): string =>
  dateVN(moment) === dateVN(now()) ? timeVN(moment) : dateVN(moment).slice(0, 5)

const NextTask = ({ me }: { me: Me }) => {
  if (me.unread === 0 && me.waitingSharings === 0 && me.level >= 2) {
    return null
  }
  return (
    <Rows>
      {me.waitingSharings > 0 && (
        <Row
          icon={share}
          tone="gold"
          title={t('asked')}
          detail={t('askedMore')}
          href={hrefTo('/share')}
          end={<Pill tone="gold">{me.waitingSharings}</Pill>}
        />
      )}
      {me.unread > 0 && (
        <Row
          icon={inbox}
          tone="gold"
          title={t('letters', { count: me.unread })}
          detail={t('lettersMore')}
          href={hrefTo('/inbox')}
          end={<Pill tone="gold">{t('new')}</Pill>}
        />
      )}
      {me.level < 2 && (
        <Row icon={shield} title={t('level2')} detail={t('level2More')} href={hrefTo('/services')} />
      )}
    </Rows>
  )
}

const LastLook = ({ me }: { me: Me }) => (
  <Rows>
    <Row
      icon={eye}
      tone="cham"
      title={t('looks')}
      href={hrefTo('/looks')}
      detail={
        me.lastLook
          ? t('looksLast', {
              who: me.lastLook.who,
              fields: me.lastLook.fields,
              at: lookedAt(me.lastLook.at),
            })
          : t('looksNone')
      }
    />
    <Row icon={share} tone="cham" title={t('shared')} href={hrefTo('/share')} />
  </Rows>
)

/**
 * Every look at the register leaves a line in the log, so a card of this quarter of an hour is not fetched
 * again unasked.
 */
const fresh_ms = 15 * 60_000
const isFresh = (held: HeldCard | null): boolean =>
  held !== null && held.proof === 'verified' && now() - Date.parse(held.card.syncedAt) < fresh_ms

/** Reads anew when the page opens and when the network is back. */
const useFreshHome = () => {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSyncing, setSyncing] = useState(false)
  const sync = async (isAsked = true) => {
    setSyncing(true)
    const isNeeded = isAsked || !isFresh(session().held)
    const [card] = await Promise.allSettled([isNeeded ? refreshCard() : null, refreshMe()])
    setProblem(card.status === 'rejected' ? asProblem(card.reason) : null)
    setSyncing(false)
  }
  useEffect(() => {
    void sync(false)
    return onReachable(() => {
      if (isReachable()) {
        void sync(false)
      }
    })
  }, [])
  return { problem, isSyncing, sync }
}

type Home = ReturnType<typeof useFreshHome>

const SyncButton = ({ home, size }: { home: Home; size?: 'small' }) => (
  <Button size={size} icon={refresh} isBusy={home.isSyncing} onPress={() => void home.sync()}>
    {t('sync')}
  </Button>
)

type Part = () => Promise<{ default: ComponentType }>
const peeks: Part = () => import('../documents/home-peeks.tsx')
const dossiers: Part = () => import('../dossiers/home-dossiers.tsx')

/** Fetched beside the card, never waited for. */
const useBeside = (load: Part, isWanted: boolean): ComponentType | null => {
  const [Part, take] = useState<ComponentType | null>(null)
  useEffect(() => {
    if (isWanted) {
      load().then(
        (module) => take(() => module.default),
        () => undefined,
      )
    }
  }, [isWanted])
  return Part
}

/** The card as it is held, and what has to be said of it; one whose proof is forged is not shown. */
const OwnCard = ({ held, home, isOpen }: { held: HeldCard | null; home: Home; isOpen: boolean }) => {
  const { problem, sync } = home
  const isForged = held?.proof === 'forged'
  const isShown = held && !isForged
  // Where the passcode has opened what this phone keeps.
  const Peeks = useBeside(peeks, isVaultOpen())
  return (
    <>
      {isForged && (
        <Notice tone="danger" title={t('forged')} action={<SyncButton home={home} size="small" />}>
          {t('forgedMore')}
        </Notice>
      )}
      {isShown && (
        <CredentialDeck>
          <IdentityCardView held={held} />
          {Peeks && <Peeks />}
        </CredentialDeck>
      )}
      {!held && !problem && <Skeleton shape="card" />}
      {problem && isOpen && (!held || !problem.isOfNetwork) && (
        <ProblemNotice problem={problem} onRetry={() => void sync()} />
      )}
      {isShown && held.card.state !== 'valid' && (
        <Notice
          tone="warn"
          icon={alert}
          title={t(held.card.state)}
          action={
            <LinkButton size="small" href={hrefTo('/help')}>
              {t('help')}
            </LinkButton>
          }
        />
      )}
      {isShown && (
        <ButtonRow>
          <LinkButton kind="primary" icon={qr} href={hrefTo('/present')}>
            {t('present')}
          </LinkButton>
          <SyncButton home={home} />
        </ButtonRow>
      )}
    </>
  )
}

const OwnHome = () => {
  const { held, me, device, phase } = useSession()
  const home = useFreshHome()
  const isOpen = phase === 'open'
  const Dossiers = useBeside(dossiers, isOpen)
  const portrait = held && held.proof !== 'forged' ? held.card.portrait : null
  return (
    <Screen
      title={t('title')}
      nav={<CitizenNav current="wallet" />}
      head={
        <>
          <h1 class="unseen">{t('title')}</h1>
          <ProfileBar
            name={held?.card.fullName ?? me?.fullName ?? device?.fullName ?? ''}
            portrait={portrait || undefined}
            profileHref={hrefTo('/family')}
            inboxHref={hrefTo('/inbox')}
            newMessages={me?.unread ?? 0}
          />
        </>
      }
    >
      {isOpen && <OngoingNotice />}
      {isOpen && me?.phoneLeavesAt && <LeavingNotice leavesAt={me.phoneLeavesAt} />}
      {me?.closesAt && <ClosingNotice closesAt={me.closesAt} />}
      <OwnCard held={held} home={home} isOpen={isOpen} />
      {isOpen && (
        <Rows>
          <Row icon={wallet} title={t('all')} detail={t('allMore')} href={hrefTo('/documents')} />
        </Rows>
      )}
      {me && <NextTask me={me} />}
      {Dossiers && <Dossiers />}
      {me && <LastLook me={me} />}
      {isOpen && (
        <Rows>
          <Row icon={lock} tone="son" title={t('lock')} detail={t('lockMore')} href={hrefTo('/lock')} />
        </Rows>
      )}
    </Screen>
  )
}

export default function HomePage() {
  const { me } = useSession()
  return me?.acting ? <WardHome key={me.acting.tieId} me={me} /> : <OwnHome />
}
