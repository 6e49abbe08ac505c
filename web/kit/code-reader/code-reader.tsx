// A code in front of the camera, or in a picture. `onText` says whether it was the code that is looked for.
import { Status } from '../../ui/attention.tsx'
import './code-reader.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import { camera as cameraIcon, qr } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { phrases } from '../../ui/phrases.ts'
import { FileButton } from '../../ui/file-button.tsx'
import { useCamera } from '../portrait/camera.ts'
import { readCode } from './read-code.ts'

const t = phrases({
  aim: { vi: 'Đưa mã QR vào giữa khung', en: 'Hold the QR code in the middle' },
  asking: {
    vi: 'Đang mở máy ảnh. Nếu được hỏi, chọn Cho phép.',
    en: 'Opening the camera. When asked, allow it.',
  },
  refused: {
    vi: 'Máy ảnh đang bị chặn với trang này. Mở khoá trong cài đặt trình duyệt, hoặc chọn ảnh có mã.',
    en: 'The camera is blocked for this page. Allow it in the browser settings, or choose a picture of the code.',
  },
  none: {
    vi: 'Không mở được máy ảnh nào. Chọn ảnh chụp có mã.',
    en: 'No camera could be opened. Choose a picture of the code.',
  },
  file: { vi: 'Chọn ảnh có mã', en: 'Choose a picture of the code' },
  notFound: {
    vi: 'Chưa thấy mã QR trong ảnh này. Chụp gần hơn, đủ sáng, không bị loá rồi chọn lại.',
    en: 'No QR code was seen in this picture. Take it closer, in good light, without glare.',
  },
  other: {
    vi: 'Đây không phải mã in trên thẻ căn cước. Chúng tôi không mở để giữ an toàn cho bạn.',
    en: 'This is not the code printed on an identity card. To keep you safe it was not opened.',
  },
  live: { vi: 'Hình từ máy ảnh', en: 'Picture of the camera' },
})

const every_ms = 220

export type CodeReaderProps = {
  onText: (text: string) => boolean
  /** What is said of a code that was not looked for. */
  other?: string
}

/** What stands in the picture now, or null. */
const codeIn = async (seen: HTMLVideoElement, sheet: HTMLCanvasElement): Promise<string | null> => {
  sheet.width = seen.videoWidth
  sheet.height = seen.videoHeight
  const context = sheet.getContext('2d', { willReadFrequently: true })
  context?.drawImage(seen, 0, 0)
  return context
    ? await readCode(context.getImageData(0, 0, sheet.width, sheet.height)).catch(() => null)
    : null
}

type Camera = ReturnType<typeof useCamera>

/** Looks through the camera for as long as it is on. */
const useLooking = ({ video, state }: Camera, take: (text: string | null) => void) => {
  const canvas = useRef<HTMLCanvasElement | null>(null)
  useEffect(() => {
    if (state !== 'on') {
      return
    }
    let isLeft = false
    const look = async () => {
      const seen = video.current
      if (seen && seen.readyState >= 2 && seen.videoWidth > 0) {
        const text = await codeIn(seen, (canvas.current ??= document.createElement('canvas')))
        if (!isLeft) {
          take(text)
        }
      }
      if (!isLeft) {
        timer = window.setTimeout(look, every_ms)
      }
    }
    let timer = window.setTimeout(look, every_ms)
    return () => {
      isLeft = true
      clearTimeout(timer)
    }
  }, [state])
}

const Scanner = ({ camera: { video, state } }: { camera: Camera }) =>
  state === 'on' || state === 'asking' ? (
    <div class="scanner">
      <video ref={video} playsInline muted aria-label={t('live')} />
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <path d="M22 36V26a4 4 0 0 1 4-4h10M64 22h10a4 4 0 0 1 4 4v10M78 64v10a4 4 0 0 1-4 4H64M36 78H26a4 4 0 0 1-4-4V64" />
      </svg>
      <Status>{state === 'on' ? t('aim') : t('asking')}</Status>
    </div>
  ) : (
    <Notice tone="warn" icon={cameraIcon} title={state === 'refused' ? t('refused') : t('none')} />
  )

export default function CodeReader({ onText, other }: CodeReaderProps) {
  const camera = useCamera('environment', true)
  const [word, say] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const take = (text: string | null) => {
    if (text !== null && !onText(text)) {
      say(other ?? t('other'))
    }
  }
  useLooking(camera, take)
  const fromFile = async (file: File) => {
    setBusy(true)
    say(null)
    const text = await readCode(file).catch(() => null)
    setBusy(false)
    if (text === null) {
      say(t('notFound'))
    } else {
      take(text)
    }
  }
  return (
    <div class="form">
      <Scanner camera={camera} />
      {word && <Notice tone="warn" title={word} />}
      <FileButton
        icon={qr}
        label={t('file')}
        accept="image/*"
        isBusy={isBusy}
        onFile={(file) => void fromFile(file)}
      />
    </div>
  )
}
