// The chip of a card that was just made: read by the desk's reader, or from the machine's file. An
// invented reader knows only old cards.
import { usePress } from '../../../client/press.ts'
import { simulators } from '../../../kit/simulators.ts'
import { FileButton } from '../../../ui/file-button.tsx'
import { download } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { ChipPanel } from '../devices/chip-panel.tsx'
import { chipOfFile, type ReadChip } from '../../../kit/devices/chip-source.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  choose: { vi: 'Đọc chip từ tệp của thẻ', en: "Read the chip from the card's file" },
})

export const NewChip = ({ onChip }: { onChip: (chip: ReadChip) => Promise<void> }) => {
  const reading = usePress()
  const simulated = simulators()
  if (!simulated) {
    return <ChipPanel onChip={onChip} />
  }
  const read = (file: File) => void reading.press(async () => onChip(await chipOfFile(file)))
  return (
    <div class="stack">
      <Refusal problem={reading.problem} />
      <p class="quiet">{inLanguage(simulated.words.newCard)}</p>
      <FileButton
        icon={download}
        label={t('choose')}
        accept="application/json,.json"
        kind="primary"
        isBusy={reading.isBusy}
        onFile={read}
      />
    </div>
  )
}
