// One case in five steps. Keyboard first: Enter does the step's main press, Space the shutter, X notes an
// exception, Ctrl+S puts the draft aside.
import { useEffect, useState } from 'preact/hooks'
import type { ViewLevel2 } from '../../../../contract/level-2.ts'
import { view } from '../../../client/call.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { useReachable } from '../../../client/reachability.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { visitor, visitorOf } from '../../../kit/simulators.ts'
import { WaitingCase } from '../case/waiting-case.tsx'
import { orSignIn } from '../shell/officer.ts'
import { CaseSteps } from './case-steps.tsx'
import { catchUp, deskCase, resume } from './level2-case.ts'

const t = phrases({
  title: { vi: 'Đăng ký tài khoản mức 2', en: 'Level-2 registration' },
  synced: { vi: 'Hồ sơ đã đồng bộ với máy chủ.', en: 'The case is synchronised.' },
})

/** What was written while the line was down goes out as soon as it is back, before anything new. */
const useCatchUp = (id: string) => {
  const isOnline = useReachable()
  const sending = usePress()
  const isBehind = (deskCase.use()?.written.length ?? 0) > 0
  useEffect(() => {
    if (isOnline && isBehind) {
      void sending
        .press(() => catchUp(id))
        .then((isDone) => {
          if (isDone) {
            toast(t('synced'))
          }
        })
    }
  }, [isOnline, isBehind])
  return { sending, retry: () => void sending.press(() => catchUp(id)) }
}

const CasePage = ({ params }: PageProps) => {
  const id = params['id'] ?? ''
  const [isOpen, setOpen] = useState(deskCase.get()?.id === id)
  const { problem, reload } = useLoad(async () => {
    await resume(id, () => orSignIn(view<typeof ViewLevel2>('level-2.view', { caseId: id })))
    setOpen(true)
    return true
  })
  const desk = deskCase.use()
  const behind = useCatchUp(id)
  const number = desk?.server?.personalNumber ?? desk?.chip?.personalNumber
  useEffect(() => {
    if (number) {
      void visitorOf(number).then((member) => {
        if (member) {
          visitor.set(member)
        }
      })
    }
  }, [number])
  if (isOpen && desk?.id === id) {
    return <CaseSteps key={id} desk={desk} behind={behind.sending} onRetry={behind.retry} />
  }
  return <WaitingCase title={t('title')} list="/level-2" problem={problem} onRetry={reload} />
}

export default CasePage
