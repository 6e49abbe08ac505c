// The steps of an open case: which is shown, what its main press does, and how one goes on. No press goes
// over a step that is not done.
import { useState } from 'preact/hooks'
import { discardLevel2 } from '../../../client/form-rules.ts'
import { usePress, type Press } from '../../../client/press.ts'
import { useReachable } from '../../../client/reachability.ts'
import { Button } from '../../../ui/button.tsx'
import { arrowRight, check } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { pressShutter } from '../devices/camera-panel.tsx'
import { fingerWords, type FingerName } from '../devices/finger-source.ts'
import { pressScanner } from '../devices/scanner-panel.tsx'
import { NoteDialog } from '../case/note-dialog.tsx'
import { dropItem } from '../case/outbox.ts'
import type { KeyWords } from '../shell/key-sheet.tsx'
import { useKeys } from '../shell/keys.ts'
import { Refusal } from '../shell/refusal.tsx'
import { BiometricStep } from './biometric-step.tsx'
import { ChipStep } from './chip-step.tsx'
import { ConsentStep, isAgreed } from './consent-step.tsx'
import { ContactStep } from './contact-step.tsx'
import { DocumentsStep, isKeyGood } from './documents-step.tsx'
import { ExceptionDialog, useException } from '../evidence/exception-dialog.tsx'
import { isPrintsDone, nextFinger } from './finger-looks.ts'
import {
  act,
  change,
  closeCase,
  deskCase,
  noteEvent,
  putInOutbox,
  STEPS,
  type DeskCase,
  type WantedDocument,
} from './level2-case.ts'
import {
  cardPrompt,
  codePrompt,
  consentPrompt,
  contactPrompt,
  documentsPrompt,
  donePrompt,
  fingerPrompt,
  portraitPrompt,
} from '../evidence/prompts.ts'
import { ResultStep } from './result-step.tsx'
import { useRested } from '../case/use-rested.ts'
import type { ExceptionReason } from '../evidence/finger-result.ts'
import type { Said as Prompt } from '../screen/desk-channel.ts'
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
  queued: {
    vi: 'Đã đưa vào Chờ gửi. Chưa có hiệu lực cho đến khi đồng bộ.',
    en: 'It is in the outbox. Not final until synchronised.',
  },
  paused: { vi: 'Đã lưu nháp. Làm tiếp ở trang Bản nháp.', en: 'Saved. Go on with it on the drafts page.' },
  keyShoot: { vi: 'chụp, chụp lại', en: 'take, take again' },
  keyExcept: { vi: 'ghi ngoại lệ', en: 'note an exception' },
})

const isStepDone = (desk: DeskCase, step: number): boolean => {
  const server = desk.written.length === 0 ? desk.server : null
  if (step === 1) {
    return server ? server.chip !== null : desk.chip !== null
  }
  if (step === 2) {
    return server ? server.contact?.isProven === true : desk.contact !== null
  }
  if (step === 3) {
    return (
      (server
        ? server.portrait !== null && server.portrait.verdict !== 'unfinished'
        : desk.portrait !== null) && isPrintsDone(desk)
    )
  }
  return step === 4
}

const reachedOf = (desk: DeskCase): number => {
  let reached = 1
  while (reached < STEPS && isStepDone(desk, reached)) {
    reached++
  }
  // Documents are optional, so only having been there counts as having reached the consent.
  return reached === STEPS &&
    desk.step < STEPS &&
    desk.consentAt === null &&
    (desk.server?.consent ?? 'none') === 'none'
    ? Math.max(4, desk.step)
    : reached
}

const promptOf = (desk: DeskCase, finger: FingerName | null): Prompt => {
  if (desk.server && desk.server.state !== 'open') {
    return donePrompt
  }
  if (desk.step === 1) {
    return cardPrompt
  }
  if (desk.step === 2) {
    return desk.server?.contact?.code && !desk.server.contact.isProven ? codePrompt : contactPrompt
  }
  if (desk.step === 4) {
    return documentsPrompt
  }
  if (desk.step === 5) {
    return consentPrompt
  }
  const hasPortrait =
    desk.written.length === 0 && desk.server
      ? desk.server.portrait?.verdict !== undefined && desk.server.portrait.verdict !== 'unfinished'
      : desk.portrait !== null
  return hasPortrait && finger ? fingerPrompt(finger) : portraitPrompt
}

const pressInner = () =>
  document.querySelector<HTMLButtonElement>('.level2-middle .step-inner:not([disabled])')?.click()

const useDocuments = (desk: DeskCase, goOn: () => void) => {
  const [wanted, setWanted] = useState<readonly WantedDocument[]>(desk.documents)
  const [showsFaults, showFaults] = useState(false)
  const saving = usePress()
  const save = () => {
    const documents = wanted.map(({ kind, key }) => ({ kind, key: key.trim() }))
    if (documents.some(({ key }) => !isKeyGood(key))) {
      return showFaults(true)
    }
    if (JSON.stringify(documents) === JSON.stringify(desk.documents)) {
      return goOn()
    }
    void saving.press(async () => {
      await act(desk.id, 'level-2.documents', { documents }, (before) => ({ ...before, documents }))
      await noteEvent(desk.id, { key: 'documents', params: { n: documents.length } })
      goOn()
    })
  }
  return { form: { wanted, onWanted: setWanted, showsFaults, saving }, save }
}

