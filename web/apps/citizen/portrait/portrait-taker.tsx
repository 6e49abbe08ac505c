// Taking a portrait: the camera with an oval and a running hint, or a file; looked at, taken again as often
// as one likes, then judged by the server.
import { Status } from '../../../ui/attention.tsx'
import './portrait.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useCamera } from '../../../kit/portrait/camera.ts'
import { guide, type Guidance } from '../../../kit/portrait/guidance.ts'
import { pictureOfFile, pictureOfVideo, type SentPicture } from '../../../kit/portrait/picture.ts'
import { hintPhrase } from '../../../kit/portrait/portrait-hints.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Rows } from '../../../ui/card.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { camera as cameraIcon, check, download, refresh } from '../../../ui/icons.tsx'
import { language } from '../../../ui/language.ts'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { remember, remembered } from '../../../ui/store.ts'
import { Switch } from '../../../ui/switch.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'

const t = phrases({
  shoot: { vi: 'Chụp ảnh', en: 'Take the picture' },
  file: { vi: 'Chọn ảnh từ máy', en: 'Choose a picture' },
  use: { vi: 'Dùng ảnh này', en: 'Use this picture' },
  again: { vi: 'Chụp lại', en: 'Take it again' },
  yours: { vi: 'Ảnh bạn vừa chụp', en: 'The picture you took' },
  see: {
    vi: 'Mặt có rõ, đủ sáng và nằm giữa ảnh không?',
    en: 'Is the face clear, well lit and in the middle?',
  },
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
  notPicture: {
    vi: 'Tệp này không mở được như một bức ảnh. Chọn ảnh JPEG, PNG hoặc WebP khác.',
    en: 'This file could not be opened as a picture. Choose another JPEG, PNG or WebP.',
  },
  better: { vi: 'Ảnh chưa dùng được, chụp lại giúp nhé', en: 'The picture cannot be used yet; take another' },
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

const guideEvery_ms = 450
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

const Viewfinder = ({
  onPicture,
  onFile,
  isBusy,
}: {
  onPicture: (picture: SentPicture) => void
  onFile: (file: File) => void
  isBusy: boolean
}) => {
  const { video, state } = useCamera('user', true)
  const [guidance, setGuidance] = useState<Guidance | null>(null)
  const [hasVoice, setVoice] = useState(remembered(voiceKey) === 'on')
  const sheet = useRef<HTMLCanvasElement | null>(null)
  const shooting = usePress()
  useEffect(() => {
    if (state !== 'on') {
      return
    }
    const timer = setInterval(() => {
      if (video.current) {
        setGuidance(guide(video.current, (sheet.current ??= document.createElement('canvas'))))
      }
    }, guideEvery_ms)
    return () => clearInterval(timer)
  }, [state])
  useEffect(() => {
    if (hasVoice && guidance) {
      speak(guidanceText(guidance))
    }
  }, [guidance, hasVoice])
  const shoot = () =>
    void shooting.press(async () => {
      if (video.current) {
        onPicture(await pictureOfVideo(video.current))
      }
    })
  const isUsable = state === 'on' || state === 'asking'
  return (
    <>
      {isUsable ? (
        <div class={`viewfinder${guidance === 'good' ? ' is-good' : ''}`}>
          <video ref={video} playsInline muted aria-label={t('live')} />
          <svg class="oval" viewBox="0 0 300 400" aria-hidden="true">
            <path
              fill="#05201eb0"
              fill-rule="evenodd"
              d="M0 0h300v400H0zM150 50c-62 0-98 54-98 120s40 142 98 142 98-76 98-142S212 50 150 50Z"
            />
            <path
              class="oval-line"
              d="M150 50c-62 0-98 54-98 120s40 142 98 142 98-76 98-142S212 50 150 50Z"
            />
          </svg>
          <Status class="guidance">
            {state === 'asking' ? t('asking') : guidanceText(guidance ?? 'none')}
          </Status>
        </div>
      ) : (
        <Notice tone="warn" icon={cameraIcon} title={state === 'refused' ? t('refused') : t('none')} />
      )}
      {shooting.problem && <ProblemNotice problem={shooting.problem} />}
      {isUsable && (
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
      )}
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

const Preview = ({
  picture,
  hints,
  isBusy,
  onUse,
  onAgain,
  onFile,
  error,
}: {
  picture: SentPicture
  hints: readonly string[]
  isBusy: boolean
  onUse: () => void
  onAgain: () => void
  onFile: (file: File) => void
  error?: ComponentChildren
}) => (
  <>
    {error}
    {hints.length > 0 && (
      <Notice tone="warn" title={t('better')}>
        <ul class="portrait-tips">
          {hints.map((hint) => (
            <li key={hint}>{hintPhrase(hint)}</li>
          ))}
        </ul>
      </Notice>
    )}
    <div class="viewfinder">
      <img src={picture.url} alt={t('yours')} />
    </div>
    {hints.length === 0 && <p class="centre">{t('see')}</p>}
    {hints.length === 0 && (
      <Button kind="primary" isWide icon={check} isBusy={isBusy} onPress={onUse}>
        {t('use')}
      </Button>
    )}
    <Button
      kind={hints.length > 0 ? 'primary' : 'secondary'}
      isWide
      icon={refresh}
      isDisabled={isBusy}
      onPress={onAgain}
    >
      {t('again')}
    </Button>
    {hints.length > 0 && (
      <FileButton icon={download} label={t('file')} accept="image/*" isBusy={isBusy} onFile={onFile} />
    )}
  </>
)

/**
 * `onUse` sends the picture and answers the hints against it, none when it was taken. What stands in
 * `children` is shown beside the camera.
 */
export const PortraitTaker = ({
  onUse,
  children,
}: {
  onUse: (picture: SentPicture) => Promise<readonly string[]>
  children?: ComponentChildren
}) => {
  const [picture, setPicture] = useState<SentPicture | null>(null)
  const [hints, setHints] = useState<readonly string[]>([])
  const [isUnreadable, setUnreadable] = useState(false)
  const sending = usePress()
  const show = (taken: SentPicture | null) => {
    setPicture(taken)
    setHints([])
    setUnreadable(false)
    sending.clear()
  }
  const fromFile = async (file: File) => {
    const taken = await pictureOfFile(file)
    if (taken) {
      show(taken)
    } else {
      setUnreadable(true)
    }
  }
  const use = () =>
    void sending.press(async () => {
      if (picture) {
        setHints(await onUse(picture))
      }
    })
  return (
    <>
      {isUnreadable && <Notice tone="warn" title={t('notPicture')} />}
      {picture ? (
        <Preview
          picture={picture}
          hints={hints}
          isBusy={sending.isBusy}
          onUse={use}
          onAgain={() => show(null)}
          onFile={(file) => void fromFile(file)}
          error={
            sending.problem && (
              <ProblemNotice key={sending.refusals} problem={sending.problem} onRetry={use} />
            )
          }
        />
      ) : (
        <>
          {children}
          <Viewfinder onPicture={show} onFile={(file) => void fromFile(file)} isBusy={sending.isBusy} />
        </>
      )}
    </>
  )
}
