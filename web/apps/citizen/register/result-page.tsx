// The receipt, the legal due time, and what came of it. Asked again every two seconds at first, then every
// fifteen; the page may be closed.
import { Status as StatusLine } from '../../../ui/attention.tsx'
import { useEffect } from 'preact/hooks'
import { useLoad } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card, Row, Rows } from '../../../ui/card.tsx'
import { now, useNow } from '../../../ui/clock.ts'
import { dateTimeVN, dayVN, timeVN } from '../../../ui/format.ts'
import {
  alert,
  calendar,
  camera,
  check,
  clock,
  copy,
  dossier,
  Icon,
  message,
  refresh,
} from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { AskedCard, TakeAnother, UnansweredCard } from './asked-portrait.tsx'
import { RefusalCard } from './refusal-card.tsx'
import { awaitedOf, readStatus, unansweredOf, type EnrolmentStatus } from './status.ts'

const t = phrases({
  title: { vi: 'Kết quả đăng ký', en: 'Your result' },
  submitted: { vi: 'Đã nhận đơn, đang kiểm tra', en: 'Received, being checked' },
  submittedMore: {
    vi: 'Thường xong trong một phút. Trang này tự cập nhật.',
    en: 'Usually done within a minute. This page updates by itself.',
  },
  'in-review': { vi: 'Cán bộ đang xem xét', en: 'An officer is looking at it' },
  'in-reviewMore': {
    vi: 'Có điểm cần người xem lại. Bạn không cần làm gì thêm và có thể đóng trang; kết quả sẽ tới qua tin nhắn và e-mail.',
    en: 'Something needs a person to look at it. There is nothing more to do and you may close the page; the result comes by text message and e-mail.',
  },
  asked: { vi: 'Cần một ảnh chân dung khác', en: 'Another portrait is needed' },
  askedMore: {
    vi: 'Chụp lại và gửi; cán bộ xem tiếp ngay đơn này, không phải đăng ký lại.',
    en: 'Take it again and send it; the officer goes on with this application. There is no need to register again.',
  },
  accepted: { vi: 'Đã được chấp nhận', en: 'Accepted' },
  acceptedMore: {
    vi: 'Tài khoản mức 1 đã được cấp. Còn một việc: kích hoạt trên máy này.',
    en: 'The level 1 account is issued. One thing is left: activate it on this device.',
  },
  refused: { vi: 'Chưa được chấp nhận', en: 'Not accepted' },
  refusedMore: {
    vi: 'Dữ liệu trong cơ sở dữ liệu quốc gia của bạn không thay đổi.',
    en: 'Nothing in the national register has changed.',
  },
  reference: { vi: 'Mã đơn', en: 'Reference' },
  copy: { vi: 'Chép mã', en: 'Copy' },
  copied: { vi: 'Đã chép mã đơn', en: 'Reference copied' },
  sentAt: { vi: 'Gửi lúc', en: 'Sent at' },
  due: { vi: 'Hạn trả kết quả', en: 'Due' },
  dueValue: { vi: '{time} {day} · {left}', en: '{time} {day} · {left}' },
  without: { vi: 'không tính thời gian chờ ảnh', en: 'without the time the picture was awaited' },
  law: { vi: '01 ngày làm việc (Nghị định 69/2024)', en: '1 working day (Decree 69/2024)' },
  hours: { vi: 'còn {h} giờ {m} phút', en: '{h} h {m} min left' },
  days: { vi: 'còn {d} ngày {h} giờ', en: '{d} d {h} h left' },
  over: { vi: 'đã quá hạn, chúng tôi xin lỗi bạn', en: 'overdue, we are sorry' },
  told: { vi: 'Báo kết quả tới', en: 'The result goes to' },
  activateBy: { vi: 'Kích hoạt trước', en: 'Activate by' },
  activate: { vi: 'Kích hoạt tài khoản', en: 'Activate the account' },
  again: { vi: 'Đăng ký lại', en: 'Register again' },
  first: { vi: 'Về trang đầu', en: 'To the first page' },
  overdue: {
    vi: 'Đơn đã quá hạn trả. Đơn vẫn đang được xử lý; bạn không cần gửi lại. Nếu cần gấp, gọi tổng đài và đọc mã đơn.',
    en: 'The application is overdue. It is still being handled; you need not send it again. If it is urgent, call the hotline and read out the reference.',
  },
  help: { vi: 'Cách liên hệ', en: 'How to reach us' },
})

const leftText = (dueAt: string, moment: number): string => {
  const left_min = Math.floor((Date.parse(dueAt) - moment) / 60_000)
  if (left_min < 0) {
    return t('over')
  }
  const h = Math.floor(left_min / 60)
  return h >= 48 ? t('days', { d: Math.floor(h / 24), h: h % 24 }) : t('hours', { h, m: left_min % 60 })
}

