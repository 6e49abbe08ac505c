// The door: home when the app is open, the passcode when it is closed, the welcome for whoever is new here.
import { useEffect } from 'preact/hooks'
import { navigate } from '../../../ui/router.tsx'
import { useSession } from './session.ts'
import { WaitingPage } from './waiting-page.tsx'

const doors = { stranger: '/welcome', closed: '/open', open: '/wallet', offline: '/wallet' } as const

export const FirstPage = () => {
  const { phase } = useSession()
  useEffect(() => {
    if (phase !== 'starting') {
      navigate(doors[phase], { replace: true })
    }
  }, [phase])
  return <WaitingPage />
}
