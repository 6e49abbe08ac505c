// The desk of a place where people stay: its key opens it for a shift; whom it has told of, and until when.
import '../../ui/base.css'
import { render } from 'preact'
import { nameSite } from '../../ui/attention.tsx'
import { useLanguage } from '../../ui/language.ts'
import '../../ui/text-size.ts'
import { Toasts } from '../../ui/toast.tsx'
import { simulators } from '../../kit/simulators.ts'
import { DeskPage } from './desk-page.tsx'
import { lookWhoseDesk, useDesk } from './desk.ts'
import { OpenPage } from './open-page.tsx'

nameSite('Sen')

const Root = () => {
  useLanguage()
  const desk = useDesk()
  return (
    <>
      {desk.isOpen ? <DeskPage /> : <OpenPage isKnown={desk.isKnown} />}
      <Toasts />
    </>
  )
}

const root = document.getElementById('app')
if (root) {
  render(<Root />, root)
  void Promise.resolve(simulators()?.followClock())
    .catch(() => undefined)
    .then(lookWhoseDesk)
}
