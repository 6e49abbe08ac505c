// The camera with its oval, a running hint and the shutter; or a file where there is no camera.
import { Status } from '../../../ui/attention.tsx'
import './portrait.css'
import { useEffect, useState } from 'preact/hooks'
import { useCamera } from '../../../kit/portrait/camera.ts'
import type { Guidance } from '../../../kit/portrait/guidance.ts'
import { pictureOfVideo, type SentPicture } from '../../../kit/portrait/picture.ts'
import { hintPhrase } from '../../../kit/portrait/portrait-hints.ts'
import { useGuidance } from '../../../kit/portrait/use-guidance.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Rows } from '../../../ui/card.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { camera as cameraIcon, download } from '../../../ui/icons.tsx'
import { language } from '../../../ui/language.ts'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { remember, remembered } from '../../../ui/store.ts'
import { Switch } from '../../../ui/switch.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'

const t = phrases({
  shoot: { vi: 'Chụp ảnh', en: 'Take the picture' },
  file: { vi: 'Chọn ảnh từ máy', en: 'Choose a picture' },
  live: { vi: 'Hình từ máy ảnh trước', en: 'Picture of the front camera' },
  asking: {
    vi: 'Đang mở máy ảnh. Nếu được hỏi, chọn Cho phép.',
    en: 'Opening the camera. When asked, allow it.',
  },
  refused: {
    vi: 'Máy ảnh đang bị chặn với trang này. Mở khoá trong cài đặt trình duyệt, hoặc chọn ảnh từ máy.',
    en: 'The camera is blocked for this page. Allow it in the browser settings, or choose a picture.',
  },
  none: {
    vi: 'Không mở được máy ảnh nào. Bạn có thể chọn ảnh từ máy.',
    en: 'No camera could be opened. You can choose a picture instead.',
  },
  voice: { vi: 'Đọc hướng dẫn thành tiếng', en: 'Read the guidance aloud' },
  good: { vi: 'Tốt rồi, bấm Chụp ảnh', en: 'Good, take the picture' },
  dark: { vi: 'Hơi tối. Quay mặt về phía cửa sổ hoặc đèn', en: 'A bit dark. Face a window or a lamp' },
  bright: { vi: 'Chói quá. Tránh đèn chiếu thẳng', en: 'Too bright. Move out of the direct light' },
  blurred: { vi: 'Giữ yên máy một chút', en: 'Hold the phone still' },
  left: { vi: 'Dịch máy để mặt vào giữa khung', en: 'Move so that your face is in the middle' },
  right: { vi: 'Dịch máy để mặt vào giữa khung', en: 'Move so that your face is in the middle' },
  up: { vi: 'Hạ máy thấp xuống một chút', en: 'Lower the phone a little' },
  down: { vi: 'Nâng máy cao lên một chút', en: 'Raise the phone a little' },
  away: { vi: 'Đưa máy ra xa hơn', en: 'Hold the phone farther away' },
  closer: { vi: 'Đưa máy lại gần hơn', en: 'Hold the phone closer' },
})
const guidanceText = (guidance: Guidance): string =>
  guidance === 'none' ? hintPhrase('no-face') : t(guidance)

const voiceKey = 'sen.portrait-voice'

const speak = (text: string) => {
  if (!('speechSynthesis' in window)) {
    return
  }
  speechSynthesis.cancel()
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = language() === 'vi' ? 'vi-VN' : 'en-GB'
  speechSynthesis.speak(utterance)
}

/** The guidance, said aloud where the person wants it. */
const useSpokenGuidance = (camera: ReturnType<typeof useCamera>, hasVoice: boolean): Guidance | null => {
  const guidance = useGuidance(camera)
  useEffect(() => {
    if (hasVoice && guidance) {
      speak(guidanceText(guidance))
    }
  }, [guidance, hasVoice])
  return guidance
}

const LivePicture = ({
  camera: { video, state },
  guidance,
}: {
  camera: ReturnType<typeof useCamera>
  guidance: Guidance | null
}) => (
  <div class={`viewfinder${guidance === 'good' ? ' is-good' : ''}`}>
    <video ref={video} playsInline muted aria-label={t('live')} />
    <svg class="oval" viewBox="0 0 300 400" aria-hidden="true">
      <path
        fill="#05201eb0"
        fill-rule="evenodd"
        d="M0 0h300v400H0zM150 50c-62 0-98 54-98 120s40 142 98 142 98-76 98-142S212 50 150 50Z"
      />
      <path class="oval-line" d="M150 50c-62 0-98 54-98 120s40 142 98 142 98-76 98-142S212 50 150 50Z" />
    </svg>
    <Status class="guidance">{state === 'asking' ? t('asking') : guidanceText(guidance ?? 'none')}</Status>
  </div>
)

const Shutter = ({
  camera: { video, state },
  onPicture,
}: {
  camera: ReturnType<typeof useCamera>
  onPicture: (picture: SentPicture) => void
}) => {
  const shooting = usePress()
  const shoot = () =>
    void shooting.press(async () => {
      if (video.current) {
        onPicture(await pictureOfVideo(video.current))
      }
    })
  return (
    <>
      {shooting.problem && <ProblemNotice problem={shooting.problem} />}
      <Button
        kind="primary"
        isWide
        icon={cameraIcon}
        isDisabled={state !== 'on'}
        isBusy={shooting.isBusy}
        onPress={shoot}
      >
        {t('shoot')}
      </Button>
    </>
  )
}

export const Viewfinder = ({
  onPicture,
  onFile,
  isBusy,
}: {
  onPicture: (picture: SentPicture) => void
  onFile: (file: File) => void
  isBusy: boolean
}) => {
  const camera = useCamera('user', true)
  const [hasVoice, setVoice] = useState(remembered(voiceKey) === 'on')
  const guidance = useSpokenGuidance(camera, hasVoice)
  const isUsable = camera.state === 'on' || camera.state === 'asking'
  return (
    <>
      {isUsable ? (
        <LivePicture camera={camera} guidance={guidance} />
      ) : (
        <Notice tone="warn" icon={cameraIcon} title={camera.state === 'refused' ? t('refused') : t('none')} />
      )}
      {isUsable && <Shutter camera={camera} onPicture={onPicture} />}
      <FileButton
        icon={download}
        label={t('file')}
        accept="image/*"
        kind={isUsable ? 'secondary' : 'primary'}
        isBusy={isBusy}
        onFile={onFile}
      />
      {isUsable && (
        <Rows>
          <Switch
            label={t('voice')}
            isOn={hasVoice}
            onSwitch={(isOn) => {
              setVoice(isOn)
              remember(voiceKey, isOn ? 'on' : 'off')
            }}
          />
        </Rows>
      )}
    </>
  )
}
