// Pages that only the signed-in citizen sees: whoever is not is led to the passcode, and back here after it.
// Those of her own things are hers alone, whomever she acts for.
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { useStep } from '../../../ui/attention.tsx'
import { navigate, usePlace, type PageProps } from '../../../ui/router.tsx'
import { OwnProfileFirst } from './own-profile-first.tsx'
import { useSession } from './session.ts'
import { WaitingPage } from './waiting-page.tsx'

export const owned =
  (Page: ComponentType<PageProps>): ComponentType<PageProps> =>
  (props) => {
    const { phase } = useSession()
    const { path, query } = usePlace()
    useEffect(() => {
      if (phase === 'stranger') {
        navigate('/welcome', { replace: true })
      }
      if (phase === 'closed') {
        const place = query.size > 0 ? `${path}?${query}` : path
        navigate(`/open?to=${encodeURIComponent(place)}`, { replace: true })
      }
    }, [phase])
    return phase === 'open' || phase === 'offline' ? <Page {...props} /> : <WaitingPage />
  }

/**
 * What the server does for nobody but the holder herself (`representation.not-for-ward`). `Above` is said
 * whosever profile is open.
 */
export const holdersOwn = (Page: ComponentType<PageProps>, Above?: ComponentType): ComponentType<PageProps> =>
  owned((props) => {
    const { me } = useSession()
    // What opened her own profile goes as it opens.
    useStep(me && (me.acting ? 'of-another' : 'own'))
    return me?.acting ? (
      <OwnProfileFirst name={me.fullName} above={Above && <Above />} />
    ) : (
      <Page {...props} />
    )
  })
