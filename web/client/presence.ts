// Presence (contract/presence.ts): the page works for it from the moment it opens, so that whoever presses
// does not wait. A deed that asks for it is sent by `strangersDeed`; when the server wants it anew (the page
// was open for long, the price has risen), the work is done once more before anybody is told.
import { useEffect } from 'preact/hooks'
import type { Operation, OutputOf } from '../../contract/operation.ts'
import type { DrawPresence, PresencePurpose } from '../../contract/presence.ts'
import { phrases } from '../ui/phrases.ts'
import { createStore } from '../ui/store.ts'
import { base64url } from './base64url.ts'
import { sendDeed, view, type CallOptions, type GivenTo } from './call.ts'
import type { PresenceChallenge, Solution } from './presence-solver.ts'
import { Problem } from './problem.ts'

const t = phrases({
  unable: {
    vi: 'Trang này chưa chuẩn bị được để gửi mã. Chưa có mã nào được gửi, những gì đã lưu vẫn còn; hãy tải lại trang rồi bấm gửi lần nữa, hoặc gọi tổng đài 1900 0368, đến quầy gần bạn.',
    en: 'This page could not get ready to send a code. No code was sent and everything saved is still there; reload the page and send again, or call the hotline 1900 0368 or go to a counter near you.',
  },
})

/** A deed asks for presence by its contract. */
type Asking = Operation & { readonly presence: 'always' | 'when-typed' }

/** Half of what it is good for: somebody may still be typing for as long again. */
const FRESH_MS = 300_000
/** From when on somebody who has pressed is told that the page gets ready, and that this phone is slow. */
const TOLD_AFTER_MS = 800
const SLOW_AFTER_MS = 6000

const waiting = createStore<'no' | 'preparing' | 'slow'>('no')
export const usePreparing = waiting.use

const inWorker = (challenge: PresenceChallenge): Promise<Solution | null> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./presence-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Solution | null>) => {
      worker.terminate()
      resolve(data)
    })
    worker.addEventListener('error', () => {
      worker.terminate()
      reject(new Error('no worker'))
    })
    worker.postMessage(challenge, [])
  })

const besideThePage = async (challenge: PresenceChallenge): Promise<Solution | null> =>
  (await import('./presence-solver.ts')).solvePresence(challenge)

const work = async (purpose: PresencePurpose): Promise<string> => {
  const { challenge } = await view<typeof DrawPresence>('presence.challenge', { purpose })
  const solution = await inWorker(challenge)
    .catch(() => null)
    .then((found) => found ?? besideThePage(challenge))
    // Its script does not come (a net holds it back, or a release has replaced it), or it took too long.
    .catch(() => null)
  if (!solution) {
    throw new Problem({ code: 'page.not-ready', detail: t('unable'), status: 422 })
  }
  return base64url(new TextEncoder().encode(JSON.stringify({ challenge, solution })))
}

type Ready = { readonly at_ms: number; readonly header: Promise<string> }
const ready = new Map<PresencePurpose, Ready>()

/** Begins the work unless some is there that is fresh; nobody waits for it. */
const prepare = (purpose: PresencePurpose): Ready => {
  const there = ready.get(purpose)
  if (there && performance.now() - there.at_ms < FRESH_MS) {
    return there
  }
  const begun = { at_ms: performance.now(), header: work(purpose) }
  ready.set(purpose, begun)
  // Without a network it is begun again when somebody presses.
  begun.header.catch(() => ready.get(purpose) === begun && ready.delete(purpose))
  return begun
}

/** For the page of a deed that asks for presence: begins the work when it opens. Null: not yet. */
export const usePresence = (purpose: PresencePurpose | null) =>
  useEffect(() => {
    if (purpose) {
      prepare(purpose)
    }
  }, [purpose])

/** Each is taken once. */
const take = async (purpose: PresencePurpose): Promise<string> => {
  const { header } = prepare(purpose)
  const timers = [
    setTimeout(() => waiting.set('preparing'), TOLD_AFTER_MS),
    setTimeout(() => waiting.set('slow'), SLOW_AFTER_MS),
  ]
  try {
    return await header
  } finally {
    ready.delete(purpose)
    timers.forEach(clearTimeout)
    waiting.set('no')
  }
}

const HEADER = 'sen-presence'
/** Of whoever has the session of what it is about they ask for nothing. */
const onlyWhenTyped: readonly PresencePurpose[] = ['activation.start']

const isOfPresence = (error: unknown): boolean =>
  error instanceof Problem && error.code.startsWith('presence.')

/** As `deed` of call.ts, for a deed that asks for presence. Throws Problem. */
export const strangersDeed = async <Op extends Asking>(
  name: Op['name'] & PresencePurpose,
  input: GivenTo<Op>,
  options: CallOptions = {},
): Promise<OutputOf<Op>> => {
  const isKnown = onlyWhenTyped.includes(name) && Object.keys(input as object).length === 0
  const send = async () =>
    sendDeed<Op>(name, input, isKnown ? options : { ...options, headers: { [HEADER]: await take(name) } })
  try {
    return await send()
  } catch (error) {
    if (isOfPresence(error)) {
      return send()
    }
    // She mends what was refused and presses again.
    prepare(name)
    throw error
  }
}
