// A picture that came with a dossier, opened in its place. Opening it is a look at its person's papers: she
// sees it in her log, so it waits for a press and is not read ahead.
import { useState } from 'preact/hooks'
import type { ViewDossierPicture } from '../../../../contract/dossier-work.ts'
import { view } from '../../../client/call.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { eye, eyeOff } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  open: { vi: 'Mở ảnh: {what}', en: 'Open the picture: {what}' },
  openShort: { vi: 'Mở ảnh', en: 'Open the picture' },
  close: { vi: 'Đóng ảnh', en: 'Close the picture' },
})

/** `of`: `paper.` or `supplement.` and its id. `what`: the same in words. */
export const PictureButton = ({ reference, of, what }: { reference: string; of: string; what: string }) => {
  const [picture, show] = useState<string | null>(null)
  const reading = usePress()
  const open = () =>
    void reading.press(async () => {
      const read = await orSignIn(view<typeof ViewDossierPicture>('dossiers.picture', { reference, of }))
      show(read.picture)
    })
  return (
    <div class="dos-picture">
      <Button
        size="small"
        kind="quiet"
        icon={picture ? eyeOff : eye}
        isBusy={reading.isBusy}
        label={picture ? undefined : t('open', { what })}
        onPress={picture ? () => show(null) : open}
      >
        {t(picture ? 'close' : 'openShort')}
      </Button>
      <Refusal problem={reading.problem} onRetry={open} />
      {picture && <img src={picture} alt={what} />}
    </div>
  )
}
