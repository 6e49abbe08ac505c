// She chooses the errand, sees beforehand what will be seen and what not, and shows a code that renews
// itself, with or without a network.
import './present.css'
import { useEffect, useState } from 'preact/hooks'
import { cx } from '../../../ui/class-names.ts'
import { eye, Icon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { useSession, type HeldCard } from '../shell/session.ts'
import { errandIcon, errandName, errands, type ErrandId } from './errands.ts'
import { EyeView } from './eye-view.tsx'
import { NotShown } from './not-shown.tsx'
import { ShownCodeView } from './shown-code.tsx'
import { useShowing } from './use-showing.ts'

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

const OwnDocuments = ({ held }: { held: HeldCard }) => {
  const [chosen, choose] = useState<Choice>('flight')
  const { showing, again } = useShowing(held.card.level)
  const errand = errands.find(({ id }) => id === chosen)
  if (held.card.state !== 'valid') {
    return <EyeView held={held} />
  }
  return (
    <>
      <ErrandChips chosen={chosen} choose={choose} />
      {!errand ? (
        <EyeView held={held} />
      ) : showing.is === 'opening' ? (
        <Skeleton shape="card" />
      ) : showing.is === 'ready' ? (
        <ShownCodeView document={showing.document} errand={errand} held={held} />
      ) : (
        <NotShown showing={showing} again={again} />
      )}
    </>
  )
}

export default function PresentPage() {
  const { held, me } = useSession()
  useStayAwake()
  const isThere = held !== null && held.proof !== 'forged'
  useEffect(() => {
    if (!isThere) {
      navigate('/wallet', { replace: true })
    }
  }, [isThere])
  if (!isThere) {
    return null
  }
  return (
    <Screen
      title={t('title')}
      ground="deep"
      head={<TopBar title={t('title')} back={hrefTo('/')} isClosing />}
    >
      {me?.acting ? <EyeView held={held} /> : <OwnDocuments held={held} />}
    </Screen>
  )
}
