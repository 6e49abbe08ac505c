// The portrait camera of the desk: a live picture with an oval and running guidance, or a picture from a
// file; where people are invented, the drawn
// face of whoever stands there.
import { Status } from '../../../ui/attention.tsx'
import './devices.css'
import type { ComponentChildren } from 'preact'
import { useCamera } from '../../../kit/portrait/camera.ts'
import type { Guidance } from '../../../kit/portrait/guidance.ts'
import { pictureOfFile, pictureOfVideo, type SentPicture } from '../../../kit/portrait/picture.ts'
import { useGuidance } from '../../../kit/portrait/use-guidance.ts'
import { usePress } from '../../../client/press.ts'
import { simulators, type SimulatedPerson } from '../../../kit/simulators.ts'
import { Button } from '../../../ui/button.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { camera as cameraIcon, download, Icon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Refusal } from '../shell/refusal.tsx'
import { deviceChoice } from './device-choice.ts'
import { cameraWords, PictureSource } from './picture-source.tsx'
import { deviceProblem } from '../../../kit/devices/device-problem.ts'

const t = phrases({
  shoot: { vi: 'Chụp ảnh', en: 'Take the picture' },
  again: { vi: 'Chụp lại', en: 'Take it again' },
  choose: { vi: 'Chọn ảnh', en: 'Choose a picture' },
  live: { vi: 'Hình từ máy ảnh của quầy', en: "Picture of the desk's camera" },
  taken: { vi: 'Ảnh vừa chụp', en: 'The picture just taken' },
  nobody: {
    vi: 'Chưa biết ai đứng trước máy ảnh. Đọc thẻ trước.',
    en: 'Nobody stands before the camera yet. Read the card first.',
  },
  ready: { vi: '{name} đang đứng trước máy ảnh', en: '{name} stands before the camera' },
  pick: { vi: 'Chọn ảnh chân dung chụp từ vai trở lên.', en: 'Choose a portrait from the shoulders up.' },
  good: { vi: 'Tốt rồi, bấm Chụp', en: 'Good, take it' },
  dark: { vi: 'Hơi tối, bật thêm đèn', en: 'A bit dark, add light' },
  bright: { vi: 'Chói quá, tránh đèn chiếu thẳng', en: 'Too bright, avoid direct light' },
  blurred: { vi: 'Mời người dân giữ yên', en: 'Ask the person to keep still' },
  left: { vi: 'Mời người dân vào giữa khung', en: 'Ask the person into the middle' },
  right: { vi: 'Mời người dân vào giữa khung', en: 'Ask the person into the middle' },
  up: { vi: 'Hạ máy ảnh xuống một chút', en: 'Lower the camera a little' },
  down: { vi: 'Nâng máy ảnh lên một chút', en: 'Raise the camera a little' },
  away: { vi: 'Mời người dân lùi lại', en: 'Ask the person to step back' },
  closer: { vi: 'Mời người dân lại gần', en: 'Ask the person to come closer' },
  nobodySeen: { vi: 'Chưa thấy khuôn mặt ở giữa khung', en: 'No face in the middle yet' },
})
const guidanceWords = (guidance: Guidance): string => (guidance === 'none' ? t('nobodySeen') : t(guidance))

const Oval = () => (
  <svg class="camera-oval" viewBox="0 0 300 375" preserveAspectRatio="none" aria-hidden="true">
    <path
      fill="#05201e66"
      fill-rule="evenodd"
      d="M0 0h300v375H0zM150 42c-62 0-94 52-94 116s38 136 94 136 94-72 94-136S212 42 150 42Z"
    />
    <path d="M150 42c-62 0-94 52-94 116s38 136 94 136 94-72 94-136S212 42 150 42Z" />
  </svg>
)

