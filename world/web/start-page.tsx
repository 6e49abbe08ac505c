// The page itself: headline, cast, tour and letters at the left, the phone at the right.
import { usePage } from '../../web/ui/attention.tsx'
import { useEffect, useState } from 'preact/hooks'
import { Band } from '../../web/ui/band.tsx'
import { Lotus } from '../../web/ui/lotus.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { Pill } from '../../web/ui/pill.tsx'
import { phrases } from '../../web/ui/phrases.ts'
import { remember, remembered } from '../../web/ui/store.ts'
import { toast } from '../../web/ui/toast.tsx'
import { blankPhone } from './blank-phone.ts'
import { Cast } from './cast.tsx'
import { Doors, type Staff } from './doors.tsx'
import { LanguageSwitch } from '../../web/kit/language-switch.tsx'
import { Outbox } from './outbox.tsx'
import { Person } from './person.tsx'
import { Phone, PhoneLink } from './phone.tsx'
import { usePolled } from './polled.ts'
import { ResetButton } from './reset-button.tsx'
import { Agencies } from './agencies.tsx'
import { Parties } from './parties.tsx'
import { TimeMachine } from './time-machine.tsx'
import { Tour } from './tour.tsx'
import {
  askWorld,
  followClock,
  tellWorld,
  type CastMember,
  type Places,
  type TourStep,
  type WorldClock,
} from './world.ts'

const t = phrases({
  world: { vi: 'Thế giới thử', en: 'The demo world' },
  title: { vi: 'Thử cả hệ thống trong 5 phút', en: 'Try the whole system in 5 minutes' },
  lead: {
    vi: 'Chọn một nhân vật rồi dùng điện thoại của họ; tin nhắn, quầy và cổng mở ngay cạnh.',
    en: 'Choose a person and use their phone; letters, counter and portal are right beside it.',
  },
  fake: { vi: 'Dữ liệu giả 100%', en: '100% made-up data' },
  silent: { vi: 'Thế giới thử chưa trả lời.', en: 'The demo world does not answer.' },
  silentNext: {
    vi: 'Trang tự hỏi lại mỗi vài giây; kiểm tra rằng máy chủ vẫn chạy.',
    en: 'The page asks again every few seconds; see that the server is running.',
  },
  ticket: {
    vi: 'Chưa xin được vé vào quầy. Bấm lại sau giây lát.',
    en: 'No ticket for the counter yet. Press again in a moment.',
  },
  blanked: { vi: 'Điện thoại trong khung giờ là máy mới.', en: 'The phone in the frame is now a new one.' },
})

const PERSON = 'sen.world-person'
const LATE = 'sen.world-late'

/** A tab is opened at once, while the press still counts, and led on when what opens the door is there. */
const enter = async (addressOf: () => Promise<string>) => {
  const tab = open('about:blank', '_blank')
  try {
    const address = await addressOf()
    if (tab) {
      tab.location.href = address
    } else {
      location.href = address
    }
  } catch {
    tab?.close()
    toast(t('ticket'), 'danger')
  }
}
const enterCounter = (officer: Staff = 'bao') =>
  enter(async () => {
    const { ticket } = await tellWorld<{ ticket: string }>('enter', { officer, lost: true })
    return `/counter/enter#ticket=${encodeURIComponent(ticket)}`
  })
const enterStays = () => enter(async () => (await tellWorld<{ desk: string }>('stays', {})).desk)

const usePhone = () => {
  const [address, setAddress] = useState('/app/')
  const [round, setRound] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const show = (to: string) => {
    setAddress(to)
    setRound((n) => n + 1)
  }
  const blank = async () => {
    setBusy(true)
    await blankPhone()
    show('/app/')
    setBusy(false)
    toast(t('blanked'))
  }
  return { address, round, isBusy, show, blank }
}

/**
 * This page is the world's only switchboard: what it shows is what it has told the post office, also after a
 * reload.
 */
const useLateMessages = () => {
  const [isLate, set] = useState(remembered(LATE) === 'on')
  const tell = (late: boolean) =>
    tellWorld('sms', { delay_s: late ? 45 : 0 }).then(
      () => {
        set(late)
        remember(LATE, late ? 'on' : 'off')
      },
      () => undefined,
    )
  useEffect(() => {
    if (isLate) {
      void tell(true)
    }
  }, [])
  return { isLate, setLate: (late: boolean) => void tell(late) }
}

