// Tells of a crime: under her name or anonymously, what, where, when, with pictures. Of an anonymous report
// the receipt is shown before anything is sent.
import { useEffect, useState } from 'preact/hooks'
import type { SendNamedReport } from '../../../../contract/crime-report.ts'
import { composePaperCode, PAPER_CODE_bytes } from '../../../../formats/paper-code.ts'
import { chance } from '../../../client/chance.ts'
import { Problem } from '../../../client/problem.ts'
import { FormProblems } from '../../../kit/form.tsx'
import { useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed } from '../shell/session.ts'
import { Danger } from './danger.tsx'
import { reportOf, useReport, WhatFields, type Way } from './what-fields.tsx'
import { ReceiptStep } from './receipt-step.tsx'
import { sendLater, sendNow, type Waiting } from './send-later.ts'
import { drawTickets, takeTicket, ticketsLeft } from './tickets.ts'
import { HonestWords, WayCards } from './way-cards.tsx'

const t = phrases({
  title: { vi: 'Báo một việc', en: 'Report something' },
  next: { vi: 'Tiếp tục', en: 'Go on' },
  send: { vi: 'Gửi', en: 'Send' },
  sent: { vi: 'Đã gửi. Công an giải quyết trong 20 ngày.', en: 'Sent. The police settle it within 20 days.' },
  noTicket: {
    vi: 'Máy này đã dùng hết phiếu ẩn danh của tháng này. Nội dung bạn viết vẫn còn; hãy gửi có tên (tên được giữ kín), gọi 113, hoặc đến công an gần nhất.',
    en: 'This phone has used its anonymous tickets of this month. What you wrote is still here; send it under your name (which is kept secret), call 113, or go to the police.',
  },
})

const newReceiptCode = (): string => composePaperCode(chance(PAPER_CODE_bytes))

/** Throws what the form shows where no ticket is left. */
const mustHaveTicket = async (): Promise<void> => {
  await drawTickets().catch(() => undefined)
  if ((await ticketsLeft()) === 0) {
    throw new Problem({ code: 'crime-report.ticket-refused', detail: t('noTicket'), status: 403 })
  }
}

type Drafted = Omit<Waiting['report'], 'ticket'>

const keepAnonymous = async (drafted: Drafted, isNow: boolean): Promise<void> => {
  const ticket = await takeTicket()
  if (!ticket) {
    throw new Problem({ code: 'crime-report.ticket-refused', detail: t('noTicket'), status: 403 })
  }
  await sendLater({ ...drafted, ticket })
  if (isNow) {
    await sendNow()
  }
  navigate('/crime', { replace: true })
}

export default function NewCrimePage() {
  const [way, setWay] = useState<Way>('anonymous')
  const [isNameShown, showName] = useState(false)
  const [drafted, draft] = useState<Drafted | null>(null)
  const report = useReport()
  const { form, pictures } = report
  useEffect(() => void drawTickets().catch(() => undefined), [])
  useStep(drafted ? 'receipt' : 'form')
  const send = () =>
    void form.send(async () => {
      const told = reportOf(form.values, pictures)
      if (way === 'anonymous') {
        await mustHaveTicket()
        draft({ ...told, receiptCode: newReceiptCode() })
        return
      }
      const { id } = await ownDeed<typeof SendNamedReport>('crime-report.send-named', {
        ...told,
        isNameShown,
      })
      toast(t('sent'))
      navigate(`/crime/${id}`, { replace: true })
    })
  if (drafted) {
    return (
      <ReceiptStep
        receiptCode={drafted.receiptCode}
        onBack={() => draft(null)}
        onSend={(isNow) => keepAnonymous(drafted, isNow)}
      />
    )
  }
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/crime')} />}
      action={
        <Button kind="primary" isWide type="submit" form="crime" isBusy={form.sending.isBusy}>
          {t(way === 'anonymous' ? 'next' : 'send')}
        </Button>
      }
    >
      <Danger />
      <form
        id="crime"
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FormProblems form={form} onRetry={send} />
        <WayCards way={way} onWay={setWay} isNameShown={isNameShown} onShowName={showName} />
        <WhatFields report={report} way={way} />
      </form>
      <HonestWords way={way} />
    </Screen>
  )
}
