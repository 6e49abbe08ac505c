// She chooses the errand, sees beforehand what will be seen and what not, and shows a code that renews
// itself, with or without a network.
import './present.css'
import { useEffect, useState } from 'preact/hooks'
import { cx } from '../../../ui/class-names.ts'
import { eye, Icon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { useSession, type HeldCard } from '../shell/session.ts'
import { errandIcon, errandName, errands, type ErrandId } from './errands.ts'
import { EyeView } from './eye-view.tsx'
import { NotShown } from './not-shown.tsx'
import { PaperSwitch } from './paper-switch.tsx'
import { IDENTITY_CARD, type DocumentName } from '../vault/credentials.ts'
import { ShownCodeView } from './shown-code.tsx'
import { paperAlone, papersFor, useLying, type Lying, type Paper } from './shown-papers.ts'
import { useShowing } from './use-showing.ts'
import { WardPapers } from './ward-papers.tsx'

const t = phrases({
  title: { vi: 'Xuất trình', en: 'Present' },
  errand: { vi: 'Để làm gì', en: 'What for' },
  look: { vi: 'Cho xem thẻ', en: 'Show the card' },
})

type Choice = ErrandId | 'look'

const ErrandChips = ({ chosen, choose }: { chosen: Choice; choose: (choice: Choice) => void }) => {
  const chips = [
    ...errands.map(({ id }) => ({ id, icon: errandIcon(id), name: errandName(id) })),
    { id: 'look' as const, icon: eye, name: t('look') },
  ]
  return (
    <div class="errands" role="group" aria-label={t('errand')}>
      {chips.map(({ id, icon, name }) => (
        <button
          key={id}
          type="button"
          class={cx('errand', id === chosen && 'is-chosen')}
          aria-pressed={id === chosen}
          onClick={() => choose(id)}
        >
          <Icon of={icon} size={20} />
          {name}
        </button>
      ))}
    </div>
  )
}

/** The screen stays on while a document is shown, where the browser can do it. */
const useStayAwake = () =>
  useEffect(() => {
    let sentinel: WakeLockSentinel | null = null
    let isLeft = false
    const hold = () =>
      navigator.wakeLock?.request('screen').then(
        (held) => {
          sentinel = held
          if (isLeft) {
            void held.release()
          }
        },
        () => undefined,
      )
    // The browser lets go of it whenever the page is out of sight.
    const comeBack = () => void (document.hidden || hold())
    void hold()
    document.addEventListener('visibilitychange', comeBack)
    return () => {
      isLeft = true
      document.removeEventListener('visibilitychange', comeBack)
      void sentinel?.release()
    }
  }, [])

/** `first`: what is shown until she chooses another one of these papers. */
const Shown = ({
  first,
  papersOf,
  what,
  held,
}: {
  first: DocumentName
  papersOf: (lying: readonly Lying[]) => readonly Paper[]
  what: string | null
  held: HeldCard
}) => {
  const [chosen, choose] = useState(first)
  const papers = papersOf(useLying())
  const paper = papers.find(({ of }) => of === chosen) ?? papers[0]
  const { showing, again } = useShowing(held.card.level, paper?.of ?? first)
  const isOther = paper !== undefined && paper.of !== IDENTITY_CARD
  const named = [what, isOther ? paper.title : null].filter((one) => one !== null).join(', ')
  return (
    <>
      {paper && papers.length > 1 && <PaperSwitch papers={papers} chosen={paper} choose={choose} />}
      {showing.is === 'opening' ? (
        <Skeleton shape="card" />
      ) : showing.is !== 'ready' ? (
        <NotShown showing={showing} paper={isOther ? paper.of : null} again={again} />
      ) : paper?.of === showing.document.of ? (
        <ShownCodeView document={showing.document} paper={paper} what={named} held={held} />
      ) : (
        <Skeleton shape="card" />
      )}
    </>
  )
}

const OwnDocuments = ({ held }: { held: HeldCard }) => {
  const [chosen, choose] = useState<Choice>('flight')
  const errand = errands.find(({ id }) => id === chosen)
  if (held.card.state !== 'valid') {
    return <EyeView held={held} />
  }
  return (
    <>
      <ErrandChips chosen={chosen} choose={choose} />
      {errand ? (
        <Shown
          first={IDENTITY_CARD}
          papersOf={(lying) => papersFor(errand, lying)}
          what={errandName(errand.id)}
          held={held}
        />
      ) : (
        <EyeView held={held} />
      )}
    </>
  )
}

/** One document of another register, from its own page. */
const OneDocument = ({ held, of }: { held: HeldCard; of: DocumentName }) =>
  held.card.state === 'valid' ? (
    <Shown first={of} papersOf={(lying) => paperAlone(of, lying)} what={null} held={held} />
  ) : (
    <EyeView held={held} />
  )

export default function PresentPage({ query }: PageProps) {
  const { held, me } = useSession()
  const of = query.get('document')
  useStayAwake()
  const acting = me?.acting ?? null
  const own = acting === null && held?.proof !== 'forged' ? held : null
  const isNothing = acting === null && own === null
  useEffect(() => {
    if (isNothing) {
      navigate('/wallet', { replace: true })
    }
  }, [isNothing])
  if (isNothing) {
    return null
  }
  return (
    <Screen
      title={t('title')}
      ground="deep"
      head={<TopBar title={t('title')} back={hrefTo('/')} isClosing />}
    >
      {acting && <WardPapers key={acting.tieId} name={me?.fullName ?? ''} first={of} />}
      {own && (of ? <OneDocument held={own} of={of} /> : <OwnDocuments held={own} />)}
    </Screen>
  )
}
