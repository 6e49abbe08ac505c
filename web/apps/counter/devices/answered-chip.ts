// What a card says to a challenge of the server's, as a deed sends it beside the chip's parts: then a copy
// of its data shows. A reader program with a key of its own signs what it read, for the case.
import type { CaptureSeal } from '../../../../contract/devices.ts'
import type { ReadChip } from '../../../kit/devices/chip-source.ts'
import { askSeal } from './seal-capture.ts'

/** Empty where nobody can ask the card, or where it said nothing. */
export const answerOf = async (
  { answer }: ReadChip,
  caseId: string,
  draw: () => Promise<{ challenge: string }>,
): Promise<{ challenge?: string; answer?: string; seal?: CaptureSeal }> => {
  if (!answer) {
    return {}
  }
  const { challenge } = await draw()
  const said = await answer(challenge, await askSeal(caseId).catch(() => null))
  return said ? { challenge, answer: said.answer, ...(said.seal ? { seal: said.seal } : {}) } : {}
}
