// A chip's signed files from one of three places: the reader agent at this machine (loopback), a file, or an
// invented reader. All give the same JSON of base64 parts, which the server judges; nothing is believed here.
import type { CaptureSeal } from '../../../contract/devices.ts'
import { simulators } from '../simulators.ts'
import { agentGone, agentStopped, deviceProblem } from './device-problem.ts'

const chipParts = ['com', 'dg1', 'dg2', 'dg13', 'dg14', 'dg15', 'sod'] as const
export type ChipFile = Partial<Record<(typeof chipParts)[number], string>>

/**
 * A chip on a reader: its parts, and how it signs a challenge (base64url in, base64 out); null where nobody
 * can ask it, as with a file.
 */
export type ReadChip = {
  file: ChipFile
  /** `seal`: for which case a reader program that is registered signs what it read. */
  answer: ((challenge: string, seal: SealAsked | null) => Promise<Answered | null>) | null
}
type SealAsked = { caseId: string; nonce: string }
type Answered = { answer: string; seal: CaptureSeal | null }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const textIn = (value: unknown, name: string): string | null => {
  const text = isRecord(value) ? value[name] : null
  return typeof text === 'string' ? text : null
}

/** What an agent signed, if it is registered; the server looks whether it is sound. */
const sealIn = (value: unknown): CaptureSeal | null => {
  const seal = isRecord(value) ? value['seal'] : null
  const [device, nonce, at, signature] = ['device', 'nonce', 'at', 'signature'].map((name) =>
    textIn(seal, name),
  )
  return device && nonce && at && signature ? { device, nonce, at, signature } : null
}

/** Only the known parts, and only texts: what else stands in the file goes nowhere. */
const chipFileOf = (value: unknown): ChipFile => {
  if (!isRecord(value) || typeof value['sod'] !== 'string' || typeof value['dg1'] !== 'string') {
    throw deviceProblem('not-a-chip-file')
  }
  const file: ChipFile = {}
  for (const part of chipParts) {
    const text = value[part]
    if (typeof text === 'string') {
      file[part] = text
    }
  }
  return file
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw deviceProblem('not-a-chip-file')
  }
}

export const chipOfFile = async (file: Blob): Promise<ReadChip> => ({
  file: chipFileOf(parsed(await file.text())),
  answer: null,
})

/** The card of an invented person, as she lays it on the reader. */
export const chipOfSimulator = async (personId: string): Promise<ReadChip> => {
  const chip = await simulators()?.chip(personId)
  if (!chip) {
    throw deviceProblem('no-card')
  }
  const answer = async (challenge: string): Promise<Answered | null> => {
    const said = await chip.answer(challenge)
    return said ? { answer: said, seal: null } : null
  }
  return { file: chipFileOf(chip.parts), answer }
}

export type AgentState = { name: string; hasCard: boolean }

const askAgent = async (
  port: number,
  path: string,
  init: RequestInit,
  patience_ms: number,
): Promise<unknown> => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    ...init,
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience_ms),
  }).catch(() => {
    throw agentGone(port)
  })
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) {
    return body
  }
  if (response.status === 404 || response.status === 409) {
    throw deviceProblem('no-card')
  }
  throw agentStopped(
    isRecord(body) && typeof body['detail'] === 'string' ? body['detail'] : String(response.status),
  )
}

export const agentState = async (port: number): Promise<AgentState> => {
  const told = await askAgent(port, '/reader', {}, 3000)
  return {
    name: isRecord(told) && typeof told['name'] === 'string' ? told['name'] : 'PC/SC',
    hasCard: isRecord(told) && (told['hasCard'] === true || told['card'] === true),
  }
}

/** Challenges are drawn in the URL's alphabet; the agent takes the common one, with its padding. */
const base64OfUrl = (text: string): string =>
  text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .padEnd(Math.ceil(text.length / 4) * 4, '=')

/**
 * `accessNumber`: the six digits printed on the card's face, by which the chip lets itself be read (PACE with
 * CAN).
 */
export const chipOfAgent = async (port: number, accessNumber: string): Promise<ReadChip> => {
  const readBy = (asked: { can: string; challenge?: string; seal?: SealAsked }): Promise<unknown> =>
    askAgent(
      port,
      '/reader/read',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(asked),
      },
      60_000,
    )
  // The card is read once more, with the challenge, while it still lies on the reader: the agent keeps
  // nothing between two readings. A card that was taken away has not answered.
  const answer = async (challenge: string, seal: SealAsked | null): Promise<Answered | null> => {
    const asked = { can: accessNumber, challenge: base64OfUrl(challenge), ...(seal ? { seal } : {}) }
    const read = await readBy(asked).catch(() => null)
    const said = textIn(read, 'answer')
    return said === null ? null : { answer: said, seal: sealIn(read) }
  }
  const body = await readBy({ can: accessNumber })
  return { file: chipFileOf(isRecord(body) && isRecord(body['chip']) ? body['chip'] : body), answer }
}
