// The chip of a card that was just made: read by the desk's reader, or from the machine's file. The demo
// world's invented reader knows only old cards.
import { usePress } from '../../../client/press.ts'
import { isWorldOn } from '../../../kit/world.ts'
import { FileButton } from '../../../ui/file-button.tsx'
import { download } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { ChipPanel } from '../devices/chip-panel.tsx'
import { chipOfFile } from '../../../kit/devices/chip-source.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  choose: { vi: 'Đọc chip từ tệp của thẻ', en: "Read the chip from the card's file" },
  why: {
    vi: 'Trong thế giới thử, thẻ vừa in nằm trong tệp chip mà máy in đã tải về.',
    en: 'In the demo world the card just printed lies in the chip file that the printer downloaded.',
  },
})

export const NewChip = ({ onChip }: { onChip: (chip: Record<string, string>) => Promise<void> }) => {
  const reading = usePress()
  if (!isWorldOn()) {
    return <ChipPanel onChip={({ file }) => onChip(file as Record<string, string>)} />
  }
  const read = (file: File) =>
    void reading.press(async () => onChip((await chipOfFile(file)).file as Record<string, string>))
  return (
    <div class="stack">
      <Refusal problem={reading.problem} />
      <p class="quiet">{t('why')}</p>
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
