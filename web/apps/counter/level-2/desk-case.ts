// A case as it lies at this desk: what was taken here, what the server last said of it, and how the two go
// together.
import type { z } from 'zod'
import type { level2Case } from '../../../../contract/level-2.ts'
import { now } from '../../../ui/clock.ts'
import type { WrittenDeed } from '../case/outbox.ts'
import type { FingerName } from '../devices/finger-source.ts'
import type { ExceptionReason } from '../evidence/finger-result.ts'
import type { ChipContents } from './chip-contents.ts'
import type { SessionEvent } from './session-events.ts'

export type Level2Case = z.infer<typeof level2Case>
export type WantedDocument = Level2Case['documents'][number]
type TakenPrint = { finger: FingerName; quality: number | null }

/** What lies at this desk of one case; it is the draft's content. */
export type DeskCase = {
  id: string
  openedAt: string
  step: number
  /** The last answer of the server; null while it has not heard of the case. */
  server: Level2Case | null
  chip: ChipContents | null
  contact: { phone: string; email: string } | null
  /** As a data address, for the eyes of the desk. */
  portrait: string | null
  prints: TakenPrint[]
  exceptions: { finger: FingerName; reason: ExceptionReason }[]
  documents: WantedDocument[]
  consentAt: string | null
  /** Written while the line was down, in order. */
  written: WrittenDeed[]
  events: SessionEvent[]
  savedAt: string | null
}

export const STEPS = 5

/** Whether anything of the case is not yet on the server: then nothing in it is final. */
export const isUnsynced = ({ written, server }: DeskCase): boolean => written.length > 0 || server === null

export const nameOf = ({ server, chip }: DeskCase): string =>
  server?.register?.fullName ?? chip?.fullName ?? ''

/** The documents that the server knows are the truth, except while newer ones wait here. */
export const withAnswer = (before: DeskCase, server: Level2Case): DeskCase => ({
  ...before,
  server,
  documents: server.documents.length > 0 ? server.documents : before.documents,
})

export const emptyCase = (id: string, chip: ChipContents | null): DeskCase => ({
  id,
  openedAt: new Date(now()).toISOString(),
  step: 1,
  server: null,
  chip,
  contact: null,
  portrait: null,
  prints: [],
  exceptions: [],
  documents: [],
  consentAt: null,
  written: [],
  events: [],
  savedAt: null,
})

/** A case that only the server knows of, as the desk shows it. */
export const deskOf = (server: Level2Case): DeskCase => ({
  ...emptyCase(server.caseId, null),
  openedAt: server.openedAt,
  step: stepOf(server),
  server,
  documents: server.documents,
})

/** The first step that has something left to do. */
const stepOf = ({ remaining, state }: Level2Case): number => {
  if (state !== 'open') {
    return STEPS
  }
  if (remaining.includes('chip')) {
    return 1
  }
  if (remaining.includes('contact') || remaining.includes('code')) {
    return 2
  }
  return remaining.includes('portrait') || remaining.includes('prints') ? 3 : 4
}
