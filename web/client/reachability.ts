// Whether the server can be reached: what the browser says of its network, corrected by what the last call
// met.
import { createStore } from '../ui/store.ts'

const store = createStore(typeof navigator === 'undefined' || navigator.onLine)

if (typeof window !== 'undefined') {
  addEventListener('online', () => store.set(true))
  addEventListener('offline', () => store.set(false))
}

export const isReachable = store.get
export const useReachable = store.use
export const onReachable = store.subscribe
export const sawAnswer = () => store.set(true)
export const sawSilence = () => store.set(false)
