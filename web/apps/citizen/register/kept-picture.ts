// The picture just taken, for the eye on the next page; gone with the page, never stored in the browser.
import { createStore } from '../../../ui/store.ts'

export const keptPicture = createStore<string | null>(null)
