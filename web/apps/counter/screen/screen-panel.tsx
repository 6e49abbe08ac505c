// At the officer's desk: whether the citizen has a screen of her own, and how it is opened. What is said here
// is shown there in large letters.
import './screen-panel.css'
import { useEffect, useState } from 'preact/hooks'
import type { PairScreen } from '../../../../contract/counter.ts'
import { deed } from '../../../client/call.ts'
import { usePress } from '../../../client/press.ts'
import { useReachable } from '../../../client/reachability.ts'
import { Button } from '../../../ui/button.tsx'
import { monitor } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { hasLocalScreen, lookForScreen, sayAtScreen, type Said } from './desk-channel.ts'

const t = phrases({
  open: { vi: 'Mở màn hình người dân', en: "Open the citizen's screen" },
  isOpen: { vi: 'Màn hình người dân đang mở.', en: "The citizen's screen is open." },
  otherMachine: {
    vi: 'Trên máy khác: mở địa chỉ này một lần.',
    en: 'On another machine: open this address once.',
  },
})

const ticketHref = (ticket: string): string => `${hrefTo('/screen')}#ticket=${ticket}`

export const ScreenPanel = ({ prompt }: { prompt: Said }) => {
  const isThere = hasLocalScreen.use()
  const isOnline = useReachable()
  const opening = usePress()
  const [href, setHref] = useState('')
  useEffect(lookForScreen, [])
  useEffect(() => sayAtScreen(prompt), [prompt.vi, prompt.en, isThere])
  const open = () =>
    void opening.press(async () => {
      if (!isOnline) {
        window.open(hrefTo('/screen'), 'sen-screen')
        return
      }
      const { ticket } = await orSignIn(deed<typeof PairScreen>('desk.pair-screen', {}))
      // Without a window (another machine, or a browser that blocks it) the address is shown instead.
      if (!window.open(ticketHref(ticket), 'sen-screen')) {
        setHref(new URL(ticketHref(ticket), location.origin).href)
      }
    })
  return (
    <>
      <Refusal problem={opening.problem} onRetry={open} />
      {isThere ? (
        <p class="screen-there">{t('isOpen')}</p>
      ) : (
        <Button size="small" icon={monitor} isBusy={opening.isBusy} onPress={open}>
          {t('open')}
        </Button>
      )}
      {href && (
        <p class="quiet">
          {t('otherMachine')} <code class="screen-href">{href}</code>
        </p>
      )}
    </>
  )
}
