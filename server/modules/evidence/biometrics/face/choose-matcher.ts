/**
 * Which matcher compares portraits: the operator's models; else the drawings' own in the demo world; else
 * none, and nothing is accepted without an officer.
 */
import type { FaceMatcher } from '../../../../kernel/tools.ts'
import { onnxMatcher, type FaceModels } from './onnx-matcher.ts'
import { referenceMatcher } from './reference-matcher.ts'

/** Decides nothing: every application goes to an officer. */
export const reviewOnlyMatcher: FaceMatcher = {
  name: 'none',
  async compare() {
    return { verdict: 'unsure', score: 0 }
  },
}

/**
 * Models that somebody configured are meant, in the world too. The drawings have none of their faces: there
 * they end at an officer.
 */
export const chooseMatcher = ({
  isWorldOn,
  faceModels = null,
}: {
  readonly isWorldOn: boolean
  readonly faceModels?: FaceModels | null
}): FaceMatcher => {
  if (faceModels) {
    return onnxMatcher(faceModels)
  }
  return isWorldOn ? referenceMatcher({ isWorldOn }) : reviewOnlyMatcher
}