const useSending = (desk: DeskCase) => {
  const sending = usePress()
  const send = () =>
    void sending.press(async () => {
      const server = await act(desk.id, 'level-2.submit', {})
      if (server && server.state !== 'open') {
        const here = deskCase.get()
        await closeCase(desk.id)
        // What the outbox could not finish by itself is finished now.
        await dropItem(desk.id)
        // The draft is gone; what stays on the page is the result.
        if (here) {
          deskCase.set({ ...here, server, savedAt: null })
        }
        return
      }
      const here = deskCase.get()
      if (!server && here) {
        await putInOutbox(here)
        toast(t('queued'))
        navigate('/outbox')
      }
    })
  return { sending, send }
}

const endCase = async (desk: DeskCase, note: string): Promise<void> => {
  if (desk.server) {
    await act(desk.id, 'level-2.discard', { note })
  }
  await closeCase(desk.id)
  await dropItem(desk.id)
  navigate('/level-2')
}

const noteException = async (id: string, finger: FingerName, reason: ExceptionReason): Promise<void> => {
  await act(id, 'level-2.except-finger', { finger, reason }, (before) => ({
    ...before,
    exceptions: [...before.exceptions.filter((one) => one.finger !== finger), { finger, reason }],
  }))
  await noteEvent(id, { key: 'finger-excepted', params: { finger } })
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

const OpenSteps = ({ desk, behind, onRetry }: { desk: DeskCase; behind: Press; onRetry: () => void }) => {
  const isOnline = useReachable()
  const { step } = desk
  const isRested = useRested(step)
  const [chosen, choose] = useState<FingerName | null>(null)
  const [moving, scanning, asking] = [usePress(), usePress(), usePress()]
  const goOn = () =>
    void moving.press(() =>
      change(desk.id, (before) => ({ ...before, step: Math.min(STEPS, before.step + 1) })),
    )
  const documents = useDocuments(desk, goOn)
  const { sending, send } = useSending(desk)
  const [isEnding, end] = useState(false)
  const exception = useException((of, reason) => noteException(desk.id, of, reason))
  const finger = step === 3 ? (chosen ?? nextFinger(desk)) : null
  const except = () => exception.open(finger ?? 'right-index')
  const isDone = isStepDone(desk, step)
  const pause = () => {
    toast(t('paused'))
    navigate('/drafts')
  }
  const hasPortrait = desk.portrait !== null || (desk.server?.portrait ?? null) !== null
  const main =
    step === 5
      ? isAgreed(desk)
        ? { words: t(isOnline && desk.written.length === 0 ? 'send' : 'queue'), act: send, icon: check }
        : null
      : step === 4
        ? { words: t('next'), act: documents.save, icon: arrowRight }
        : isDone
          ? { words: t('next'), act: goOn, icon: arrowRight }
          : step === 3
            ? !hasPortrait
              ? { words: t('shoot'), act: pressShutter, icon: undefined }
              : finger
                ? { words: t('scan', { finger: fingerWords(finger) }), act: pressScanner, icon: undefined }
                : null
            : null
  const press = () => {
    if (isRested && !sending.isBusy && !scanning.isBusy) {
      if (main) {
        main.act()
      } else {
        pressInner()
      }
    }
  }
  useKeys({
    Enter: press,
    'Ctrl+s': pause,
    Escape: pause,
    ...(step === 3 ? { ' ': pressShutter, x: except } : {}),
  })
  return (
    <StepFrame
      desk={desk}
      step={step}
      reached={reachedOf(desk)}
      prompt={promptOf(desk, finger)}
      onPause={pause}
      keys={keysOf(step)}
      actions={
        <>
          {step === 3 ? (
            <Button shortcut="X" onPress={except}>
              {t('except')}
            </Button>
          ) : (
            <Button kind="quiet" onPress={() => end(true)}>
              {t('end')}
            </Button>
          )}
          {main && (
            <Button
              kind="primary"
              shortcut="Enter"
              iconEnd={main.icon}
              isBusy={sending.isBusy || documents.form.saving.isBusy || moving.isBusy}
              onPress={press}
            >
              {main.words}
            </Button>
          )}
        </>
      }
    >
      <Refusal problem={behind.problem} onRetry={onRetry} />
      {step === 1 && <ChipStep desk={desk} />}
      {step === 2 && <ContactStep desk={desk} />}
      {step === 3 && <BiometricStep desk={desk} chosen={chosen} onFinger={choose} scanning={scanning} />}
      {step === 4 && <DocumentsStep {...documents.form} />}
      {step === 5 && <ConsentStep desk={desk} asking={asking} sending={sending} />}
      <ExceptionDialog exception={exception} />
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

export const CaseSteps = ({
  desk,
  behind,
  onRetry,
}: {
  desk: DeskCase
  behind: Press
  onRetry: () => void
}) =>
  desk.server && desk.server.state !== 'open' && desk.written.length === 0 ? (
    <Closed desk={desk} />
  ) : (
    <OpenSteps desk={desk} behind={behind} onRetry={onRetry} />
  )
