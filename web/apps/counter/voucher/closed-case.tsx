// A case that is decided: confirmed, so that the voucher can be printed; printed; refused; or waiting for
// somebody else.
import { useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { useNow } from '../../../ui/clock.ts'
import { dateTimeVN } from '../../../ui/format.ts'
import { arrowLeft, check, print } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { navigate } from '../../../ui/router.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { CaseFrame } from '../case/case-frame.tsx'
import { useKeys } from '../shell/keys.ts'
import { Refusal } from '../shell/refusal.tsx'
import { LeftPart } from './left-part.tsx'
import { PersonPart } from './person-part.tsx'
import { issueVoucher, type Issued, type VoucherCase } from './voucher-deeds.ts'
import { VoucherPaper } from './voucher-paper.tsx'
import { doubtWords, refusalWords, stateTone, stateWords } from './voucher-words.ts'

const t = phrases({
  title: { vi: 'Phiếu lấy lại tài khoản', en: 'Recovery voucher' },
  result: { vi: 'Kết quả', en: 'Result' },
  confirmed: { vi: 'Đã xác nhận đúng người', en: 'The person is confirmed' },
  confirmedWhy: {
    vi: 'Tạo phiếu trước {until}, khi người dân còn ở quầy.',
    en: 'Make the voucher before {until}, while the person is at the desk.',
  },
  issued: { vi: 'Phiếu đã được tạo', en: 'The voucher was made' },
  issuedWhy: {
    vi: 'Mã chỉ hiện lần này. Người dân đã được báo qua mọi kênh. Tạo lại thì phiếu trước mất hiệu lực.',
    en: 'The code is shown this once. The person was told on every channel. Made anew, the earlier one is worthless.',
  },
  late: {
    vi: 'Đã quá giờ tạo phiếu trên hồ sơ này. Nếu người dân cần, mở hồ sơ mới.',
    en: 'It is too late for a voucher on this case. Open a new one if the person needs it.',
  },
  refused: { vi: 'Không cấp phiếu', en: 'No voucher' },
  discarded: { vi: 'Hồ sơ đã kết thúc, không cấp phiếu', en: 'The case ended without a voucher' },
  discardedWhy: { vi: 'Người dân nhìn thấy điều này trong nhật ký.', en: 'The person sees this in the log.' },
  waiting: { vi: 'Chờ người duyệt thứ hai', en: 'Waits for a second pair of eyes' },
  waitingWhy: {
    vi: 'Mời đồng nghiệp có nhiệm vụ duyệt mở “Duyệt lần hai phiếu” và gặp người dân. Bạn đã lấy hồ sơ nên không duyệt được.',
    en: 'Ask a colleague who may to open “Second eyes: vouchers” and to meet the person. Whoever took the case cannot decide it.',
  },
  make: { vi: 'Tạo phiếu', en: 'Make the voucher' },
  anew: { vi: 'Tạo phiếu mới', en: 'Make a new voucher' },
  print: { vi: 'In phiếu', en: 'Print it' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
})

const Outcome = ({ server, isLate }: { server: VoucherCase; isLate: boolean }) => {
  const { state, reason, issuableUntil } = server
  if (state === 'refused') {
    return (
      <Verdict tone="son" title={t('refused')}>
        {reason ? refusalWords(reason) : ''}
      </Verdict>
    )
  }
  if (state === 'discarded') {
    return (
      <Verdict tone="neutral" title={t('discarded')}>
        {t('discardedWhy')}
      </Verdict>
    )
  }
  if (state === 'waiting-second') {
    return (
      <>
        <Verdict tone="gold" title={t('waiting')}>
          {t('waitingWhy')}
        </Verdict>
        <ul class="exceptions">
          {server.doubts.map((doubt) => (
            <li key={doubt}>{doubtWords(doubt)}</li>
          ))}
        </ul>
      </>
    )
  }
  if (state === 'issued') {
    return (
      <Verdict tone="ok" title={t('issued')}>
        {t('issuedWhy')}
      </Verdict>
    )
  }
  return (
    <>
      <Verdict tone="ok" title={t('confirmed')}>
        {issuableUntil ? t('confirmedWhy', { until: dateTimeVN(issuableUntil) }) : ''}
      </Verdict>
      {isLate && (
        <Notice isQuiet tone="warn">
          {t('late')}
        </Notice>
      )}
    </>
  )
}

const useIssuing = (server: VoucherCase, mayIssue: boolean, onCase: (server: VoucherCase) => void) => {
  const [issued, setIssued] = useState<Issued | null>(null)
  const issuing = usePress()
  const at = useNow(30)
  const isIssuable =
    (server.state === 'confirmed' || server.state === 'issued') &&
    mayIssue &&
    server.issuableUntil !== null &&
    Date.parse(server.issuableUntil) > at
  const issue = () =>
    void issuing.press(async () => {
      const made = await issueVoucher(server.caseId)
      setIssued(made)
      onCase(made.case)
    })
  const main = issued
    ? { words: t('print'), act: () => window.print() }
    : isIssuable
      ? { words: t(server.state === 'issued' ? 'anew' : 'make'), act: issue }
      : null
  return { issued, issuing, isIssuable, issue, main }
}

const Foot = ({
  issuing: { issued, issuing, isIssuable, issue, main },
  onBack,
}: {
  issuing: ReturnType<typeof useIssuing>
  onBack: () => void
}) => (
  <>
    <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={onBack}>
      {t('back')}
    </Button>
    {issued && isIssuable && (
      <Button isBusy={issuing.isBusy} onPress={issue}>
        {t('anew')}
      </Button>
    )}
    {main && (
      <Button
        kind="primary"
        icon={print}
        shortcut="Enter"
        isBusy={!issued && issuing.isBusy}
        onPress={main.act}
      >
        {main.words}
      </Button>
    )}
  </>
)

export const ClosedCase = ({
  server,
  mayIssue,
  onCase,
}: {
  server: VoucherCase
  mayIssue: boolean
  onCase: (server: VoucherCase) => void
}) => {
  const issuing = useIssuing(server, mayIssue, onCase)
  const { main, issued } = issuing
  const back = () => navigate(server.state === 'waiting-second' && !mayIssue ? '/voucher/second' : '/voucher')
  useKeys({
    Escape: back,
    Enter: () => {
      if (!issuing.issuing.isBusy) {
        main?.act()
      }
    },
  })
  return (
    <CaseFrame
      title={t('title')}
      beside={
        <>
          <Pill tone="cham">{server.reference}</Pill>
          <Pill tone={stateTone(server.state)}>{stateWords(server.state)}</Pill>
        </>
      }
      keys={[...(main ? [['Enter', main.words] as const] : []), ['Esc', t('back')]]}
      foot={<Foot issuing={issuing} onBack={back} />}
      head={<Refusal problem={issuing.issuing.problem} onRetry={issuing.issue} />}
      person={<PersonPart server={server} />}
      side={<LeftPart server={server} />}
    >
      <Card title={t('result')} icon={check}>
        <div class="stack">
          <Outcome server={server} isLate={server.state === 'confirmed' && !issuing.isIssuable} />
          {issued && <VoucherPaper issued={issued} />}
        </div>
      </Card>
    </CaseFrame>
  )
}
