// The card's chip as a phone gives it: a browser cannot read one, so a reading app writes a chip file with
// the chip's answer beside its parts, or
// a card lies on an invented reader.
import { chipOfFile, chipOfSimulator, type ChipFile } from '../../../kit/devices/chip-source.ts'

/** `answer`: the chip's signature over the challenge; null when the file has none. */
export type PhoneChip = { file: ChipFile; answer: (challenge: string) => Promise<string | null> }

const answerIn = (text: string): string | null => {
  const told: unknown = JSON.parse(text)
  const answer = typeof told === 'object' && told !== null && 'answer' in told ? told.answer : null
  return typeof answer === 'string' ? answer : null
}

/**
 * A JSON file: `com dg1 dg2 dg13 dg14 dg15 sod` in base64, and `answer`. Throws a Problem for any other file.
 */
export const chipInFile = async (file: Blob): Promise<PhoneChip> => {
  const { file: parts } = await chipOfFile(file)
  const answer = answerIn(await file.text())
  return { file: parts, answer: () => Promise.resolve(answer) }
}

export const chipOnInventedReader = async (personId: string): Promise<PhoneChip> => {
  const { file, answer } = await chipOfSimulator(personId)
  return { file, answer: async (challenge) => (await answer?.(challenge, null))?.answer ?? null }
}
