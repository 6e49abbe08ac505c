// How many wait in each queue, by the key that a navigation entry names. Whoever has read a queue tells it
// here.
import { createStore } from '../../../ui/store.ts'

export type Count = { readonly n: number; readonly isUrgent?: boolean }

export const counts = createStore<Readonly<Record<string, Count>>>({})

export const setCount = (key: string, count: Count) => counts.set({ ...counts.get(), [key]: count })
