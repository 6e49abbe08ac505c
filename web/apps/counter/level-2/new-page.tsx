// A new case begins with the chip: whose it is opens her case. The same page with the line up and down.
import { useState } from 'preact/hooks'
import { Card } from '../../../ui/card.tsx'
import { card } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { ChipPanel } from '../devices/chip-panel.tsx'
import type { ReadChip } from '../../../kit/devices/chip-source.ts'
import { deviceProblem } from '../../../kit/devices/device-problem.ts'
import { useKeys } from '../shell/keys.ts'
import { contentsOf } from './chip-contents.ts'
import { deskCase, openByChip } from './level2-case.ts'
import { noteChip } from './note-chip.ts'
import { cardPrompt } from '../evidence/prompts.ts'
import { StepFrame } from './step-frame.tsx'

const t = phrases({
  read: { vi: 'Đọc thẻ căn cước', en: 'Read the identity card' },
  why: {
    vi: 'Hồ sơ mở theo số định danh trên chip. Việc mở hồ sơ đọc cơ sở dữ liệu và người dân nhìn thấy điều đó.',
    en: 'The case opens by the number on the chip. Opening it reads the register, and the person sees that.',
  },
  back: { vi: 'về danh sách', en: 'to the list' },
})

const NewPage = () => {
  // A case that was open before is a draft by now.
  useState(() => deskCase.set(null))
  const leave = () => navigate('/level-2')
  useKeys({ Escape: leave, 'Ctrl+s': leave })
  const open = async (chip: ReadChip) => {
    const contents = contentsOf(chip.file)
    if (!contents) {
      throw deviceProblem('not-a-chip-file')
    }
    const id = await openByChip(chip, contents)
    await noteChip(id)
    navigate(`/level-2/${id}`, { replace: true })
  }
  return (
    <StepFrame
      desk={null}
      step={1}
      reached={1}
      prompt={cardPrompt}
      onPause={leave}
      keys={[['Esc', t('back')]]}
    >
      <Card title={t('read')} icon={card}>
        <div class="stack">
          <Notice isQuiet>{t('why')}</Notice>
          <ChipPanel onChip={open} />
        </div>
      </Card>
    </StepFrame>
  )
}

export default NewPage
