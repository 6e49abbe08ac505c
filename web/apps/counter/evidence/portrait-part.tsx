// The portrait of the person at the desk: taken, looked at with what to do about it, and taken again.
import { useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import type { SentPicture } from '../../../kit/portrait/picture.ts'
import { visitor } from '../../../kit/simulators.ts'
import { alert, camera, check, Icon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { CameraPanel } from '../devices/camera-panel.tsx'
import { Refusal } from '../shell/refusal.tsx'
import { PortraitHints, type TakenPortrait } from './portrait-hints.tsx'

const t = phrases({ portrait: { vi: 'Ảnh chân dung', en: 'Portrait' } })

/**
 * `url`: the picture taken last; `tag`: what is said of it, in few words. `noReference`: what follows here
 * when the register has no portrait to compare with.
 */
export const PortraitPart = ({
  portrait,
  url,
  tag,
  isGood,
  noReference,
  onTake,
}: {
  portrait: TakenPortrait | null
  url: string | null
  tag: string
  isGood: boolean
  noReference?: string
  onTake: (picture: SentPicture) => Promise<void>
}) => {
  const [isAgain, setAgain] = useState(false)
  const taking = usePress()
  const take = (picture: SentPicture) =>
    void taking.press(async () => {
      await onTake(picture)
      setAgain(false)
    })
  const said = (
    <>
      <Icon of={isGood ? check : alert} size={18} />
      {tag}
    </>
  )
  return (
    <section class="stack">
      <h2>
        <Icon of={camera} size={20} />
        {t('portrait')}
      </h2>
      <Refusal problem={taking.problem} />
      <CameraPanel
        visitor={visitor.use()}
        taken={url && !isAgain && !taking.isBusy ? { url, tag: said, isGood } : null}
        onAgain={() => setAgain(true)}
        onPicture={take}
      />
      {portrait && <PortraitHints portrait={portrait} noReference={noReference} />}
    </section>
  )
}
