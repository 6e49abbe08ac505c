/** A dossier that goes to another office, and an agreement that somebody gave on paper. */
import { MoveDossier, NoteConsent } from '../../../../contract/dossier-work.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { takenByWith } from '../../cases/casework/case-file.ts'
import { moveToOffice } from '../../cases/casework/move-case.ts'
import { officeOfCode } from '../../registry/organisations/office-name.ts'
import { officerAbout } from '../../registry/organisations/second-eyes.ts'
import { settleConsent } from './consents.ts'
import { dossierKind, dossierOf, forUpdate } from './dossier-case.ts'
import * as store from './dossier-store.ts'
import { DossierConsentOnPaper } from './events.ts'
import { doneLineOf, lineOf, shown, titled } from './work-dossier.ts'

export const notePaperConsent = useCase({
  contract: NoteConsent,
  find: forUpdate,
  permit: officerAbout(['dossier.receive', 'dossier.work'], 'services.about-yourself'),
  async act(work, { consent, note }, doing) {
    const { found, actor, tools, now } = doing
    const { content } = await dossierOf(tools, found.row)
    const wanted = content.consents.find(({ id }) => id === consent)
    const asked_ = wanted && (await store.consentInCase(work, found.row, wanted.subjectId, consent))
    if (!asked_) {
      throw problem('services.no-such-consent')
    }
    const by = { by: actor.number, note, takenBy: takenByWith(found.row, actor) }
    const row = await settleConsent(work, tools, { asked: asked_, row: found.row }, 'on-paper', by, now)
    // Nothing else would tell her of a signature that somebody else brought.
    work.publish(DossierConsentOnPaper, asked_.subject_id, await titled(work, found.row))
    return shown(work, row, doing)
  },
  audit: lineOf('dossier-paper-consent'),
})

export const moveDossier = useCase({
  contract: MoveDossier,
  find: forUpdate,
  permit: officerAbout(['dossier.receive', 'dossier.work'], 'services.about-yourself'),
  async act(work, { office, note }, { found: { row }, actor, tools, now }) {
    const to = await officeOfCode(work, office)
    if (!to || !['filed', 'received', 'processing'].includes(row.state)) {
      throw problem(to ? 'services.dossier-closed' : 'services.no-such-office')
    }
    const moved = { officeId: to.id, by: actor.number, note }
    await moveToOffice(work, tools, dossierKind, row, moved, now)
    return { office: to.name }
  },
  audit: doneLineOf('dossier-moved'),
})
