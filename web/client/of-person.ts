/**
 * What a page remembers that says something of a person, and the one way in which it goes: at her sign-out,
 * when her phone is bound no more, and when somebody else comes in. It never outlives the window, since a
 * stranger on a shared machine signs out of nothing.
 *
 * What a browser keeps besides, and why it stays after a sign-out:
 * - `sen-device` (client/device-key.ts): the key of a bound phone with its holder's name, without which the
 *   passcode opens nothing. It goes when the phone is bound no more.
 * - `sen-wallet` (citizen/vault): her card, and beside it documents for showing and of other registers, and
 *   answers of a form that no server has yet, sealed by her passcode, for days without a network. It goes
 *   with the phone's binding, and before another person's is kept.
 * - `sen.language`, `sen.text-size`, `sen.portrait-voice`: how this browser is used, by whomever.
 * - `sen.log-seen`: the newest checkpoint of the log that this browser has seen, which is of nobody.
 * - `sen-verify`, `sen.verify-camera`: what issuers publish for whoever checks documents, and which camera
 *   she checks with; nothing of what was shown.
 * - `sen-report`: tickets for anonymous reports, which lead to nobody, whoever drew them; and one report that
 *   waits to be sent, until it is.
 * - `sen.issuer-keys`: what the issuer publishes. The service workers' caches: the fronts' own files.
 * - At a counter `sen-counter-officer`, `sen-counter-drafts`, `sen-counter-outbox`: sealed by the officer's
 *   own key of `sen-counter-key`, which goes as she leaves; `sen.counter-owner` is emptied then.
 * - `sen-desk-device`, `sen.counter-desk`, `sen.counter-devices`: of the desk, whoever sits there.
 */
const PREFIX = 'sen.of-person.'
/** Where releases until now kept the reference of a card's application. */
const FORMER = ['sen.card-reference']

const inStores = (use: (store: Storage) => void): void => {
  for (const open of [() => sessionStorage, () => localStorage]) {
    try {
      use(open())
    } catch {
      // The browser refuses its store: nothing is kept there.
    }
  }
}

export const rememberOfPerson = (name: string, value: string): void => {
  try {
    sessionStorage.setItem(PREFIX + name, value)
  } catch {
    // Known to this page alone, then.
  }
}

export const rememberedOfPerson = (name: string): string | null => {
  try {
    return sessionStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

export const forgetPerson = (): void =>
  inStores((store) => {
    for (const key of Object.keys(store)) {
      if (key.startsWith(PREFIX) || FORMER.includes(key)) {
        store.removeItem(key)
      }
    }
  })
