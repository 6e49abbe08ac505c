/** Which matcher compares portraits. Without the world there is none yet, and so nothing is ever accepted without an officer. */
import type { FaceMatcher } from '../../kernel/tools.ts'
import { referenceMatcher } from './reference-matcher.ts'

/** Decides nothing: every application goes to an officer. */
export const reviewOnlyMatcher: FaceMatcher = {
  name: 'none',
  async compare() {
    return { verdict: 'unsure', score: 0 }
  },
}

export const chooseMatcher = ({ isWorldOn }: { readonly isWorldOn: boolean }): FaceMatcher => (isWorldOn ? referenceMatcher({ isWorldOn }) : reviewOnlyMatcher)
