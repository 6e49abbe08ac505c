// Between the officer's window and the citizen's window of one machine: what to say now, and, while the line
// is down, the question and its answer.
// With the line up every question and answer goes through the server; this channel then only carries the
// sentence that is said.
import { now } from '../../../ui/clock.ts'
import { createStore } from '../../../ui/store.ts'

export type Said = { readonly vi: string; readonly en: string }
export type LocalQuestion = { id: string; kind: 'level-2-consent'; params: Record<string, string> }
type Message =
  | { type: 'say'; said: Said }
  | { type: 'ask'; question: LocalQuestion }
  | { type: 'withdraw' }
  | { type: 'answer'; id: string; answer: 'agreed' | 'declined'; at: string }
  | { type: 'here' }
  | { type: 'who' }

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('sen-desk')
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target
const post = (message: Message) => channel?.postMessage(message)
const listen = (heard: (message: Message) => void): (() => void) => {
  const onMessage = (event: MessageEvent<Message>) => heard(event.data)
  channel?.addEventListener('message', onMessage)
  return () => channel?.removeEventListener('message', onMessage)
}

/** Whether a citizen's window of this machine has been heard of in the last seconds. */
export const hasLocalScreen = createStore(false)
const beat_ms = 2000

/** The officer's side: notices whether the citizen's window is there. Answers how to stop. */
export const lookForScreen = (): (() => void) => {
  let heardAt = 0
  const stop = listen((message) => {
    if (message.type === 'here') {
      heardAt = now()
      hasLocalScreen.set(true)
    }
  })
  const timer = setInterval(() => {
    hasLocalScreen.set(now() - heardAt < 3 * beat_ms)
  }, beat_ms)
  post({ type: 'who' })
  return () => {
    stop()
    clearInterval(timer)
  }
}

export const sayAtScreen = (said: Said) => post({ type: 'say', said })
const withdrawQuestion = () => post({ type: 'withdraw' })

/**
 * Asks in the citizen's window of this machine. `answered` is called once, with the moment. Answers how to
 * withdraw.
 */
export const askLocally = (
  question: LocalQuestion,
  answered: (answer: 'agreed' | 'declined', at: string) => void,
): (() => void) => {
  const stop = listen((message) => {
    if (message.type === 'who' || message.type === 'here') {
      post({ type: 'ask', question })
    }
    if (message.type !== 'answer' || message.id !== question.id) {
      return
    }
    stop()
    clearInterval(timer)
    answered(message.answer, message.at)
  })
  post({ type: 'ask', question })
  const timer = setInterval(() => post({ type: 'ask', question }), beat_ms)
  return () => {
    stop()
    clearInterval(timer)
    withdrawQuestion()
  }
}

export type ScreenState = { said: Said | null; question: LocalQuestion | null }
export const screenState = createStore<ScreenState>({ said: null, question: null })

/** The citizen's side: shows what is said and asked, and says that it is here. */
export const serveScreen = (): (() => void) => {
  const answeredIds = new Set<string>()
  const stop = listen((message) => {
    const before = screenState.get()
    if (message.type === 'who') {
      post({ type: 'here' })
    }
    if (message.type === 'say') {
      screenState.set({ ...before, said: message.said })
    }
    if (message.type === 'withdraw') {
      screenState.set({ ...before, question: null })
    }
    if (
      message.type === 'ask' &&
      !answeredIds.has(message.question.id) &&
      before.question?.id !== message.question.id
    ) {
      screenState.set({ ...before, question: message.question })
    }
    if (message.type === 'answer') {
      answeredIds.add(message.id)
    }
  })
  const timer = setInterval(() => post({ type: 'here' }), beat_ms)
  post({ type: 'here' })
  return () => {
    stop()
    clearInterval(timer)
  }
}

export const answerLocally = (id: string, answer: 'agreed' | 'declined', at: string) => {
  post({ type: 'answer', id, answer, at })
  screenState.set({ ...screenState.get(), question: null })
}
