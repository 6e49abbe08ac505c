// A report as whoever sent it reads it: how it stands, what the office wrote, an answer to it. The same
// under a name and by a receipt.
import './crime.css'
import type { ReadByReceipt } from '../../../../contract/crime-report.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { usePress } from '../../../client/press.ts'
import { CrimeLetters } from '../../../kit/crime-letters.tsx'
import { crimeKindWords, crimeOutcomeWords } from '../../../kit/crime-words.ts'
import { Paragraphs } from '../../../kit/paragraphs.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { focusField } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { Field } from '../../../ui/field.tsx'
import { dateVN } from '../../../ui/format.ts'
import { check, clock, inbox, message, share } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { useState } from 'preact/hooks'

const t = phrases({
  waiting: { vi: 'Đang giải quyết', en: 'Being looked into' },
  waitingMore: {
    vi: '{office} giải quyết trước ngày {day}. Bạn không phải làm gì.',
    en: '{office} settles it by {day}. There is nothing you must do.',
  },
  late: { vi: 'Xin lỗi, đã quá hạn giải quyết', en: 'We are sorry: it is overdue' },
  lateMore: {
    vi: 'Lẽ ra {office} phải giải quyết trước ngày {day}. Việc này đứng đầu danh sách của họ.',
    en: '{office} should have settled it by {day}. It stands on top of its list.',
  },
  waitingAsked: { vi: '{office} giải quyết trước ngày {day}.', en: '{office} settles it by {day}.' },
  asked: { vi: 'Công an hỏi thêm', en: 'The police ask you something' },
  askedMore: {
    vi: 'Bạn trả lời hay không là tuỳ bạn.',
    en: 'Whether you answer is up to you.',
  },
  askedAnonymous: {
    vi: 'Bạn trả lời hay không là tuỳ bạn. Đừng viết tên nếu bạn muốn ẩn danh.',
    en: 'Whether you answer is up to you. Leave out your name if you want to stay anonymous.',
  },
  settled: { vi: 'Kết quả ngày {day}', en: 'The result of {day}' },
  extended: { vi: 'Cần thêm thời gian', en: 'It takes longer' },
  forwarded: { vi: 'Đã chuyển đúng nơi', en: 'It went to the right office' },
  messages: { vi: 'Trao đổi', en: 'Messages' },
  write: { vi: 'Viết cho công an', en: 'Write to the police' },
  writeMissing: { vi: 'Viết điều bạn muốn nói.', en: 'Write what you want to say.' },
  send: { vi: 'Gửi', en: 'Send' },
  yours: { vi: 'Bạn đã báo', en: 'What you reported' },
  office: { vi: 'Cơ quan', en: 'Office' },
  place: { vi: 'Nơi xảy ra', en: 'Where' },
  day: { vi: 'Ngày xảy ra', en: 'On' },
  received: { vi: 'Ngày nhận', en: 'Received' },
  pictures: { vi: 'Ảnh', en: 'Pictures' },
  unknown: { vi: 'không rõ', en: 'not known' },
})

export type Course = OutputOf<typeof ReadByReceipt>

const Standing = ({
  course: { settled, office, dueOn, isOverdue, isAsked },
  isNamed,
}: {
  course: Course
  isNamed: boolean
}) => {
  if (settled) {
    return (
      <Card title={crimeOutcomeWords(settled.outcome)} icon={check}>
        <div class="stack">
          <p class="quiet small">{t('settled', { day: dateVN(settled.on) })}</p>
          <Paragraphs text={settled.reason} />
        </div>
      </Card>
    )
  }
  const blanks = { office, day: dateVN(dueOn) }
  return (
    <>
      {isAsked && (
        <Notice tone="warn" icon={inbox} title={t('asked')}>
          {t(isNamed ? 'askedMore' : 'askedAnonymous')}
        </Notice>
      )}
      {isOverdue ? (
        <Notice tone="warn" icon={clock} title={t('late')}>
          {t('lateMore', blanks)}
        </Notice>
      ) : (
        <Notice isQuiet icon={clock} title={t('waiting')}>
          {t(isAsked ? 'waitingAsked' : 'waitingMore', blanks)}
        </Notice>
      )}
    </>
  )
}

const Write = ({ onSay }: { onSay: (text: string) => Promise<void> }) => {
  const [text, setText] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const sending = usePress()
  const send = () => {
    const isNothing = text.trim().length < 2
    setEmpty(isNothing)
    if (isNothing) {
      focusField('crime-say')
    } else {
      void sending.press(async () => {
        await onSay(text.trim())
        setText('')
      })
    }
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {sending.problem && <ProblemNotice key={sending.refusals} problem={sending.problem} onRetry={send} />}
      <Field
        id="crime-say"
        label={t('write')}
        value={text}
        onValue={setText}
        rows={3}
        maxLength={2000}
        {...(isEmpty ? { error: t('writeMissing') } : {})}
      />
      <Button isWide type="submit" isBusy={sending.isBusy}>
        {t('send')}
      </Button>
    </form>
  )
}

const Yours = ({ course }: { course: Course }) => (
  <Card title={t('yours')} icon={message}>
    <div class="stack">
      <DataPairs
        pairs={[
          { label: t('office'), value: course.office },
          { label: t('place'), value: course.place ?? t('unknown') },
          { label: t('day'), value: course.happenedOn ? dateVN(course.happenedOn) : t('unknown') },
          { label: t('received'), value: dateVN(course.receivedOn) },
          ...(course.pictures > 0 ? [{ label: t('pictures'), value: String(course.pictures) }] : []),
        ]}
      />
      <h3>{crimeKindWords(course.kind)}</h3>
      <Paragraphs text={course.text} />
    </div>
  </Card>
)

export const CourseCards = ({
  course,
  isNamed = false,
  onSay,
}: {
  course: Course
  isNamed?: boolean
  onSay: (text: string) => Promise<void>
}) => (
  <>
    <Standing course={course} isNamed={isNamed} />
    {course.extended && (
      <Notice isQuiet icon={clock} title={t('extended')}>
        {course.extended.reason}
      </Notice>
    )}
    {course.forwarded && (
      <Notice isQuiet icon={share} title={t('forwarded')}>
        {course.forwarded.reason}
      </Notice>
    )}
    {(course.messages.length > 0 || course.state === 'open') && (
      <Card title={t('messages')} icon={inbox}>
        <div class="stack">
          {course.messages.length > 0 && <CrimeLetters messages={course.messages} isReporter />}
          {course.state === 'open' && <Write onSay={onSay} />}
        </div>
      </Card>
    )}
    <Yours course={course} />
  </>
)
