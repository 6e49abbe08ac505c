// One case at this desk: what was taken here, what the server last said of it, and the deeds that have not
// reached the server. While the line is
// up each deed is sent at once; while it is down it is written down with its own idempotency key and the case
// is worked on from what is here.
import type { DrawLevel2Challenge } from '../../../../contract/level-2.ts'
import { deed } from '../../../client/call.ts'
import { Problem } from '../../../client/problem.ts'
import { isReachable } from '../../../client/reachability.ts'
import { newId } from '../../../client/uuid7.ts'
import { now } from '../../../ui/clock.ts'
import { language } from '../../../ui/language.ts'
import { createStore } from '../../../ui/store.ts'
import type { ReadChip } from '../../../kit/devices/chip-source.ts'
import { answerOf } from '../devices/answered-chip.ts'
import { dropDraft, findDraft, saveDraft } from '../case/drafts.ts'
import { queueDeeds, writeDeed } from '../case/outbox.ts'
import { sealed } from '../devices/seal-capture.ts'
import { orSignIn } from '../shell/officer.ts'
import { contentsOf, type ChipContents } from './chip-contents.ts'
import { deskOf, emptyCase, nameOf, STEPS, withAnswer, type DeskCase, type Level2Case } from './desk-case.ts'
import type { SessionEvent } from './session-events.ts'

export const deskCase = createStore<DeskCase | null>(null)

const save = (content: DeskCase): Promise<string | null> =>
  saveDraft({
    id: content.id,
    kind: 'level-2',
    title: nameOf(content),
    href: `/level-2/${content.id}`,
    step: content.step,
    steps: STEPS,
    content,
  }).catch((error: unknown) => {
    console.error(error)
    return null
  })

/**
 * One after another: two savings at once could end in the older one, and a draft saved after its case was
 * closed would come back.
 */
let last: Promise<unknown> = Promise.resolve()
const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
  const done = last.then(work)
  last = done.catch(() => undefined)
  return done
}

/**
 * Changes the open case. It shows only once it is saved: what the officer has seen, a reload does not lose.
 * Nothing when it is no longer open.
 */
export const change = (id: string, by: (before: DeskCase) => DeskCase): Promise<void> =>
  inOrder(async () => {
    const before = deskCase.get()
    if (before?.id !== id) {
      return
    }
    const after = by(before)
    const savedAt = await save(after)
    if (deskCase.get()?.id === id) {
      deskCase.set({ ...after, savedAt: savedAt ?? after.savedAt })
    }
  })

export const noteEvent = (id: string, event: Omit<SessionEvent, 'at'>): Promise<void> =>
  change(id, (before) => ({
    ...before,
    events: [...before.events, { ...event, at: new Date(now()).toISOString() }].slice(-40),
  }))

/**
 * One deed about the open case. Answers the server's case, or null when the deed was written down because the
 * line is down. A refusal is thrown;
 * nothing of the desk's own changes then.
 */
export const act = async (
  id: string,
  name: string,
  input: Record<string, unknown>,
  here: (before: DeskCase) => DeskCase = (before) => before,
): Promise<Level2Case | null> => {
  const written = writeDeed(name, await sealed({ caseId: id, ...input }))
  const isBehind = (deskCase.get()?.written.length ?? 0) > 0
  if (isReachable() && !isBehind) {
    try {
      const server = (await orSignIn(
        deed(name, written.input, { key: written.key, timeout_s: 30 }),
      )) as Level2Case
      await change(id, (before) => withAnswer(here(before), server))
      return server
    } catch (error) {
      if (!(error instanceof Problem) || !error.isOfNetwork) {
        throw error
      }
    }
  }
  // What was sent and not answered is written down under the same key: whatever became of it, it is done
  // once.
  await change(id, (before) => ({ ...here(before), written: [...before.written, written] }))
  return null
}

/**
 * Sends what was written down for the open case, in order. A refusal is thrown and stays the first to be
 * sent.
 */
export const catchUp = async (id: string): Promise<void> => {
  for (let next = deskCase.get()?.written[0]; next && isReachable(); next = deskCase.get()?.written[0]) {
    const server = (await orSignIn(deed(next.name, next.input, { key: next.key }))) as Level2Case
    await change(id, (before) => ({ ...withAnswer(before, server), written: before.written.slice(1) }))
  }
}

/**
 * The chip's parts, with its answer to a challenge of the server's when the line is up and the card can be
 * asked: then a copy shows.
 */
const giveChip = async (id: string, chip: ReadChip, here: (before: DeskCase) => DeskCase): Promise<void> => {
  const isAskable = isReachable() && deskCase.get()?.written.length === 0
  const answered = isAskable
    ? await answerOf(chip, id, () =>
        orSignIn(deed<typeof DrawLevel2Challenge>('level-2.draw-challenge', { caseId: id })),
      )
    : {}
  await act(id, 'level-2.read-chip', { chip: chip.file, ...answered }, here)
}

/** Opens a case for the holder of a chip and gives the chip to be verified. Answers the case's id. */
export const openByChip = async (chip: ReadChip, contents: ChipContents): Promise<string> => {
  const id = newId()
  deskCase.set(emptyCase(id, contents))
  try {
    await act(id, 'level-2.open', {
      personalNumber: contents.personalNumber,
      openedAt: deskCase.get()?.openedAt ?? '',
      language: language(),
    })
    await giveChip(id, chip, (before) => before)
  } catch (error) {
    if (deskCase.get()?.server === null) {
      deskCase.set(null)
      await dropDraft(id).catch(() => undefined)
    }
    throw error
  }
  return id
}

/** The chip of the open case once more. */
export const readAgain = (id: string, chip: ReadChip): Promise<void> =>
  giveChip(id, chip, (before) => ({ ...before, chip: contentsOf(chip.file) ?? before.chip }))

/** Goes on with a case: the desk's own draft when there is one, else what the server has. */
export const resume = async (id: string, read: () => Promise<Level2Case>): Promise<void> => {
  if (deskCase.get()?.id === id) {
    return
  }
  const draft = await findDraft(id)
  const kept = (draft?.content ?? null) as DeskCase | null
  deskCase.set(kept)
  if (!isReachable() && kept) {
    return
  }
  if (kept && kept.written.length > 0) {
    return
  }
  try {
    const server = await read()
    deskCase.set(kept ? withAnswer(kept, server) : deskOf(server))
  } catch (error) {
    if (!kept || !(error instanceof Problem) || !error.isOfNetwork) {
      throw error
    }
  }
}

/** Puts what was written down for a finished case into the outbox; the desk is free for the next person. */
export const putInOutbox = async (content: DeskCase): Promise<void> => {
  await queueDeeds({
    id: content.id,
    kind: 'level-2',
    title: nameOf(content),
    href: `/level-2/${content.id}`,
    deeds: content.written,
  })
  await closeCase(content.id)
}

/** The case is decided, queued or given up: its draft goes. */
export const closeCase = (id: string): Promise<void> =>
  inOrder(async () => {
    await dropDraft(id).catch(() => undefined)
    if (deskCase.get()?.id === id) {
      deskCase.set(null)
    }
  })