const Live = ({ onPicture }: { onPicture: (picture: SentPicture) => void }) => {
  const camera = useCamera('user', true)
  const { video, state } = camera
  const guidance = useGuidance(camera)
  const shooting = usePress()
  const shoot = () =>
    void shooting.press(async () => {
      if (video.current) {
        onPicture(await pictureOfVideo(video.current))
      }
    })
  if (state === 'refused' || state === 'none') {
    return (
      <div class="camera">
        <div class="camera-none">
          <Icon of={cameraIcon} size={36} />
          {cameraWords(state)}
        </div>
      </div>
    )
  }
  return (
    <>
      <div class={`camera${guidance === 'good' ? ' is-good' : ''}`}>
        <video ref={video} playsInline muted aria-label={t('live')} />
        <Oval />
        <Status class="camera-tag">
          {state === 'asking' ? cameraWords('asking') : guidanceWords(guidance ?? 'none')}
        </Status>
      </div>
      <Button
        kind="primary"
        isWide
        icon={cameraIcon}
        class="camera-shoot"
        shortcut="Space"
        isDisabled={state !== 'on'}
        isBusy={shooting.isBusy}
        onPress={shoot}
      >
        {t('shoot')}
      </Button>
    </>
  )
}

const Still = ({ url, tag, isGood }: { url: string; tag?: ComponentChildren; isGood?: boolean }) => (
  <div class={`camera${isGood ? ' is-good' : ''}`}>
    <img src={url} alt={t('taken')} />
    <Oval />
    {tag && <p class="camera-tag">{tag}</p>}
  </div>
)

const InventedFace = ({
  visitor,
  isBusy,
  onBlob,
}: {
  visitor: SimulatedPerson | null
  isBusy: boolean
  onBlob: (read: () => Promise<Blob>) => void
}) => {
  if (!visitor) {
    return (
      <div class="camera">
        <div class="camera-none">
          <Icon of={cameraIcon} size={36} />
          {t('nobody')}
        </div>
      </div>
    )
  }
  const shoot = () =>
    onBlob(async () => {
      const picture = await simulators()?.portrait(visitor)
      if (!picture) {
        throw deviceProblem('no-picture')
      }
      return picture
    })
  return (
    <>
      <Still url={`${visitor.portraitUrl}?still`} tag={t('ready', { name: visitor.name })} />
      <Button
        kind="primary"
        isWide
        icon={cameraIcon}
        class="camera-shoot"
        shortcut="Space"
        isBusy={isBusy}
        onPress={shoot}
      >
        {t('shoot')}
      </Button>
    </>
  )
}

export type CameraPanelProps = {
  onPicture: (picture: SentPicture) => void
  visitor: SimulatedPerson | null
  /** The picture that was taken, with what is to be said of it. */
  taken: { url: string; tag?: ComponentChildren; isGood?: boolean } | null
  onAgain: () => void
}

export const CameraPanel = ({ onPicture, visitor, taken, onAgain }: CameraPanelProps) => {
  const { portrait: source } = deviceChoice.use()
  const taking = usePress()
  const fromBlob = (read: () => Promise<Blob>) =>
    void taking.press(async () => {
      const picture = await pictureOfFile(await read())
      if (!picture) {
        throw deviceProblem('no-picture')
      }
      onPicture(picture)
    })
  if (taken) {
    return (
      <>
        <Still {...taken} />
        <Button isWide size="small" icon={cameraIcon} class="camera-shoot" shortcut="Space" onPress={onAgain}>
          {t('again')}
        </Button>
      </>
    )
  }
  return (
    <>
      <Refusal problem={taking.problem} />
      {source === 'camera' && <Live onPicture={onPicture} />}
      {source === 'world' && <InventedFace visitor={visitor} isBusy={taking.isBusy} onBlob={fromBlob} />}
      {source === 'file' && (
        <>
          <div class="camera">
            <div class="camera-none">
              <Icon of={cameraIcon} size={36} />
              {t('pick')}
            </div>
          </div>
          <FileButton
            icon={download}
            label={t('choose')}
            accept="image/*"
            kind="primary"
            isBusy={taking.isBusy}
            onFile={(file) => fromBlob(() => Promise.resolve(file))}
          />
        </>
      )}
      <PictureSource of="portrait" />
    </>
  )
}

/** What the key Space does: the press of whichever shutter stands on the page. */
export const pressShutter = () =>
  document.querySelector<HTMLButtonElement>('.camera-shoot:not([disabled])')?.click()
