// Step 1: what the chip says of itself, and the way to read it again.
import { useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { card, refresh } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { ChipPanel } from '../devices/chip-panel.tsx'
import type { DeskCase } from './desk-case.ts'
import { readAgain } from './level2-case.ts'
import { noteChip } from './note-chip.ts'
import { Verdict } from '../evidence/verdict.tsx'

const t = phrases({
  title: { vi: 'Chip của thẻ', en: "The card's chip" },
  genuine: { vi: 'Chip thật', en: 'Genuine chip' },
  genuineWhy: {
    vi: 'Chữ ký của cơ quan cấp thẻ hợp lệ, dữ liệu còn nguyên vẹn.',
    en: "The issuer's signatures are valid and the data is whole.",
  },
  unproven: {
    vi: 'Chữ ký hợp lệ, nhưng thẻ chưa chứng minh là thẻ gốc nên người thứ hai sẽ xem. Đặt thẻ lên máy đọc và đọc lại để khỏi phải chờ.',
    en: 'The signatures are valid, but the card has not proven that it is no copy, so a second officer will look. Lay it on the reader and read it again to save the wait.',
  },
  refused: { vi: 'Chip không được công nhận', en: 'The chip is not accepted' },
  refusedWhy: {
    vi: 'Xem lý do ở cột trái. Đọc lại một lần; nếu vẫn vậy, làm hồ sơ cấp, đổi thẻ.',
    en: 'The reason is at the left. Read it once more; if it stays so, take an application for a new card.',
  },
  waiting: { vi: 'Đã đọc, chờ kiểm tra', en: 'Read, not yet verified' },
  waitingWhy: {
    vi: 'Chữ ký chip được kiểm tra và đối chiếu khi có mạng lại.',
    en: 'Signatures are verified and fields compared when the line is back.',
  },
  matters: {
    vi: 'Thẻ khác cơ sở dữ liệu ở điểm quan trọng',
    en: 'The card differs from the register where it matters',
  },
  mattersWhy: {
    vi: 'Xem hướng dẫn ở cột trái trước khi làm tiếp.',
    en: 'Read the guidance at the left before going on.',
  },
  again: { vi: 'Đọc lại thẻ', en: 'Read the card again' },
})

export const ChipStep = ({ desk }: { desk: DeskCase }) => {
  const { server, written } = desk
  const chip = written.length === 0 ? server?.chip : null
  const [isReading, setReading] = useState(!desk.chip && !server?.chip)
  const hasGrave = server?.comparison.some(({ state, matters }) => state === 'differs' && matters) ?? false
  const isUnproven = server?.exceptions.some(({ kind }) => kind === 'chip') ?? false
  const read = async (file: Parameters<typeof readAgain>[1]) => {
    await readAgain(desk.id, file)
    await noteChip(desk.id)
    setReading(false)
  }
  return (
    <Card title={t('title')} icon={card}>
      <div class="stack">
        {!chip ? (
          desk.chip && (
            <Verdict tone="gold" title={t('waiting')}>
              {t('waitingWhy')}
            </Verdict>
          )
        ) : chip.verdict === 'refused' ? (
          <Verdict tone="son" title={t('refused')}>
            {t('refusedWhy')}
          </Verdict>
        ) : hasGrave ? (
          <Verdict tone="gold" title={t('matters')}>
            {t('mattersWhy')}
          </Verdict>
        ) : (
          <Verdict tone={isUnproven ? 'gold' : 'ok'} title={t('genuine')}>
            {t(isUnproven ? 'unproven' : 'genuineWhy')}
          </Verdict>
        )}
        {isReading ? (
          <ChipPanel onChip={read} />
        ) : (
          <Button size="small" icon={refresh} onPress={() => setReading(true)}>
            {t('again')}
          </Button>
        )}
      </div>
    </Card>
  )
}
