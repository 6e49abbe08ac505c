// Whoever holds a receipt code, with or without an account: how the report stands, and an answer. Nothing
// says who asks; the code leaves the address at once, and goes out in a body only.
import { useEffect, useState } from 'preact/hooks'
import type { AnswerByReceipt, ReadByReceipt } from '../../../../contract/crime-report.ts'
import { parsePaperCode, type PaperCodeReason } from '../../../../formats/paper-code.ts'
import { deed } from '../../../client/call.ts'
import { usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { focusField, useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Screen } from '../shell/screen.tsx'
import { CourseCards, type Course } from './course-cards.tsx'

const t = phrases({
  title: { vi: 'Tin báo của bạn', en: 'Your report' },
  lead: {
    vi: 'Nhập mã biên nhận bạn đã ghi lại khi báo tin ẩn danh. Không cần tài khoản, và trang này không hỏi bạn là ai.',
    en: 'Enter the receipt code that you wrote down when you reported anonymously. No account is needed, and this page does not ask who you are.',
  },
  code: { vi: 'Mã biên nhận', en: 'Receipt code' },
  hint: {
    vi: '20 chữ và số. Chữ hoa hay thường, có gạch hay không đều được.',
    en: '20 letters and digits. In any case, with or without dashes.',
  },
  open: { vi: 'Xem', en: 'Look' },
  close: { vi: 'Đóng và quên mã', en: 'Close and forget the code' },
  empty: { vi: 'Nhập mã biên nhận.', en: 'Enter the receipt code.' },
  length: {
    vi: 'Mã có đúng 20 chữ và số. Xem lại có thiếu hay thừa không.',
    en: 'A code has exactly 20 letters and digits. See whether one is missing or extra.',
  },
  characters: {
    vi: 'Mã chỉ có chữ không dấu và số; không có chữ U. Xem lại ký tự lạ.',
    en: 'A code has plain letters and digits, and no U. Look for a sign that does not belong.',
  },
  check: {
    vi: 'Có một chỗ bị nhầm. So lại từng nhóm bốn với mã bạn đã ghi.',
    en: 'Something is mistyped. Compare each group of four with what you wrote down.',
  },
} satisfies Record<PaperCodeReason, unknown> & Record<string, { vi: string; en: string }>)

const nameless = { isNameless: true } as const

const codeInAddress = (): string => {
  const code = location.hash.slice(1)
  if (code !== '') {
    history.replaceState(null, '', location.pathname)
  }
  return code
}

const CodeForm = ({ first, onOpen }: { first: string; onOpen: (code: string, course: Course) => void }) => {
  const [text, setText] = useState(first)
  const [fault, setFault] = useState<string>()
  const reading = usePress()
  const open = (typed: string) => {
    const code = parsePaperCode(typed)
    setFault(code.ok ? undefined : typed.trim() === '' ? t('empty') : t(code.reason))
    if (!code.ok) {
      focusField('receipt-code')
    } else {
      void reading.press(async () => {
        const input = { receiptCode: code.value }
        onOpen(code.value, await deed<typeof ReadByReceipt>('crime-report.read', input, nameless))
      })
    }
  }
  useEffect(() => {
    if (first !== '') {
      open(first)
    }
  }, [])
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        open(text)
      }}
    >
      {reading.problem && <ProblemNotice key={reading.refusals} problem={reading.problem} />}
      <p>{t('lead')}</p>
      <Field
        id="receipt-code"
        label={t('code')}
        hint={t('hint')}
        {...(fault === undefined ? {} : { error: fault })}
        value={text}
        autocomplete="off"
        onValue={setText}
      />
      <Button kind="primary" isWide type="submit" isBusy={reading.isBusy}>
        {t('open')}
      </Button>
    </form>
  )
}

type Opened = { readonly code: string; readonly course: Course }

export default function ReceiptPage() {
  const [first, setFirst] = useState(() => ({ code: codeInAddress(), round: 0 }))
  const [opened, setOpened] = useState<Opened | null>(null)
  useStep(opened ? 'opened' : 'code')
  const begin = (code: string) => {
    setOpened(null)
    setFirst(({ round }) => ({ code, round: round + 1 }))
  }
  useEffect(() => {
    const take = () => {
      const code = codeInAddress()
      if (code !== '') {
        begin(code)
      }
    }
    // Another code is opened in the same window.
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} />}>
      {opened ? (
        <>
          <p>
            <Pill tone="cham">{opened.course.reference}</Pill>
          </p>
          <CourseCards
            course={opened.course}
            onSay={async (text) => {
              const input = { receiptCode: opened.code, text }
              const course = await deed<typeof AnswerByReceipt>('crime-report.answer', input, nameless)
              setOpened({ ...opened, course })
            }}
          />
          <Button isWide kind="quiet" onPress={() => begin('')}>
            {t('close')}
          </Button>
        </>
      ) : (
        <CodeForm
          key={first.round}
          first={first.code}
          onOpen={(code, course) => setOpened({ code, course })}
        />
      )}
    </Screen>
  )
}
