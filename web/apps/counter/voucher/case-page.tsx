// One voucher case: who stands here, her answer, the decision, and the paper. Enter does the next press,
// Space the shutter, X notes an exception.
import './voucher.css'
import { useEffect, useState } from 'preact/hooks'
import { useLoad } from '../../../client/press.ts'
import { useStep } from '../../../ui/attention.tsx'
import { phrases } from '../../../ui/phrases.ts'
import type { PageProps } from '../../../ui/router.tsx'
import { visitor, visitorOf } from '../../../kit/simulators.ts'
import { WaitingCase } from '../case/waiting-case.tsx'
import { officer } from '../shell/officer.ts'
import { ClosedCase } from './closed-case.tsx'
import { OpenCase } from './open-case.tsx'
import { SecondCase } from './second-case.tsx'
import { readCase, type VoucherCase } from './voucher-deeds.ts'

const t = phrases({
  title: { vi: 'Phiếu lấy lại tài khoản', en: 'Recovery voucher' },
})

const CaseOf = ({ read }: { read: VoucherCase }) => {
  const [server, setServer] = useState(read)
  const tasks = officer.use()?.tasks ?? []
  useEffect(() => {
    void visitorOf(server.personalNumber).then((member) => {
      if (member) {
        visitor.set(member)
      }
    })
  }, [server.personalNumber])
  useStep(server.state)
  const mayTake = tasks.includes('recovery.voucher')
  if (server.state === 'open' && mayTake) {
    return <OpenCase server={server} onCase={setServer} />
  }
  if (server.state === 'waiting-second' && tasks.includes('recovery.second') && !server.isTakenByMe) {
    return <SecondCase server={server} onCase={setServer} />
  }
  return <ClosedCase server={server} mayIssue={mayTake} onCase={setServer} />
}

const CasePage = ({ params }: PageProps) => {
  const { data, problem, reload } = useLoad(() => readCase(params['id'] ?? ''))
  if (data) {
    return <CaseOf read={data} />
  }
  return <WaitingCase title={t('title')} list="/voucher" problem={problem} onRetry={reload} />
}

export default CasePage
