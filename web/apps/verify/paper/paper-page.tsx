// Where the QR code of a paper leads: whoever is shown the paper sees whether it is genuine and still holds.
// The code stands behind the # of the address, so that no server is told it there, and leaves with the
// verdict.
import '../verify.css'
import './paper.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import { announce, focusOn, Status } from '../../../ui/attention.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Icon, scan } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Skeleton } from '../../../ui/waiting.tsx'
import { VerifyFrame } from '../verify-frame.tsx'
import { checkPaper, type Asked, type Outcome } from './check-paper.ts'
import { OutcomeView } from './outcome-view.tsx'
import { PaperForm } from './paper-form.tsx'

const t = phrases({
  title: { vi: 'Kiểm tra giấy do cơ quan cấp', en: 'Check a paper of an office' },
  lead: {
    vi: 'Giấy xác nhận in ra hoặc tệp PDF: thật hay giả, còn giá trị hay không. Không cần tài khoản.',
    en: 'A confirmation on paper or as a PDF: whether it is genuine and still valid. No account is needed.',
  },
  next: { vi: 'Kiểm tra giấy khác', en: 'Check another paper' },
  cleared: { vi: 'Đã xoá màn hình', en: 'The screen is clear' },
  checking: { vi: 'Đang hỏi nơi cấp giấy', en: 'Asking whoever issued it' },
  slow: {
    vi: 'Mạng đang chậm. Vẫn đang chờ câu trả lời, bạn không cần bấm lại.',
    en: 'The network is slow. Still waiting for the answer; there is no need to press again.',
  },
  phone: { vi: 'Kiểm tra giấy tờ trên điện thoại', en: 'Check a document on a phone' },
  waiting: { vi: 'Kết quả sẽ hiện ở đây', en: 'The answer will show here' },
})

const SLOW_ms = 4000
const codeInAddress = (): string => location.hash.slice(1)
const writeCode = (code: string): void =>
  history.replaceState(null, '', code === '' ? location.pathname : `${location.pathname}#${code}`)

interface State {
  readonly asked: Asked | null
  readonly outcome: Outcome | null
  /** Goes up with each outcome. */
  readonly round: number
  readonly clearings: number
}

const useChecking = () => {
  const [state, set] = useState<State>({ asked: null, outcome: null, round: 0, clearings: 0 })
  const latest = useRef(0)
  const ask = (asked: Asked): void => {
    const turn = ++latest.current
    writeCode(asked.by === 'code' ? asked.code : '')
    set((before) => ({ ...before, asked, outcome: null }))
    void checkPaper(asked).then((outcome) => {
      if (turn === latest.current) {
        set((before) => ({ ...before, asked, outcome, round: before.round + 1 }))
      }
    })
  }
  const clear = (): void => {
    latest.current++
    writeCode('')
    set((before) => ({ ...before, asked: null, outcome: null, clearings: before.clearings + 1 }))
    focusOn(document.querySelector('h1'))
    announce(t('cleared'), 'assertive')
  }
  useEffect(() => {
    const open = (): void => {
      const code = codeInAddress()
      if (code !== '') {
        ask({ by: 'code', code })
      }
    }
    open()
    // Another code is scanned into the same window.
    addEventListener('hashchange', open)
    return () => removeEventListener('hashchange', open)
  }, [])
  return { ...state, ask, clear }
}
type Checking = ReturnType<typeof useChecking>

/** A file dropped anywhere on the page, and Esc that clears it. */
const useWholePage = ({ ask, clear, asked }: Checking): void =>
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault()
    const drop = (event: DragEvent) => {
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file) {
        ask({ by: 'file', file })
      }
    }
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && asked && clear()
    document.addEventListener('dragover', over)
    document.addEventListener('drop', drop)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', drop)
      document.removeEventListener('keydown', escape)
    }
  }, [asked])

const Asking = () => {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setSlow(true), SLOW_ms)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div class="paper-asking">
      <Status>{isSlow ? t('slow') : t('checking')}</Status>
      <Skeleton lines={4} />
    </div>
  )
}

const Answer = ({ checking: { asked, outcome, round, ask } }: { checking: Checking }) =>
  outcome && asked ? (
    <OutcomeView outcome={outcome} round={round} onAgain={() => ask(asked)} />
  ) : asked ? (
    <Asking />
  ) : (
    <div class="answer-waiting">
      <Icon of={scan} size={44} />
      <p>{t('waiting')}</p>
    </div>
  )

export default function PaperPage() {
  const checking = useChecking()
  const { asked, outcome, clearings, ask, clear } = checking
  useWholePage(checking)
  return (
    <VerifyFrame
      words={{ title: t('title'), lead: t('lead'), next: t('next') }}
      onNext={outcome && clear}
      isAnswerFirst={asked !== null}
      kind="paper-check"
      answer={<Answer checking={checking} />}
    >
      <PaperForm key={clearings} isBusy={asked !== null && outcome === null} onAsk={ask} />
      <LinkButton kind="quiet" icon={scan} href="/verify/">
        {t('phone')}
      </LinkButton>
    </VerifyFrame>
  )
}
