/** A picture that an applicant sends: opened and looked at only for one whose draft is there. */
import { problem } from '../../../../kernel/problem.ts'
import type { Preparation } from '../../../../kernel/use-case.ts'
import type { Applicant } from '../../../../kernel/actor.ts'
import { hintsOf } from '../../../evidence/biometrics/face/portrait-quality.ts'
import { readPortrait } from '../../../evidence/biometrics/face/portrait-reader.ts'
import { findDraft } from './draft-store.ts'

/** null without a draft. Throws `portrait.too-large`, `portrait.not-a-picture`. */
export const lookAtPicture = async (
  { picture }: { readonly picture: string },
  { actor, tools, now }: Preparation<Applicant>,
) => {
  if (!(await findDraft(tools.read, actor.draftId, now))) {
    return null
  }
  const read = await readPortrait(Buffer.from(picture, 'base64'))
  if (!read.ok) {
    throw problem(read.reason === 'too-large' ? 'portrait.too-large' : 'portrait.not-a-picture')
  }
  return { jpeg: read.image.jpeg, hints: await hintsOf(read.image) }
}
