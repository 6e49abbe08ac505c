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
import { info } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate, usePlace } from '../../../ui/router.tsx'
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
  lost: { vi: 'Chưa có gì được gửi', en: 'Nothing was sent' },
  lostMore: {
    vi: 'Trang đã mở lại trước khi bạn gửi, nên lời kể không còn ở đây. Mã biên nhận vừa ghi không dùng được nữa: hãy bỏ đi, kể lại và ghi mã mới.',
    en: 'The page was opened again before you sent it, and your words are gone. The receipt code you wrote down opens nothing: throw it away, tell it again and write down the new one.',
  },
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

/** Behind the hash, which no server reads: the browser's way back leads from the receipt to the form. */
const RECEIPT = '#receipt'

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

/**
 * What she is about to send, while the receipt of it is shown. The code is one for all that she still
 * changes: what she wrote down stays right.
 */
const useReceipt = () => {
  const [receiptCode] = useState(newReceiptCode)
  const [drafted, draft] = useState<Drafted | null>(null)
  const [isLost] = useState(location.hash === RECEIPT)
  usePlace()
  const isShown = location.hash === RECEIPT
  useEffect(() => {
    if (!isShown) {
      draft(null)
    } else if (!drafted) {
      navigate('/crime/new', { replace: true })
    }
  }, [isShown])
  const show = (told: Omit<Drafted, 'receiptCode'>) => {
    draft({ ...told, receiptCode })
    navigate(`/crime/new${RECEIPT}`)
  }
  return { drafted: isShown ? drafted : null, isLost, show }
}

const Lost = () => (
  <Notice tone="warn" icon={info} title={t('lost')}>
    {t('lostMore')}
  </Notice>
)

const Go = ({ way, isBusy }: { way: Way; isBusy: boolean }) => (
  <Button kind="primary" isWide type="submit" form="crime" isBusy={isBusy}>
    {t(way === 'anonymous' ? 'next' : 'send')}
  </Button>
)

export default function NewCrimePage() {
  const [way, setWay] = useState<Way>('anonymous')
  const [isNameShown, showName] = useState(false)
  const { drafted, isLost, show } = useReceipt()
  const report = useReport()
  const { form, pictures } = report
  useEffect(() => void drawTickets().catch(() => undefined), [])
  useStep(drafted ? 'receipt' : 'form')
  const send = () =>
    void form.send(async () => {
      const told = reportOf(form.values, pictures)
      if (way === 'anonymous') {
        await mustHaveTicket()
        show(told)
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
        onBack={() => history.back()}
        onSend={(isNow) => keepAnonymous(drafted, isNow)}
      />
    )
  }
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/crime')} />}
      action={<Go way={way} isBusy={form.sending.isBusy} />}
    >
      {isLost && <Lost />}
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
