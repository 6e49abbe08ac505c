// An application being taken, in four steps. No press goes over a step that is not done.
import { useStep } from '../../../ui/attention.tsx'
import { useState } from 'preact/hooks'
import { usePress, type Press } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { arrowRight, check } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { pressShutter } from '../devices/camera-panel.tsx'
import { fingerWords, type FingerName } from '../devices/finger-source.ts'
import { pressScanner } from '../devices/scanner-panel.tsx'
import { ExceptionDialog, useException } from '../evidence/exception-dialog.tsx'
import {
  codePrompt,
  consentPrompt,
  contactPrompt,
  fingerPrompt,
  portraitPrompt,
} from '../evidence/prompts.ts'
import { StepTiles } from '../case/step-tiles.tsx'
import { useMainPress, type MainPress } from '../case/main-press.ts'
import type { Said as Prompt } from '../screen/desk-channel.ts'
import { useKeys } from '../shell/keys.ts'
import { act } from './application.ts'
import { BiometricPart } from './biometric-part.tsx'
import { CardFrame, leave } from './card-frame.tsx'
import type { CardApplication } from './card-words.ts'
import { ConsentPart } from './consent-part.tsx'
import { CardContact } from './contact-part.tsx'
import { EndButton } from './end-button.tsx'
import { FactsPart } from './facts-part.tsx'

const t = phrases({
  next: { vi: 'Tiếp tục', en: 'Go on' },
  scan: { vi: 'Quét {finger}', en: 'Scan the {finger}' },
  shoot: { vi: 'Chụp ảnh', en: 'Take the picture' },
  except: { vi: 'Ghi ngoại lệ vân tay', en: 'Note an exception' },
  send: { vi: 'Gửi hồ sơ', en: 'Send the application' },
  s1: { vi: 'Liên hệ', en: 'Contact' },
  s2: { vi: 'Ảnh và vân tay', en: 'Portrait and prints' },
  s3: { vi: 'Thông tin trên thẻ', en: 'What the card says' },
  s4: { vi: 'Đồng ý và gửi', en: 'Consent' },
  key: { vi: 'nút chính của bước', en: "the step's main button" },
  keyShoot: { vi: 'chụp, chụp lại', en: 'take, take again' },
  keyExcept: { vi: 'ghi ngoại lệ', en: 'note an exception' },
})
const factsPrompt: Prompt = {
  vi: 'Mời bạn nghe và kiểm tra từng mục sẽ in trên thẻ. Có gì khác, xin nói ngay.',
  en: 'Please listen and check each thing that will stand on the card. Tell us at once if anything is wrong.',
}

const STEPS = ['s1', 's2', 's3', 's4'] as const

const isStepDone = ({ remaining }: CardApplication, step: number): boolean => {
  const blocking = [['contact', 'code'], ['portrait', 'prints'], ['fee']][step - 1] ?? []
  return !(remaining as readonly string[]).some((left) => blocking.includes(left))
}
const reachedOf = (app: CardApplication): number => {
  let reached = 1
  while (reached < STEPS.length && isStepDone(app, reached)) {
    reached++
  }
  return reached
}
/** The facts are read to her before she is asked, so a fresh page begins there at the latest. */
const firstStep = (app: CardApplication): number =>
  app.consent === 'none' ? Math.min(3, reachedOf(app)) : reachedOf(app)

const promptOf = (app: CardApplication, step: number, finger: FingerName | null): Prompt => {
  if (step === 1) {
    return app.contact && !app.contact.isProven ? codePrompt : contactPrompt
  }
  if (step === 3) {
    return factsPrompt
  }
  if (step === 4) {
    return consentPrompt
  }
  return app.portrait && app.portrait.verdict !== 'unfinished' && finger
    ? fingerPrompt(finger)
    : portraitPrompt
}

const mainOf = (
  app: CardApplication,
  step: number,
  finger: FingerName | null,
  goOn: () => void,
  send: () => void,
): MainPress => {
  if (step === 4) {
    return app.consent === 'agreed' ? { words: t('send'), act: send, icon: check } : null
  }
  if (isStepDone(app, step)) {
    return { words: t('next'), act: goOn, icon: arrowRight }
  }
  if (step !== 2) {
    return null
  }
  if (!app.portrait || app.portrait.verdict === 'unfinished') {
    return { words: t('shoot'), act: pressShutter }
  }
  return finger ? { words: t('scan', { finger: fingerWords(finger) }), act: pressScanner } : null
}

const Step = ({
  app,
  step,
  chosen,
  onFinger,
  scanning,
  asking,
  sending,
}: {
  app: CardApplication
  step: number
  chosen: FingerName | null
  onFinger: (finger: FingerName | null) => void
  scanning: Press
  asking: Press
  sending: Press
}) => {
  if (step === 1) {
    return <CardContact app={app} />
  }
  if (step === 2) {
    return <BiometricPart app={app} chosen={chosen} onFinger={onFinger} scanning={scanning} />
  }
  if (step === 3) {
    return <FactsPart app={app} />
  }
  return (
    <ConsentPart
      app={app}
      asking={asking}
      sending={sending}
      onAsk={() =>
        void asking.press(async () => {
          await act('card.ask-consent')
        })
      }
    />
  )
}

const useOpenView = (app: CardApplication) => {
  const [step, setStep] = useState(firstStep(app))
  const [chosen, choose] = useState<FingerName | null>(null)
  const [scanning, asking, sending] = [usePress(), usePress(), usePress()]
  const exception = useException(async (of, reason) => {
    await act('card.except-finger', { finger: of, reason })
  })
  useStep(step)
  const finger = step === 2 ? (chosen ?? app.prints.next) : null
  const goOn = () => setStep(Math.min(STEPS.length, step + 1))
  const send = () =>
    void sending.press(async () => {
      await act('card.submit')
    })
  const main = mainOf(app, step, finger, goOn, send)
  const press = useMainPress(step, main, sending.isBusy || scanning.isBusy)
  const except = () => exception.open(finger ?? 'right-index')
  useKeys({
    Enter: press,
    Escape: () => leave(app),
    ...(step === 2 ? { ' ': pressShutter, x: except } : {}),
  })
  return { step, setStep, chosen, choose, scanning, asking, sending, exception, except, finger, main, press }
}

export const OpenView = ({ app }: { app: CardApplication }) => {
  const { step, setStep, chosen, choose, scanning, asking, sending, exception, except, finger, main, press } =
    useOpenView(app)
  return (
    <CardFrame
      app={app}
      prompt={promptOf(app, step, finger)}
      keys={[
        ['Enter', t('key')],
        ...(step === 2 ? [['Space', t('keyShoot')] as const, ['X', t('keyExcept')] as const] : []),
      ]}
      head={
        <StepTiles
          names={STEPS.map((name) => t(name))}
          current={step}
          reached={reachedOf(app)}
          onStep={setStep}
        />
      }
      actions={
        <>
          {step === 2 ? (
            <Button shortcut="X" onPress={except}>
              {t('except')}
            </Button>
          ) : (
            <EndButton />
          )}
          {main && (
            <Button
              kind="primary"
              shortcut="Enter"
              iconEnd={main.icon}
              isBusy={sending.isBusy}
              onPress={press}
            >
              {main.words}
            </Button>
          )}
        </>
      }
    >
      <Step
        app={app}
        step={step}
        chosen={chosen}
        onFinger={choose}
        scanning={scanning}
        asking={asking}
        sending={sending}
      />
      <ExceptionDialog exception={exception} />
    </CardFrame>
  )
}
