// What the contact step says and asks, from what the server has and what was written down here while the line
// was down.

export type ContactState = {
  /** What stands above: proved by its code, or noted here and not sent yet. */
  readonly verdict: 'proven' | 'written' | null
  /** What is asked of the officer: the numbers themselves, or the code that the citizen reads out. */
  readonly asks: 'contact' | 'code' | null
}

/**
 * `written`: noted here and not on the server yet; then what the server has is not the last word. Null where
 * nothing waits.
 */
export const contactState = ({
  contact,
  written,
  isChanging,
}: {
  contact: { readonly isProven: boolean } | null
  written: { readonly isGiven: boolean } | null
  isChanging: boolean
}): ContactState => {
  if (written) {
    return {
      verdict: written.isGiven ? 'written' : null,
      asks: written.isGiven && !isChanging ? null : 'contact',
    }
  }
  return {
    verdict: contact?.isProven ? 'proven' : null,
    asks: !contact || isChanging ? 'contact' : contact.isProven ? null : 'code',
  }
}
