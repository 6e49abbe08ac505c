// What a card says to a challenge of the server's, as a deed sends it beside the chip's parts: then a copy
// of its data shows.
import type { ReadChip } from '../../../kit/devices/chip-source.ts'

/** Empty where nobody can ask the card, or where it said nothing. */
export const answerOf = async (
  { answer }: ReadChip,
  draw: () => Promise<{ challenge: string }>,
): Promise<{ challenge?: string; answer?: string }> => {
  if (!answer) {
    return {}
  }
  const { challenge } = await draw()
  const said = await answer(challenge)
  return said ? { challenge, answer: said } : {}
}
