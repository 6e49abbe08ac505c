// The picture just taken, for the eye on the next page; gone with the page, never stored in the browser.
// It is of one application: the next person who goes on with hers on the same phone does not see it.
import { createStore } from '../../../ui/store.ts'
import type { Draft } from './draft.ts'

type Whose = Pick<Draft, 'declared'>
const kept = createStore<{ readonly of: string; readonly url: string } | null>(null)

export const keepPicture = ({ declared }: Whose, url: string): void =>
  kept.set(declared && { of: declared.personalNumber, url })

export const pictureOf = ({ declared }: Whose): string | null => {
  const picture = kept.get()
  return picture && picture.of === declared?.personalNumber ? picture.url : null
}