const signs = {
  submitted: [clock, ''],
  'in-review': [dossier, 'warn'],
  asked: [camera, 'warn'],
  accepted: [check, 'ok'],
  refused: [alert, 'warn'],
} as const

const Due = ({ status }: { status: EnrolmentStatus }) => {
  const moment = useNow(30)
  return (
    <Row
      isValue
      icon={clock}
      title={[t('due'), t('law'), ...(status.asked ? [t('without')] : [])].join(' · ')}
      detail={t('dueValue', {
        time: timeVN(status.dueAt),
        day: dayVN(status.dueAt),
        left: leftText(status.dueAt, moment),
      })}
    />
  )
}

/**
 * The clipboard exists in secure pages only; without it the reference can still be marked and copied by hand.
 */
const copyOut = (reference: string) =>
  navigator.clipboard?.writeText(reference).then(
    () => toast(t('copied')),
    () => undefined,
  )

const Reference = ({ reference }: { reference: string }) => (
  <Row
    isValue
    icon={dossier}
    title={t('reference')}
    detail={<span class="reference">{reference}</span>}
    below={
      <div class="copy-foot">
        <Button size="small" kind="quiet" icon={copy} onPress={() => void copyOut(reference)}>
          {t('copy')}
        </Button>
      </div>
    }
  />
)

/** An office is at it: its time runs, which it does not while another portrait is awaited. */
const isBeingHandled = (status: EnrolmentStatus): boolean =>
  status.state === 'submitted' || (status.state === 'in-review' && !awaitedOf(status))

const Facts = ({ status }: { status: EnrolmentStatus }) => (
  <Rows>
    <Reference reference={status.reference} />
    <Row isValue icon={message} title={t('told')} detail={status.phone} />
    {isBeingHandled(status) ? <Due status={status} /> : null}
    {status.activateBy && (
      <Row
        isValue
        icon={clock}
        tone="gold"
        title={t('activateBy')}
        detail={`${timeVN(status.activateBy)} ${dayVN(status.activateBy)}`}
      />
    )}
    <Row isValue icon={calendar} title={t('sentAt')} detail={dateTimeVN(status.submittedAt)} />
  </Rows>
)

const actionOf = (status: EnrolmentStatus | null) => {
  if (status && awaitedOf(status)) {
    return <TakeAnother />
  }
  if (status?.state === 'accepted') {
    return (
      <LinkButton kind="primary" isWide href={hrefTo('/activate/start')}>
        {t('activate')}
      </LinkButton>
    )
  }
  if (status?.state === 'refused' && status.reason !== 'already-has-account') {
    return (
      <LinkButton kind="primary" isWide icon={refresh} href={hrefTo('/enrol/consent?again=1')}>
        {t('again')}
      </LinkButton>
    )
  }
  return null
}

/** Looked up again while something may change without her. */
const usePolling = (state: EnrolmentStatus['state'] | undefined, reload: () => void) =>
  useEffect(() => {
    if (state !== 'submitted' && state !== 'in-review') {
      return
    }
    const timer = setInterval(
      () => {
        if (!document.hidden) {
          reload()
        }
      },
      state === 'submitted' ? 2000 : 15_000,
    )
    return () => clearInterval(timer)
  }, [state])

const Overdue = () => (
  <Notice
    tone="warn"
    title={t('overdue')}
    action={
      <LinkButton size="small" href={hrefTo('/help')}>
        {t('help')}
      </LinkButton>
    }
  />
)

const Result = ({ status }: { status: EnrolmentStatus }) => {
  const asked = awaitedOf(status)
  const unanswered = unansweredOf(status)
  const seen = asked ? 'asked' : status.state
  const [icon, tone] = signs[seen]
  return (
    <>
      <StatusLine as="div" class="receipt">
        <span class={`receipt-sign tone-${tone}`}>
          <Icon of={icon} size={36} class={seen === 'submitted' ? 'receipt-spin' : undefined} />
        </span>
        <h2>{t(seen)}</h2>
        <p>{t(`${seen}More`)}</p>
      </StatusLine>
      {asked && <AskedCard asked={asked} />}
      {unanswered && <UnansweredCard asked={unanswered} />}
      {status.reason && !unanswered && <RefusalCard reason={status.reason} />}
      {isBeingHandled(status) && Date.parse(status.dueAt) < now() && <Overdue />}
      <Facts status={status} />
      {status.state === 'in-review' && (
        <Card>
          <p class="centre">
            <a href={hrefTo('/welcome')}>{t('first')}</a>
          </p>
        </Card>
      )}
    </>
  )
}

export const ResultPage = () => {
  const { data: status, problem, reload } = useLoad(readStatus)
  usePolling(status?.state, reload)
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/welcome')} isClosing />}
      action={actionOf(status)}
    >
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!status && !problem && <Skeleton lines={5} />}
      {status && <Result status={status} />}
    </Screen>
  )
}
