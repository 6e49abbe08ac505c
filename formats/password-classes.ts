/**
 * What counts as each kind of sign that a password needs: one answer for the list that is ticked off while
 * one types and for the server, so that nobody is refused two steps later for what the page had ticked.
 */
export const passwordClasses = {
  lower: /\p{Ll}/u,
  upper: /\p{Lu}/u,
  digit: /\p{Nd}/u,
  symbol: /[^\p{L}\p{Nd}\s]/u,
} as const
