// An open case: prints or portrait, the citizen's answer, then the decision. No press goes over a step that
// is not done.
import { useState } from 'preact/hooks'
import { discardVoucher } from '../../../client/decision-form-rules.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { arrowRight, check } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { navigate } from '../../../ui/router.tsx'
import { CaseFrame } from '../case/case-frame.tsx'
import type { MainPress } from '../case/main-press.ts'
import { NoteDialog } from '../case/note-dialog.tsx'
import { pressShutter } from '../devices/camera-panel.tsx'
import { fingerWords, type FingerName } from '../devices/finger-source.ts'
import { pressScanner } from '../devices/scanner-panel.tsx'
import { ExceptionDialog, useException } from '../evidence/exception-dialog.tsx'
import { useKeys } from '../shell/keys.ts'
import { Refusal } from '../shell/refusal.tsx'
import { ConsentPart } from './consent-part.tsx'
import { EvidencePart } from './evidence-part.tsx'
import { LeftPart } from './left-part.tsx'
import { PersonPart } from './person-part.tsx'
import { askConsent, discardCase, exceptFinger, submitCase, type VoucherCase } from './voucher-deeds.ts'

const t = phrases({
  title: { vi: 'Cấp phiếu lấy lại tài khoản', en: 'Issue a recovery voucher' },
  scan: { vi: 'Quét {finger}', en: 'Scan the {finger}' },
  ask: { vi: 'Hỏi người dân', en: 'Ask the citizen' },
  confirm: { vi: 'Xác nhận người này', en: 'Confirm who this is' },
  second: { vi: 'Gửi người duyệt thứ hai', en: 'Send to the second person' },
  refuse: { vi: 'Ghi nhận từ chối', en: 'Record the refusal' },
  except: { vi: 'Ghi ngoại lệ vân tay', en: 'Note an exception' },
  exceptWhat: {
    vi: 'Ngón này không dùng để xác nhận. Nếu khuôn mặt cũng không khớp, hồ sơ vẫn gửi được cho người thứ hai.',
    en: 'This finger does not count. When the face does not match either, the case can still go to the second person.',
  },
  end: { vi: 'Kết thúc hồ sơ', en: 'End the case' },
  endTitle: { vi: 'Kết thúc mà không cấp phiếu?', en: 'End it without a voucher?' },
  endWhat: {
    vi: 'Những gì đã lấy không dùng nữa. Người dân nhìn thấy hồ sơ đã kết thúc.',
    en: 'What was taken is not used any more. The person sees that the case ended.',
  },
  list: { vi: 'về danh sách', en: 'to the list' },
  main: { vi: 'nút chính', en: 'the main button' },
  shoot: { vi: 'chụp, chụp lại', en: 'take, take again' },
  noteKey: { vi: 'ghi ngoại lệ', en: 'note an exception' },
})

/** Refused whatever else is taken: it can be recorded at once. */
const isHopeless = ({ register, account, identity, consent }: VoucherCase): boolean =>
  !register ||
  !register.isAlive ||
  !account ||
  account.isBarred ||
  identity === 'differs' ||
  consent === 'declined'

type Deciding = { server: VoucherCase; finger: FingerName; onAsk: () => void; onSubmit: () => void }
const mainOf = ({ server, finger, onAsk, onSubmit }: Deciding): MainPress => {
  if (isHopeless(server)) {
    return { words: t('refuse'), act: onSubmit, icon: check }
  }
  if (server.identity === 'unfinished') {
    return server.prints.verdict === 'unfinished'
      ? { words: t('scan', { finger: fingerWords(finger) }), act: pressScanner }
      : null
  }
  if (server.consent === 'none') {
    return { words: t('ask'), act: onAsk }
  }
  const isForTwo = server.takesTwo || server.identity === 'second'
  return server.consent === 'agreed'
    ? { words: t(isForTwo ? 'second' : 'confirm'), act: onSubmit, icon: isForTwo ? arrowRight : check }
    : null
}

const useOpenCase = (server: VoucherCase, onCase: (server: VoucherCase) => void) => {
  const { caseId } = server
  const [chosen, choose] = useState<FingerName | null>(null)
  const [scanning, asking, deciding] = [usePress(), usePress(), usePress()]
  const exception = useException(async (of, reason) => {
    onCase(await exceptFinger(caseId, of, reason))
    choose(null)
  })
  const finger = chosen ?? server.prints.next ?? 'right-index'
  const ask = () => void asking.press(async () => onCase(await askConsent(caseId)))
  const main = mainOf({
    server,
    finger,
    onAsk: ask,
    onSubmit: () => void deciding.press(async () => onCase(await submitCase(caseId))),
  })
  const press = () => {
    if (!scanning.isBusy && !deciding.isBusy) {
      main?.act()
    }
  }
  const except = () => exception.open(finger)
  useKeys({ Enter: press, ' ': pressShutter, x: except, Escape: toList })
  return { choose, scanning, asking, deciding, exception, finger, ask, main, press, except }
}
const toList = () => navigate('/voucher')

type Opened = ReturnType<typeof useOpenCase>

const Foot = ({
  isUnfinished,
  opened: { asking, deciding, main, press, except },
  onEnd,
}: {
  isUnfinished: boolean
  opened: Opened
  onEnd: () => void
}) => (
  <>
    <Button kind="quiet" onPress={onEnd}>
      {t('end')}
    </Button>
    {isUnfinished && (
      <Button shortcut="X" onPress={except}>
        {t('except')}
      </Button>
    )}
    {main && (
      <Button
        kind="primary"
        shortcut="Enter"
        iconEnd={main.icon}
        isBusy={deciding.isBusy || asking.isBusy}
        onPress={press}
      >
        {main.words}
      </Button>
    )}
  </>
)

export const OpenCase = ({
  server,
  onCase,
}: {
  server: VoucherCase
  onCase: (server: VoucherCase) => void
}) => {
  const opened = useOpenCase(server, onCase)
  const [isEnding, end] = useState(false)
  return (
    <CaseFrame
      title={t('title')}
      beside={<Pill tone="cham">{server.reference}</Pill>}
      keys={[
        ['Enter', t('main')],
        ['Space', t('shoot')],
        ['X', t('noteKey')],
        ['Esc', t('list')],
      ]}
      foot={
        <Foot isUnfinished={server.prints.verdict === 'unfinished'} opened={opened} onEnd={() => end(true)} />
      }
      head={<Refusal problem={opened.deciding.problem} />}
      person={<PersonPart server={server} />}
      side={<LeftPart server={server} />}
    >
      <EvidencePart
        server={server}
        onCase={onCase}
        scanning={opened.scanning}
        finger={opened.finger}
        onFinger={opened.choose}
      />
      <ConsentPart server={server} asking={opened.asking} onAsk={opened.ask} onCase={onCase} />
      <ExceptionDialog exception={opened.exception} what={t('exceptWhat')} />
      <NoteDialog
        id="end-note"
        of="ending"
        isOpen={isEnding}
        words={{ title: t('endTitle'), what: t('endWhat'), yes: t('end') }}
        rules={discardVoucher}
        onClose={() => end(false)}
        onNote={async (note) => {
          await discardCase(server.caseId, note)
          toList()
        }}
      />
    </CaseFrame>
  )
}
