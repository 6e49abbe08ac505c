// A link, a code or a printed place is opened: the server fetches what stands behind it and judges it, then
// the address keeps nothing of it.
import { useEffect } from 'preact/hooks'
import type { InputOf } from '../../../../contract/operation.ts'
import type { OpenSharing } from '../../../../contract/sharing.ts'
import { usePress } from '../../../client/press.ts'
import { Status } from '../../../ui/attention.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed } from '../shell/session.ts'
import { NotOpened, Refused } from './not-shareable.tsx'

export type ToOpen = InputOf<typeof OpenSharing>

const t = phrases({
  title: { vi: 'Yêu cầu chia sẻ', en: 'Request to share' },
  opening: { vi: 'Đang xem nơi nào hỏi và hỏi những gì…', en: 'Looking at who asks, and for what…' },
})

export const HalfLink = () => (
  <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/share')} isClosing />}>
    <Refused code="sharing.request-wrong" again={() => location.reload()} />
  </Screen>
)

export const Opening = ({ wanted }: { wanted: ToOpen }) => {
  const opening = usePress()
  const open = () =>
    void opening.press(async () => {
      const { id } = await ownDeed<typeof OpenSharing>('sharing.open', wanted)
      navigate(`/share/${id}`, { replace: true })
    })
  useEffect(open, [])
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/share')} isClosing />}>
      {opening.problem && !opening.isBusy ? (
        <NotOpened
          key={opening.refusals}
          problem={opening.problem}
          shapeless="sharing.request-wrong"
          again={open}
        />
      ) : (
        <>
          <Status class="quiet">{t('opening')}</Status>
          <Skeleton lines={5} />
        </>
      )}
    </Screen>
  )
}
