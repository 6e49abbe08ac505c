// The desk's devices, tried before the first citizen comes: reader, scanner, camera, each with what came
// back. Nothing is sent to the server.
import { useState } from 'preact/hooks'
import { fingers } from '../../../../formats/minutiae/finger.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { numberText } from '../../../ui/format.ts'
import { camera, card, fingerprint, volume } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { useKeys } from '../shell/keys.ts'
import { Refusal } from '../shell/refusal.tsx'
import { canSpeak, speak } from '../shell/speak.ts'
import { CameraPanel, pressShutter } from './camera-panel.tsx'
import { ChipPanel } from './chip-panel.tsx'
import { agentState, type ChipFile } from '../../../kit/devices/chip-source.ts'
import { deviceChoice } from './device-choice.ts'
import { fingerWords, type FingerName, type Impression } from './finger-source.ts'
import { RegisteredCard } from './registered-card.tsx'
import { ScannerPanel } from './scanner-panel.tsx'
import { visitor } from '../../../kit/simulators.ts'

const t = phrases({
  title: { vi: 'Thiết bị quầy', en: 'Desk devices' },
  lead: {
    vi: 'Thử từng máy trước khi mời người dân. Ở trang này không có gì được gửi đi hay giữ lại.',
    en: 'Try each device before the first person comes. Nothing on this page is sent or kept.',
  },
  reader: { vi: 'Máy đọc thẻ', en: 'Card reader' },
  scanner: { vi: 'Máy quét vân tay', en: 'Fingerprint scanner' },
  camera: { vi: 'Máy ảnh', en: 'Camera' },
  voice: { vi: 'Giọng đọc', en: 'Voice' },
  chipRead: {
    vi: 'Đã đọc chip: {parts}. Tổng {size} byte.',
    en: 'The chip was read: {parts}. {size} bytes in all.',
  },
  agent: { vi: 'Hỏi chương trình máy đọc', en: 'Ask the reader program' },
  agentHere: { vi: 'Chương trình máy đọc trả lời: {name}.', en: 'The reader program answers: {name}.' },
  finger: { vi: 'Ngón để thử', en: 'Finger to try' },
  printRead: {
    vi: '{finger}: mẫu {size} byte, chất lượng {quality}.',
    en: '{finger}: template of {size} bytes, quality {quality}.',
  },
  printSilent: {
    vi: '{finger}: mẫu {size} byte; tệp không ghi chất lượng.',
    en: '{finger}: template of {size} bytes; the file says no quality.',
  },
  pictureRead: { vi: 'Đã có ảnh, {size} kB.', en: 'A picture was taken, {size} kB.' },
  say: { vi: 'Đọc thử một câu', en: 'Say a sentence' },
  sample: {
    vi: 'Mời bác đặt ngón trỏ phải lên máy. Ấn nhẹ, giữ hai giây.',
    en: 'Please lay your right index finger on the scanner. Press gently for two seconds.',
  },
  voiceNone: {
    vi: 'Trình duyệt này không có giọng đọc; câu mời vẫn hiện bằng chữ lớn.',
    en: 'This browser has no voice; the prompt still shows in large letters.',
  },
})

const bytesOf = (base64: string): number => Math.floor((base64.length * 3) / 4)

const ReaderCard = () => {
  const [chip, setChip] = useState<ChipFile | null>(null)
  const [name, setName] = useState('')
  const asking = usePress()
  const { chip: source, agentPort } = deviceChoice.use()
  return (
    <Card title={t('reader')} icon={card}>
      <div class="stack">
        <ChipPanel
          onChip={(read) => {
            setChip(read.file)
            return Promise.resolve()
          }}
        />
        {source === 'agent' && (
          <Button
            size="small"
            isBusy={asking.isBusy}
            onPress={() => void asking.press(async () => setName((await agentState(agentPort)).name))}
          >
            {t('agent')}
          </Button>
        )}
        <Refusal problem={asking.problem} />
        {name && <Notice tone="ok">{t('agentHere', { name })}</Notice>}
        {chip && (
          <Notice tone="ok">
            <span class="device-result">
              {t('chipRead', {
                parts: Object.keys(chip).join(', '),
                size: numberText(Object.values(chip).reduce((sum, part) => sum + bytesOf(part), 0)),
              })}
            </span>
          </Notice>
        )}
      </div>
    </Card>
  )
}

const ScannerCard = () => {
  const [finger, setFinger] = useState<FingerName>('right-index')
  const [last, setLast] = useState<{ finger: FingerName; print: Impression } | null>(null)
  const [press, setPress] = useState(1)
  const words = last && { finger: fingerWords(last.finger), size: numberText(bytesOf(last.print.template)) }
  return (
    <Card title={t('scanner')} icon={fingerprint}>
      <div class="stack">
        <SelectField
          id="finger"
          label={t('finger')}
          value={finger}
          options={fingers.map((value) => ({ value, label: fingerWords(value) }))}
          onValue={(value) => setFinger(fingers.find((one) => one === value) ?? 'right-index')}
        />
        <ScannerPanel
          finger={finger}
          press={press}
          visitor={visitor.use()}
          onPrint={(of, print) => {
            setLast({ finger: of, print })
            setPress((n) => n + 1)
            return Promise.resolve()
          }}
        />
        {last && words && (
          <Notice tone="ok">
            {last.print.quality === null
              ? t('printSilent', words)
              : t('printRead', { ...words, quality: last.print.quality })}
          </Notice>
        )}
      </div>
    </Card>
  )
}

const CameraCard = () => {
  const [picture, setPicture] = useState<{ url: string; size: number } | null>(null)
  useKeys({ ' ': pressShutter })
  return (
    <Card title={t('camera')} icon={camera}>
      <div class="stack">
        <CameraPanel
          visitor={visitor.use()}
          taken={picture && { url: picture.url }}
          onAgain={() => setPicture(null)}
          onPicture={({ url, base64 }) => setPicture({ url, size: bytesOf(base64) })}
        />
        {picture && (
          <Notice tone="ok">{t('pictureRead', { size: numberText(picture.size / 1000, 1) })}</Notice>
        )}
      </div>
    </Card>
  )
}

const DevicePage = () => (
  <CounterFrame title={t('title')}>
    <PageHead title={t('title')} />
    <Notice isQuiet>{t('lead')}</Notice>
    <RegisteredCard />
    <div class="device-grid">
      <ReaderCard />
      <ScannerCard />
      <CameraCard />
      <Card title={t('voice')} icon={volume}>
        {canSpeak() ? (
          <Button icon={volume} onPress={() => speak(t('sample'))}>
            {t('say')}
          </Button>
        ) : (
          <p class="quiet">{t('voiceNone')}</p>
        )}
      </Card>
    </div>
  </CounterFrame>
)

export default DevicePage
