// At the officer's desk: whether the citizen has a screen of her own. It is registered for the desk and opens
// by itself; nothing of the officer's opens one. What is said here is shown there in large letters where both
// are windows of one machine.
import './screen-panel.css'
import { useEffect, useState } from 'preact/hooks'
import type { ViewDesk } from '../../../../contract/counter.ts'
import type { ViewDevices } from '../../../../contract/devices.ts'
import { view } from '../../../client/call.ts'
import { deviceProblem } from '../../../kit/devices/device-problem.ts'
import { simulators } from '../../../kit/simulators.ts'
import { usePress } from '../../../client/press.ts'
import { useReachable } from '../../../client/reachability.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { monitor, pin } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { deviceHere } from '../devices/seal-capture.ts'
import { officer, orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { hasLocalScreen, lookForScreen, sayAtScreen, type Said } from './desk-channel.ts'

const t = phrases({
  open: { vi: 'Mở màn hình người dân', en: "Open the citizen's screen" },
  isOpen: { vi: 'Màn hình người dân đang mở.', en: "The citizen's screen is open." },
  none: {
    vi: 'Chưa thấy màn hình người dân của {desk}. Bật màn hình đã ghi danh; nó tự mở sau vài giây.',
    en: "The citizen's screen of {desk} is not there yet. Switch on the registered screen; it opens by itself within seconds.",
  },
  noDesk: {
    vi: 'Bạn chưa chọn quầy, nên màn hình người dân chưa biết bạn ngồi ở đâu.',
    en: "You have not chosen a desk, so the citizen's screen does not know where you sit.",
  },
  choose: { vi: 'Chọn quầy', en: 'Choose the desk' },
})
const LOOK_AGAIN_MS = 4000

/** Whether the server knows of a screen at this desk, wherever it stands. */
const useOpenScreen = (isOnline: boolean): boolean => {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (!isOnline) {
      return
    }
    let isHere = true
    const look = () =>
      orSignIn(view<typeof ViewDesk>('desk.state', {}, { retries: 0 })).then(
        ({ isPaired }) => isHere && setOpen(isPaired),
        () => undefined,
      )
    void look()
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS)
    return () => {
      isHere = false
      clearInterval(timer)
    }
  }, [isOnline])
  return isOpen
}

/** In the demo world the screen is a window beside this one, and the world registers it. */
const openInvented = async (): Promise<void> => {
  const { officeId, desk } = await orSignIn(view<typeof ViewDevices>('desk.devices', {}))
  const ticket = await simulators()?.deviceTicket({ officeId, desk, kinds: ['screen'] })
  if (!ticket || !window.open(`${hrefTo('/screen')}#device-ticket=${ticket}`, 'sen-screen')) {
    throw deviceProblem('no-window')
  }
}

export const ScreenPanel = ({ prompt }: { prompt: Said }) => {
  const isLocal = hasLocalScreen.use()
  const isOnline = useReachable()
  const desk = officer.use()?.desk ?? ''
  const isOpen = useOpenScreen(isOnline)
  const opening = usePress()
  useEffect(lookForScreen, [])
  // The desk's own device says who sits here, before its screen asks anybody.
  useEffect(() => void (isOnline && deviceHere().catch(() => null)), [isOnline])
  useEffect(() => sayAtScreen(prompt), [prompt.vi, prompt.en, isLocal])
  // Without the line only a window of this machine can be asked.
  const open = () =>
    void opening.press(async () => {
      if (isOnline) {
        await openInvented()
      } else {
        window.open(hrefTo('/screen'), 'sen-screen')
      }
    })
  if (isLocal || (isOnline && isOpen)) {
    return <p class="screen-there">{t('isOpen')}</p>
  }
  if (isOnline && !desk) {
    return (
      <>
        <p class="quiet">{t('noDesk')}</p>
        <LinkButton size="small" icon={pin} href={hrefTo('/shift')}>
          {t('choose')}
        </LinkButton>
      </>
    )
  }
  return (
    <>
      <Refusal problem={opening.problem} onRetry={open} />
      {!isOnline || simulators() ? (
        <Button size="small" icon={monitor} isBusy={opening.isBusy} onPress={open}>
          {t('open')}
        </Button>
      ) : (
        <p class="quiet">{t('none', { desk })}</p>
      )}
    </>
  )
}
