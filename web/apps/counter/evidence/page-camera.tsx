// The desk's camera over a paper: one page at a time, looked at before it is used.
import { useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { deviceProblem } from '../../../kit/devices/device-problem.ts'
import type { SentPicture } from '../../../kit/portrait/picture.ts'
import { Status, useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { check, refresh } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { deviceChoice } from '../devices/device-choice.ts'
import { PictureSource } from '../devices/picture-source.tsx'
import { Refusal } from '../shell/refusal.tsx'
import { FromFile, Invented, Live } from './page-sources.tsx'
import type { PaperInWords } from './paper-words.ts'

const t = phrases({
  title: { vi: 'Chụp giấy tờ, trang {n}', en: 'Picture of the paper, page {n}' },
  look: {
    vi: 'Đọc thử chữ nhỏ nhất. Không rõ thì chụp lại.',
    en: 'Try to read the smallest print. Take it again where it is not clear.',
  },
  taken: { vi: 'Trang vừa chụp', en: 'The page just taken' },
  use: { vi: 'Dùng trang này', en: 'Use this page' },
  again: { vi: 'Chụp lại', en: 'Take it again' },
})

const Taken = ({ picture }: { picture: SentPicture }) => (
  <>
    <div class="page-bed">
      <img src={picture.url} alt={t('taken')} />
    </div>
    <Status>{t('look')}</Status>
  </>
)

type Shooting = {
  paper: PaperInWords
  /** From 1. */
  page: number
  onTake: (picture: SentPicture) => Promise<void>
  onClose: () => void
}

const useShooting = ({ onTake, onClose }: Pick<Shooting, 'onTake' | 'onClose'>) => {
  const [picture, set] = useState<SentPicture | null>(null)
  const taking = usePress()
  const using = usePress()
  const again = () => {
    // What is on its way is shown beside the paper once it is there.
    if (picture && !using.isBusy) {
      URL.revokeObjectURL(picture.url)
    }
    set(null)
    taking.clear()
    using.clear()
  }
  return {
    picture,
    problem: taking.problem ?? using.problem,
    isUsing: using.isBusy,
    again,
    close: () => {
      again()
      onClose()
    },
    taking: {
      isBusy: taking.isBusy,
      take: (read: () => Promise<SentPicture | null>) =>
        void taking.press(async () => {
          const taken = await read()
          if (!taken) {
            throw deviceProblem('no-picture')
          }
          set(taken)
        }),
    },
    use: () =>
      void using.press(async () => {
        if (picture) {
          await onTake(picture)
          set(null)
          onClose()
        }
      }),
  }
}

type Shown = Pick<Shooting, 'paper' | 'page'> &
  Pick<ReturnType<typeof useShooting>, 'picture' | 'problem' | 'taking'>

/** What was pressed goes with each step, so the heading takes the focus. */
const Inside = ({ paper, page, picture, problem, taking }: Shown) => {
  const { paper: source } = deviceChoice.use()
  useStep(picture ? 'taken' : 'camera')
  return (
    <>
      <Refusal problem={problem} />
      {picture ? (
        <Taken picture={picture} />
      ) : (
        <>
          {source === 'camera' && <Live {...taking} />}
          {source === 'world' && <Invented {...taking} paper={paper} page={page} />}
          {source === 'file' && <FromFile {...taking} />}
          <PictureSource of="paper" />
        </>
      )}
    </>
  )
}

/** A page that is used is closed; the next one is another press. */
export const PageCamera = ({ isOpen, paper, page, onTake, onClose }: Shooting & { isOpen: boolean }) => {
  const { isUsing, again, use, close, ...shown } = useShooting({ onTake, onClose })
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={t('title', { n: page })}
      size="wide"
      actions={
        shown.picture && (
          <>
            <Button icon={refresh} onPress={again}>
              {t('again')}
            </Button>
            <Button kind="primary" icon={check} isBusy={isUsing} onPress={use}>
              {t('use')}
            </Button>
          </>
        )
      }
    >
      <Inside {...shown} paper={paper} page={page} />
    </Dialog>
  )
}
