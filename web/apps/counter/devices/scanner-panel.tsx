// The fingerprint scanner of the desk: one press of one finger, from an invented scanner or
// from a template file.
import { usePress } from '../../../client/press.ts'
import { simulators, type SimulatedPerson } from '../../../kit/simulators.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { download, fingerprint } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Refusal } from '../shell/refusal.tsx'
import { chooseDevice, deviceChoice, type FingerSource } from './device-choice.ts'
import { deviceProblem } from '../../../kit/devices/device-problem.ts'
import {
  fingerWords,
  printOfFile,
  printOfSimulator,
  type FingerName,
  type Impression,
} from './finger-source.ts'

const t = phrases({
  source: { vi: 'Nguồn vân tay', en: 'Where the print is taken' },
  file: { vi: 'Tệp mẫu vân tay', en: 'Template file' },
  press: { vi: 'Quét {finger}', en: 'Scan the {finger}' },
  choose: { vi: 'Chọn tệp mẫu của {finger}', en: 'Choose the template of the {finger}' },
})

const sources = (): { value: FingerSource; label: string }[] => {
  const simulated = simulators()
  return [
    ...(simulated ? [{ value: 'world' as const, label: inLanguage(simulated.words.scanner) }] : []),
    { value: 'file', label: t('file') },
  ]
}

export type ScannerPanelProps = {
  finger: FingerName
  /** Counts the presses of this finger from 1. */
  press: number
  visitor: SimulatedPerson | null
  onPrint: (finger: FingerName, print: Impression) => Promise<void>
  isBusy?: boolean
}

export const ScannerPanel = ({ finger, press, visitor, onPrint, isBusy }: ScannerPanelProps) => {
  const { finger: source } = deviceChoice.use()
  const scanning = usePress()
  const run = (read: () => Promise<Impression>) =>
    void scanning.press(async () => onPrint(finger, await read()))
  const isWorking = scanning.isBusy || isBusy === true
  const ofWorld = () =>
    run(() => {
      if (!visitor) {
        throw deviceProblem('no-finger')
      }
      return printOfSimulator(visitor.id, finger, press)
    })
  return (
    <div class="stack scanner-panel">
      <Refusal problem={scanning.problem} />
      {source === 'world' ? (
        <Button isWide icon={fingerprint} class="scanner-press" isBusy={isWorking} onPress={ofWorld}>
          {t('press', { finger: fingerWords(finger) })}
        </Button>
      ) : (
        <FileButton
          icon={download}
          label={t('choose', { finger: fingerWords(finger) })}
          accept=".fmr,.iso,.bin,application/octet-stream"
          isBusy={isWorking}
          onFile={(file) => run(() => printOfFile(file))}
        />
      )}
      <SelectField
        id="finger-source"
        label={t('source')}
        value={source}
        options={sources()}
        onValue={(value) => chooseDevice({ finger: value as FingerSource })}
      />
    </div>
  )
}

/** What the key Enter does while a print is wanted. */
export const pressScanner = () =>
  document.querySelector<HTMLElement>('.scanner-press:not([disabled])')?.click()