const hasPhoneFrame = () => matchMedia('(min-width: 68rem)').matches

const Head = () => (
  <header class="world-head">
    <span class="world-brand">
      <Lotus size={34} />
      <b>{t('world')}</b>
    </span>
    <Pill tone="gold">{t('fake')}</Pill>
    <LanguageSwitch />
    <ResetButton />
  </header>
)

type Phoning = ReturnType<typeof usePhone>

/** Who is looked at; remembered, so that a reload shows the same person. */
const useChosen = (cast: readonly CastMember[] | null) => {
  const [chosen, set] = useState(remembered(PERSON))
  const choose = (id: string) => {
    set(id)
    remember(PERSON, id)
  }
  return { member: cast?.find(({ id }) => id === chosen) ?? cast?.[0], choose }
}

/** The world's clock, which every clock of this page follows. */
const useWorldClock = () => {
  const clock = usePolled(() => askWorld<WorldClock>('clock'), 15)
  useEffect(() => {
    if (clock.value) {
      followClock(clock.value)
    }
  }, [clock.value])
  return clock
}

/** Where a step of the tour is played. */
const goTo = ({ frame, href }: TourStep, phone: Phoning, places: Places | null) => {
  if (frame === 'counter') {
    return void enterCounter()
  }
  if (frame === 'self') {
    return document.querySelector(href.replace(/^.*#/, '#') || 'h1')?.scrollIntoView({ behavior: 'smooth' })
  }
  if (frame === 'phone' && hasPhoneFrame()) {
    return phone.show(href)
  }
  open(frame === 'portal' ? (places?.portal ?? href) : href, '_blank')
}

const Silent = () => (
  <Notice tone="warn" title={t('silent')}>
    {t('silentNext')}
  </Notice>
)

const Clock = () => {
  const clock = useWorldClock()
  const sms = useLateMessages()
  return (
    <div id="clock">
      <TimeMachine clock={clock.value} onClock={clock.reload} isLate={sms.isLate} onLate={sms.setLate} />
    </div>
  )
}

type Who = ReturnType<typeof useChosen> & { readonly cast: CastMember[] | null }

const Work = ({ phone, who }: { phone: Phoning; who: Who }) => {
  const tour = usePolled(() => askWorld<TourStep[]>('tour'), 2)
  const places = usePolled(() => askWorld<Places>('places'), 60)
  const { cast, member, choose } = who
  const go = (step: TourStep) => {
    if (step.member) {
      choose(step.member)
    }
    goTo(step, phone, places.value)
  }
  return (
    <main>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      {tour.hasFailed && <Silent />}
      {cast && <Cast cast={cast} chosen={member?.id ?? null} onChoose={choose} />}
      {member && <Person member={member} />}
      <PhoneLink address={phone.address} />
      <div class="world-pair">
        <Tour steps={tour.value} onGo={go} />
        <div class="world-side" id="outbox">
          <Outbox />
        </div>
      </div>
      <Clock />
      {member && <Agencies member={member.id} name={member.name} />}
      {member && (
        <Parties
          name={member.name}
          onScan={(href) => (hasPhoneFrame() ? phone.show(href) : void open(href, '_blank'))}
        />
      )}
      <Doors
        places={places.value}
        onEnter={(staff) => void enterCounter(staff)}
        onStays={() => void enterStays()}
      />
    </main>
  )
}

export const StartPage = () => {
  usePage(t('title'))
  const cast = usePolled(() => askWorld<CastMember[]>('cast'), 60)
  const { member, choose } = useChosen(cast.value)
  const phone = usePhone()
  return (
    <>
      <Band />
      <div class="world">
        <div class="world-main">
          <Head />
          <Work phone={phone} who={{ cast: cast.value, member, choose }} />
        </div>
        <Phone
          name={member?.name ?? ''}
          address={phone.address}
          round={phone.round}
          isBusy={phone.isBusy}
          onBlank={() => void phone.blank()}
        />
      </div>
    </>
  )
}
