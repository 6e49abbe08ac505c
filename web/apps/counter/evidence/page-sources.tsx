// Where a page comes from: the desk's camera, a scanner's file or, where papers are invented, what the world
// draws of it.
import '../devices/devices.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useCamera, type CameraState } from '../../../kit/portrait/camera.ts'
import { pageOfFile, pageOfVideo, type SentPicture } from '../../../kit/portrait/picture.ts'
import { simulators } from '../../../kit/simulators.ts'
import { announce, Status } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { camera as cameraIcon, dossier, download, Icon } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { chooseDevice, deviceChoice } from '../devices/device-choice.ts'
import { cameraWords } from '../devices/picture-source.tsx'
import type { PaperInWords } from './paper-words.ts'

const t = phrases({
  how: {
    vi: 'Đặt giấy phẳng, đủ bốn góc, đọc được chữ, chữ ký và dấu.',
    en: 'Lay it flat with all four corners; text, signature and seal have to be readable.',
  },
  live: { vi: 'Hình từ máy ảnh đang soi giấy tờ', en: 'Picture of the camera over the paper' },
  shoot: { vi: 'Chụp trang này', en: 'Take this page' },
  choose: { vi: 'Chọn tệp ảnh', en: 'Choose a picture file' },
  pick: {
    vi: 'Chọn ảnh JPEG, PNG hoặc WebP từ máy quét.',
    en: 'Choose a JPEG, PNG or WebP from the scanner.',
  },
  which: { vi: 'Máy ảnh nào', en: 'Which camera' },
  first: { vi: 'Máy ảnh mặc định', en: 'The usual camera' },
  nth: { vi: 'Máy ảnh {n}', en: 'Camera {n}' },
})

/** More than is sent: what is made smaller afterwards is sharper. */
const large = { width: 2560, height: 1920 }

/** Their names are told only once one was allowed. */
const useCameras = (state: CameraState): readonly { value: string; label: string }[] => {
  const [found, set] = useState<readonly MediaDeviceInfo[]>([])
  useEffect(() => {
    if (state === 'on') {
      void navigator.mediaDevices.enumerateDevices().then(
        (all) => set(all.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId)),
        () => undefined,
      )
    }
  }, [state])
  return found.length < 2
    ? []
    : [
        { value: '', label: t('first') },
        ...found.map(({ deviceId, label }, i) => ({
          value: deviceId,
          label: label || t('nth', { n: i + 1 }),
        })),
      ]
}

const Bed = ({ icon, children }: { icon: string; children: ComponentChildren }) => (
  <div class="page-bed">
    <div class="camera-none">
      <Icon of={icon} size={36} />
      {children}
    </div>
  </div>
)

type Taking = { isBusy: boolean; take: (read: () => Promise<SentPicture | null>) => void }

export const Live = ({ isBusy, take }: Taking) => {
  const { paperCamera } = deviceChoice.use()
  const { video, state } = useCamera('environment', true, { size: large, camera: paperCamera })
  const cameras = useCameras(state)
  const isShut = state === 'refused' || state === 'none'
  useEffect(() => {
    if (isShut) {
      announce(cameraWords(state))
    }
  }, [state])
  if (isShut) {
    return <Bed icon={cameraIcon}>{cameraWords(state)}</Bed>
  }
  return (
    <>
      <div class="page-bed">
        <video ref={video} playsInline muted aria-label={t('live')} />
        <Status class="camera-tag">{state === 'asking' ? cameraWords('asking') : t('how')}</Status>
      </div>
      <Button
        kind="primary"
        isWide
        icon={cameraIcon}
        class="page-shutter"
        isDisabled={state !== 'on'}
        isBusy={isBusy}
        onPress={() => take(async () => (video.current ? pageOfVideo(video.current) : null))}
      >
        {t('shoot')}
      </Button>
      {cameras.length > 0 && (
        <SelectField
          id="paper-camera"
          label={t('which')}
          value={cameras.some(({ value }) => value === paperCamera) ? paperCamera : ''}
          options={cameras}
          onValue={(value) => chooseDevice({ paperCamera: value })}
        />
      )}
    </>
  )
}

/** What lies under the invented camera, as its live picture would show it. */
const useDrawn = (paper: PaperInWords, page: number): string | null => {
  const [url, set] = useState<string | null>(null)
  useEffect(() => {
    let drawnUrl: string | null = null
    let isHere = true
    void simulators()
      ?.paper(paper, page)
      .then((drawn) => {
        if (drawn && isHere) {
          drawnUrl = URL.createObjectURL(drawn)
          set(drawnUrl)
        }
      })
    return () => {
      isHere = false
      if (drawnUrl) {
        URL.revokeObjectURL(drawnUrl)
      }
    }
  }, [page])
  return url
}

const Under = ({ url }: { url: string | null }) => {
  const words = simulators()?.words.paper
  const lies = words ? inLanguage(words) : ''
  return url ? (
    <div class="page-bed">
      <img src={url} alt={t('live')} />
      <p class="camera-tag">{lies}</p>
    </div>
  ) : (
    <Bed icon={dossier}>{lies}</Bed>
  )
}

export const Invented = ({ isBusy, take, paper, page }: Taking & { paper: PaperInWords; page: number }) => (
  <>
    <Under url={useDrawn(paper, page)} />
    <Button
      kind="primary"
      isWide
      icon={cameraIcon}
      class="page-shutter"
      isBusy={isBusy}
      onPress={() =>
        take(async () => {
          const drawn = await simulators()?.paper(paper, page)
          return drawn ? pageOfFile(drawn) : null
        })
      }
    >
      {t('shoot')}
    </Button>
  </>
)

export const FromFile = ({ isBusy, take }: Taking) => (
  <>
    <Bed icon={download}>{t('pick')}</Bed>
    <FileButton
      icon={download}
      label={t('choose')}
      accept="image/jpeg,image/png,image/webp"
      kind="primary"
      isBusy={isBusy}
      onFile={(file) => take(() => pageOfFile(file))}
    />
  </>
)
