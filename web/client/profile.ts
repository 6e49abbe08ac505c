// Whose profile this page believes to be open. It is told with every call, so that a deed is never done for
// somebody else because another window has
// switched meanwhile: the server refuses then (`representation.other-profile-open`).
let believed: string | null = null

/** The tie's name, `self`, or null while nobody knows. */
export const believedProfile = (): string | null => believed
export const believeProfile = (profile: string | null) => {
  believed = profile
}
