// The filing that is open in this window: what the server asks, what she has answered since, and whether the
// server has it. Saved at each step; without a network it goes on here and is saved when there is one.
import { useEffect, useState } from 'preact/hooks'
import type {
  AnswerService,
  AttachPaper,
  DropDraft,
  FileService,
  OpenService,
} from '../../../../../contract/services.ts'
import type { OutputOf } from '../../../../../contract/operation.ts'
import { asProblem, type Problem } from '../../../../client/problem.ts'
import { isReachable, onReachable } from '../../../../client/reachability.ts'
import { newId } from '../../../../client/uuid7.ts'
import { createStore } from '../../../../ui/store.ts'
import { onSession, ownDeed, ownView, session } from '../../shell/session.ts'
import { answersToSend, type Answers, type Filing } from './filing-parts.ts'
import { forgetFiling, keepFiling, keptFiling } from './kept-filing.ts'

export interface Held {
  readonly profile: string
  readonly procedure: string
  readonly draft: string
  readonly filing: Filing
  readonly unsaved: Answers
  /** The step she is at, as it stands in the address. */
  readonly page: string | null
  /** What she had not saved belonged to a draft that is no more: filed or thrown away elsewhere. */
  readonly isGone: boolean
}

const store = createStore<Held | null>(null)
/** Whose, as the page believes; what is kept of one profile is never shown in another. */
const openProfile = (): string => session().me?.acting?.tieId ?? 'self'

const isOf = (held: Held | null, procedure: string): held is Held =>
  held !== null && held.procedure === procedure && held.profile === openProfile()

// Nothing of hers is on the page of whoever comes next.
onSession(() => {
  const { phase } = session()
  if (phase === 'closed' || phase === 'stranger') {
    store.set(null)
  }
})

const hold = (held: Held): void => {
  store.set(held)
  keepFiling(held)
}

/** Reads what is asked now; what this browser has and the server has not goes on. Throws Problem. */
const open = async (procedure: string): Promise<void> => {
  const profile = openProfile()
  const before = store.get()
  const kept = isOf(before, procedure) ? before : await keptFiling({ profile, procedure })
  try {
    const filing = await ownView<typeof OpenService>('services.open', { procedure })
    const wasSaved = kept !== null && kept.filing.draft !== null
    const isGone = wasSaved && filing.draft === null
    store.set({
      profile,
      procedure,
      draft: filing.draft?.id ?? (kept && !isGone ? kept.draft : newId()),
      filing,
      unsaved: kept && !isGone ? kept.unsaved : {},
      page: kept && !isGone ? kept.page : null,
      isGone: isGone && Object.keys(kept?.unsaved ?? {}).length > 0,
    })
    if (isGone) {
      forgetFiling({ profile, procedure })
    } else {
      void saveSoon()
    }
  } catch (error) {
    if (!kept || !asProblem(error).isOfNetwork) {
      throw error
    }
    store.set({ ...kept, isGone: false })
  }
}

/** What she has changed since it was sent stays unsaved. */
const stillUnsaved = (now: Answers, sent: Answers): Answers =>
  Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== sent[name]))

const send = async (): Promise<void> => {
  const held = store.get()
  if (!held) {
    return
  }
  const { procedure, draft, unsaved, page } = held
  const filing = await ownDeed<typeof AnswerService>('services.answer', {
    procedure,
    draft,
    answers: answersToSend(held.filing, unsaved, page),
    page,
  })
  const after = store.get()
  if (after && after.draft === draft) {
    hold({ ...after, filing, unsaved: stillUnsaved(after.unsaved, unsaved) })
  }
}

/** One after the other, so that an older answer never comes last. */
let sending: Promise<unknown> = Promise.resolve()
/** Throws Problem, but not for want of a network: then it is unsaved, and is sent when there is one. */
const save = (): Promise<void> => {
  const mine = sending.then(send).catch((error: unknown) => {
    if (!asProblem(error).isOfNetwork) {
      throw error
    }
  })
  sending = mine.catch(() => undefined)
  return mine
}
const saveSoon = (): Promise<void> =>
  Object.keys(store.get()?.unsaved ?? {}).length > 0 ? save().catch(() => undefined) : Promise.resolve()

onReachable(() => {
  if (isReachable()) {
    void saveSoon()
  }
})

/** Kept in this browser at every touch. */
export const note = (answers: Answers): void => {
  const held = store.get()
  if (held) {
    hold({ ...held, unsaved: { ...held.unsaved, ...answers } })
  }
}

/** At each step; `page`: the step she goes to. Throws Problem. */
export const saveStep = async (answers: Answers, page: string): Promise<Held | null> => {
  const held = store.get()
  if (held) {
    hold({ ...held, unsaved: { ...held.unsaved, ...answers }, page })
    await save()
  }
  return store.get()
}

/** What is asked beside it may depend on it. */
export const saveNow = (answers: Answers): void => {
  note(answers)
  void save().catch(() => undefined)
}

/** The draft goes to the server first: a picture belongs to one. Throws Problem. */
export const attachPicture = async (paper: string, picture: string): Promise<void> => {
  const held = store.get()
  if (!held) {
    return
  }
  if (!held.filing.draft || Object.keys(held.unsaved).length > 0) {
    await send()
  }
  const { procedure, draft } = held
  const filing = await ownDeed<typeof AttachPaper>(
    'services.attach',
    { procedure, draft, paper, picture },
    { timeout_s: 60 },
  )
  const after = store.get()
  if (after && after.draft === draft) {
    hold({ ...after, filing })
  }
}

export type Filed = OutputOf<typeof FileService>
/** Once, however often it is pressed: the draft's id is the dossier's. Throws Problem. */
export const fileDraft = async (): Promise<Filed | null> => {
  const held = store.get()
  if (!held) {
    return null
  }
  const { procedure, draft, filing, unsaved, profile } = held
  const filed = await ownDeed<typeof FileService>('services.file', {
    procedure,
    draft,
    version: filing.version,
    answers: answersToSend(filing, unsaved, 'check'),
  })
  forgetFiling({ profile, procedure })
  store.set(null)
  return filed
}

/** Throws Problem. */
export const dropDraft = async (): Promise<void> => {
  const held = store.get()
  if (held) {
    const { procedure, draft, profile } = held
    await ownDeed<typeof DropDraft>('services.drop', { procedure, draft })
    forgetFiling({ profile, procedure })
    store.set(null)
  }
}

export interface Opened {
  readonly held: Held | null
  readonly problem: Problem | null
  readonly reload: () => void
}

/** `isFresh`: read anew, though it is held already. */
export const useFiling = (procedure: string, { isFresh = false } = {}): Opened => {
  const held = store.use()
  const [problem, tell] = useState<Problem | null>(null)
  const [round, again] = useState(0)
  useEffect(() => {
    let isHere = true
    if (round === 0 && !isFresh && isOf(store.get(), procedure)) {
      return
    }
    open(procedure).then(
      () => isHere && tell(null),
      (error: unknown) => isHere && tell(asProblem(error)),
    )
    return () => {
      isHere = false
    }
  }, [procedure, round])
  return { held: isOf(held, procedure) ? held : null, problem, reload: () => again((n) => n + 1) }
}
