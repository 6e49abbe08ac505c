// Taking a portrait: by the camera or from a file; looked at, taken again as often as one likes, then judged
// by the server.
import './portrait.css'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { pictureOfFile, type SentPicture } from '../../../kit/portrait/picture.ts'
import { hintPhrase } from '../../../kit/portrait/portrait-hints.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { check, download, refresh } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Viewfinder } from './viewfinder.tsx'

const t = phrases({
  file: { vi: 'Chọn ảnh từ máy', en: 'Choose a picture' },
  use: { vi: 'Dùng ảnh này', en: 'Use this picture' },
  again: { vi: 'Chụp lại', en: 'Take it again' },
  yours: { vi: 'Ảnh bạn vừa chụp', en: 'The picture you took' },
  see: {
    vi: 'Mặt có rõ, đủ sáng và nằm giữa ảnh không?',
    en: 'Is the face clear, well lit and in the middle?',
  },
  notPicture: {
    vi: 'Tệp này không mở được như một bức ảnh. Chọn ảnh JPEG, PNG hoặc WebP khác.',
    en: 'This file could not be opened as a picture. Choose another JPEG, PNG or WebP.',
  },
  better: { vi: 'Ảnh chưa dùng được, chụp lại giúp nhé', en: 'The picture cannot be used yet; take another' },
})

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
