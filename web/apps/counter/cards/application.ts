// One application for a card at this desk: the server's last word of it, and the deeds that change it. Cards
// are made with the line up.
import type { DrawCardChallenge } from '../../../../contract/card-making.ts'
import type { ViewCard } from '../../../../contract/card-taking.ts'
import { deed, view } from '../../../client/call.ts'
import { createStore } from '../../../ui/store.ts'
import type { ReadChip } from '../../../kit/devices/chip-source.ts'
import { answerOf } from '../devices/answered-chip.ts'
import { sealed } from '../devices/seal-capture.ts'
import { officer, orSignIn } from '../shell/officer.ts'
import type { CardApplication } from './card-words.ts'

export const application = createStore<CardApplication | null>(null)

export const readApplication = async (caseId: string): Promise<CardApplication> => {
  const read = await orSignIn(view<typeof ViewCard>('card.view', { caseId }))
  application.set(read)
  return read
}

/** One deed about the open application; what the server answers is shown. */
export const act = async (name: string, input: Record<string, unknown> = {}): Promise<CardApplication> => {
  const here = application.get()
  if (!here) {
    throw new Error('no application is open')
  }
  const after = (await orSignIn(
    deed(name, await sealed({ caseId: here.caseId, ...input }), { timeout_s: 30 }),
  )) as CardApplication
  application.set(after)
  return after
}

/** A deed that brings the card's chip, with its answer to a challenge where the card can be asked. */
export const actWithChip = async (name: string, chip: ReadChip): Promise<void> => {
  const caseId = application.get()?.caseId ?? ''
  const answered = await answerOf(chip, caseId, () =>
    orSignIn(deed<typeof DrawCardChallenge>('card.draw-challenge', { caseId })),
  )
  await act(name, { chip: chip.file, ...answered })
}

export const mayDo = (task: string): boolean => officer.get()?.tasks.includes(task) ?? false
