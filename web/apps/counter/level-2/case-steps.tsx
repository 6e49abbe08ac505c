// The steps of an open case: which is shown, what its main press does, and how one goes on. No press goes
// over a step that is not done.
import { useState } from 'preact/hooks'
import { discardLevel2 } from '../../../client/decision-form-rules.ts'
import { usePress, type Press } from '../../../client/press.ts'
import { useReachable } from '../../../client/reachability.ts'
import { useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { arrowRight, check } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { pressShutter } from '../devices/camera-panel.tsx'
import { fingerWords, type FingerName } from '../devices/finger-source.ts'
import { pressScanner } from '../devices/scanner-panel.tsx'
import { useMainPress, type MainPress } from '../case/main-press.ts'
import { NoteDialog } from '../case/note-dialog.tsx'
import type { KeyWords } from '../shell/key-sheet.tsx'
import { useKeys } from '../shell/keys.ts'
import { Refusal } from '../shell/refusal.tsx'
import { BiometricStep } from './biometric-step.tsx'
import { ChipStep } from './chip-step.tsx'
import { ConsentStep, isAgreed } from './consent-step.tsx'
import { ContactStep } from './contact-step.tsx'
import { useDocuments } from './documents-form.ts'
import { DocumentsStep } from './documents-step.tsx'
import { ExceptionDialog, useException } from '../evidence/exception-dialog.tsx'
import { nextFinger } from './finger-looks.ts'
import { STEPS, type DeskCase } from './desk-case.ts'
import { change } from './level2-case.ts'
import { donePrompt } from '../evidence/prompts.ts'
import { ResultStep } from './result-step.tsx'
import { endCase, noteException, useSending } from './step-deeds.ts'
import { isStepDone, promptOf, reachedOf } from './step-rules.ts'
import { StepFrame } from './step-frame.tsx'

const t = phrases({
  next: { vi: 'Tiếp tục', en: 'Go on' },
  scan: { vi: 'Quét {finger}', en: 'Scan the {finger}' },
  shoot: { vi: 'Chụp ảnh', en: 'Take the picture' },
  except: { vi: 'Ghi ngoại lệ vân tay', en: 'Note an exception' },
  send: { vi: 'Gửi hồ sơ', en: 'Send the case' },
  queue: { vi: 'Đưa vào Chờ gửi', en: 'Put in the outbox' },
  fresh: { vi: 'Người tiếp theo', en: 'Next person' },
  end: { vi: 'Kết thúc hồ sơ', en: 'End the case' },
  endTitle: { vi: 'Kết thúc hồ sơ mà không quyết định?', en: 'End the case without a decision?' },
  endWhat: {
    vi: 'Những gì đã lấy không được dùng nữa. Người dân thấy hồ sơ đã kết thúc.',
    en: 'What was taken is not used any more. The person sees that the case ended.',
  },
  paused: { vi: 'Đã lưu nháp. Làm tiếp ở trang Bản nháp.', en: 'Saved. Go on with it on the drafts page.' },
  keyShoot: { vi: 'chụp, chụp lại', en: 'take, take again' },
  keyExcept: { vi: 'ghi ngoại lệ', en: 'note an exception' },
})

type Deeds = { goOn: () => void; save: () => void; send: () => void; sendWords: string }

const mainOf = (desk: DeskCase, finger: FingerName | null, deeds: Deeds): MainPress => {
  const { step } = desk
  if (step === 5) {
    return isAgreed(desk) ? { words: deeds.sendWords, act: deeds.send, icon: check } : null
  }
  if (step === 4 || isStepDone(desk, step)) {
    return { words: t('next'), act: step === 4 ? deeds.save : deeds.goOn, icon: arrowRight }
  }
  if (step !== 3) {
    return null
  }
  if (desk.portrait === null && (desk.server?.portrait ?? null) === null) {
    return { words: t('shoot'), act: pressShutter }
  }
  return finger ? { words: t('scan', { finger: fingerWords(finger) }), act: pressScanner } : null
}

const Closed = ({ desk }: { desk: DeskCase }) => {
  const next = () => navigate('/level-2/new')
  useKeys({ Enter: next, n: next })
  return (
    <StepFrame
      desk={desk}
      step={STEPS}
      reached={0}
      prompt={donePrompt}
      onPause={() => navigate('/level-2')}
      actions={
        <Button kind="primary" shortcut="Enter" icon={arrowRight} onPress={next}>
          {t('fresh')}
        </Button>
      }
    >
      {desk.server && <ResultStep desk={desk} server={desk.server} />}
    </StepFrame>
  )
}

const keysOf = (step: number): readonly KeyWords[] =>
  step === 3
    ? [
        ['Space', t('keyShoot')],
        ['X', t('keyExcept')],
      ]
    : []

const useOpenSteps = (desk: DeskCase) => {
  const isOnline = useReachable()
  const { step } = desk
  const [chosen, choose] = useState<FingerName | null>(null)
  const [moving, scanning, asking] = [usePress(), usePress(), usePress()]
  const goOn = () =>
    void moving.press(() =>
      change(desk.id, (before) => ({ ...before, step: Math.min(STEPS, before.step + 1) })),
    )
  const { documents, save } = useDocuments(desk, goOn)
  const { sending, send } = useSending(desk)
  const exception = useException((of, reason) => noteException(desk.id, of, reason))
  const finger = step === 3 ? (chosen ?? nextFinger(desk)) : null
  const main = mainOf(desk, finger, {
    goOn,
    save,
    send,
    sendWords: t(isOnline && desk.written.length === 0 ? 'send' : 'queue'),
  })
  const press = useMainPress(step, main, sending.isBusy || scanning.isBusy)
  const except = () => exception.open(finger ?? 'right-index')
  useKeys({
    Enter: press,
    'Ctrl+s': pause,
    Escape: pause,
    ...(step === 3 ? { ' ': pressShutter, x: except } : {}),
  })
  const isBusy = sending.isBusy || documents.form.sending.isBusy || moving.isBusy
  return {
    chosen,
    choose,
    scanning,
    asking,
    sending,
    documents,
    exception,
    except,
    finger,
    main,
    press,
    isBusy,
  }
}
type Opened = ReturnType<typeof useOpenSteps>

const Presses = ({
  step,
  opened: { main, press, except, isBusy },
  onEnd,
}: {
  step: number
  opened: Opened
  onEnd: () => void
}) => (
  <>
    {step === 3 ? (
      <Button shortcut="X" onPress={except}>
        {t('except')}
      </Button>
    ) : (
      <Button kind="quiet" onPress={onEnd}>
        {t('end')}
      </Button>
    )}
    {main && (
      <Button kind="primary" shortcut="Enter" iconEnd={main.icon} isBusy={isBusy} onPress={press}>
        {main.words}
      </Button>
    )}
  </>
)

const OpenSteps = ({ desk, behind, onRetry }: { desk: DeskCase; behind: Press; onRetry: () => void }) => {
  const { step } = desk
  const opened = useOpenSteps(desk)
  const [isEnding, end] = useState(false)
  return (
    <StepFrame
      desk={desk}
      step={step}
      reached={reachedOf(desk)}
      prompt={promptOf(desk, opened.finger)}
      onPause={pause}
      keys={keysOf(step)}
      actions={<Presses step={step} opened={opened} onEnd={() => end(true)} />}
    >
      <Refusal problem={behind.problem} onRetry={onRetry} />
      {step === 1 && <ChipStep desk={desk} />}
      {step === 2 && <ContactStep desk={desk} />}
      {step === 3 && (
        <BiometricStep
          desk={desk}
          chosen={opened.chosen}
          onFinger={opened.choose}
          scanning={opened.scanning}
        />
      )}
      {step === 4 && <DocumentsStep documents={opened.documents} />}
      {step === 5 && <ConsentStep desk={desk} asking={opened.asking} sending={opened.sending} />}
      <ExceptionDialog exception={opened.exception} />
      <NoteDialog
        id="end-note"
        of="ending"
        isOpen={isEnding}
        words={{ title: t('endTitle'), what: t('endWhat'), yes: t('end') }}
        rules={discardLevel2}
        onNote={(note) => endCase(desk, note)}
        onClose={() => end(false)}
      />
    </StepFrame>
  )
}

const pause = () => {
  toast(t('paused'))
  navigate('/drafts')
}

export const CaseSteps = ({
  desk,
  behind,
  onRetry,
}: {
  desk: DeskCase
  behind: Press
  onRetry: () => void
}) => {
  const isClosed = desk.server !== null && desk.server.state !== 'open' && desk.written.length === 0
  useStep(isClosed ? 'closed' : desk.step)
  return isClosed ? <Closed desk={desk} /> : <OpenSteps desk={desk} behind={behind} onRetry={onRetry} />
}
