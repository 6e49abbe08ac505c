// Makes the phone in the frame a new one: the app's store in this browser, its service worker's files and its
// sessions are gone.
import { deed } from '../../web/client/call.ts'
import type { CloseApp } from '../../contract/activation.ts'
import type { DiscardDraft } from '../../contract/enrolment.ts'

/** Of the page, not of the phone. */
const kept = new Set(['sen.language', 'sen.text-size', 'sen.world-person'])

const forgetDatabase = (name: string) =>
  new Promise<void>((done) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = request.onerror = request.onblocked = () => done()
  })

/** What this browser keeps for the app. */
export const wipePhone = async (): Promise<void> => {
  for (const key of Object.keys(localStorage)) {
    if (!kept.has(key)) {
      localStorage.removeItem(key)
    }
  }
  for (const { name } of await indexedDB.databases()) {
    if (name) {
      await forgetDatabase(name)
    }
  }
}

/** As `wipePhone`, and the server closes the sessions this browser held. */
export const blankPhone = async (): Promise<void> => {
  await deed<typeof CloseApp>('authentication.close-app', {}, { retries: 0 }).catch(() => undefined)
  await deed<typeof DiscardDraft>('enrolment.discard', {}, { retries: 0 }).catch(() => undefined)
  await wipePhone()
}
