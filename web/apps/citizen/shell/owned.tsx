// Pages that only the signed-in citizen sees: whoever is not is led to the passcode, and back here after it.
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { navigate, usePlace, type PageProps } from '../../../ui/router.tsx'
import { useSession } from './session.ts'
import { WaitingPage } from './waiting-page.tsx'

export const owned =
  (Page: ComponentType<PageProps>): ComponentType<PageProps> =>
  (props) => {
    const { phase } = useSession()
    const { path } = usePlace()
    useEffect(() => {
      if (phase === 'stranger') {
        navigate('/welcome', { replace: true })
      }
      if (phase === 'closed') {
        navigate(`/open?to=${encodeURIComponent(path)}`, { replace: true })
      }
    }, [phase])
    return phase === 'open' || phase === 'offline' ? <Page {...props} /> : <WaitingPage />
  }
