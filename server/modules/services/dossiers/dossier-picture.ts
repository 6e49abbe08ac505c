/** A picture that came with a dossier, for an officer who may look at it; the person reads that she did. */
import { ViewDossierPicture } from '../../../../contract/dossier-work.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { attachmentOf } from '../../cases/casework/case-file.ts'
import { pictureUrl } from '../../evidence/capture/portrait.ts'
import { find, viewer } from './dossier-case.ts'
import { doneLineOf } from './work-dossier.ts'

/** `of`: `paper.<id>` or `supplement.<id>`. */
const NAMED = /^(?:paper|supplement)\.[a-z0-9-]{1,50}$/

export const viewDossierPicture = useCase({
  contract: ViewDossierPicture,
  find,
  permit: viewer,
  async act(work, { of }, { found: { row }, tools }) {
    const bytes = NAMED.test(of) ? await attachmentOf(work, tools, row, of) : null
    const picture = pictureUrl(bytes)
    if (picture === null) {
      throw problem('services.no-such-paper')
    }
    return { picture }
  },
  audit: doneLineOf('dossier-picture'),
})
