// Every screen of the app: the frame, the band of the trial environment, and the word that there is no
// network.
import { Status } from '../../../ui/attention.tsx'
import { AppFrame, type AppFrameProps } from '../../../ui/app-frame.tsx'
import { useReachable } from '../../../client/reachability.ts'
import { Icon, offline } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { ActingStrip } from './acting-strip.tsx'
import { useSession } from './session.ts'

const t = phrases({
  offline: { vi: 'Không có mạng.', en: 'There is no network.' },
  card: {
    vi: 'Bạn vẫn xem được căn cước đã lưu trong máy.',
    en: 'You can still see the identity card kept on this device.',
  },
  saved: { vi: 'Những gì đã lưu vẫn còn.', en: 'Everything saved is still there.' },
})

const OfflineBanner = () => {
  const isReachable = useReachable()
  const { device } = useSession()
  return (
    <Status as="div">
      {!isReachable && (
        <p class="offline-banner">
          <Icon of={offline} size={20} />
          <span>
            <b>{t('offline')}</b> {device ? t('card') : t('saved')}
          </span>
        </p>
      )}
    </Status>
  )
}

export const Screen = ({ head, ...frame }: Omit<AppFrameProps, 'hasBand'>) => (
  <AppFrame
    {...frame}
    hasBand={document.documentElement.dataset['env'] !== 'live'}
    head={
      <>
        <OfflineBanner />
        <ActingStrip />
        {head}
      </>
    }
  />
)
