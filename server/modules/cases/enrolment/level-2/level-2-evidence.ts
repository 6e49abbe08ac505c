/** What is taken for level 2, step by step: chip, contact with code, portrait, prints, documents, consent. */
import {
  AskLevel2Consent,
  DrawLevel2Challenge,
  ExceptLevel2Finger,
  GiveLevel2Contact,
  NoteLevel2Documents,
  ReadLevel2Chip,
  RecordOfflineConsent,
  TakeLevel2Portrait,
  TakeLevel2Prints,
  VerifyLevel2Code,
} from '../../../../../contract/level-2.ts'
import type { Work } from '../../../../kernel/work.ts'
import { hasMatched } from '../../../evidence/capture/portrait.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { stepOf } from '../../casework/case-commands.ts'
import { keepAttachment } from '../../casework/case-file.ts'
import { chipChallenge, chipStep } from '../../casework/chip-commands.ts'
import {
  consentStep,
  contactCodeStep,
  contactStep,
  fingerExceptionStep,
  portraitStep,
  printsStep,
} from '../../casework/evidence-commands.ts'
import { CardDiffersFromRegister } from '../events.ts'
import { compareChip, differingFields } from './chip-comparison.ts'
import { consentQuestion, isOffline, level2Cases, level2Of, type Level2Row } from './level-2-case.ts'
import { askConsent, consentOffline, giveContact, noteDocuments } from './level-2-steps.ts'
import type { ComparedChip, Content } from './level-2.ts'

export const drawLevel2Challenge = chipChallenge(level2Cases, { contract: DrawLevel2Challenge })

/** Once for the same fields, however often the card is read. */
const publishDifferences = (work: Work, row: Level2Row, before: Content, after: ComparedChip): void => {
  const fields = differingFields(after.comparison)
  if (fields.length === 0 || fields.join() === differingFields(before.chip?.comparison ?? []).join()) {
    return
  }
  work.publish(CardDiffersFromRegister, row.subject_id, {
    caseId: row.id,
    reference: row.reference,
    officeId: row.office_id,
    fields,
  })
}

export const readLevel2Chip = chipStep(level2Cases, {
  contract: ReadLevel2Chip,
  line: {
    purpose: 'level-2-chip',
    fields: [
      'personalNumber',
      'fullName',
      'birthDate',
      'sex',
      'nationality',
      'residence',
      'hometown',
      'ethnicity',
      'card',
      'portrait',
    ],
  },
  otherPerson: 'level-2.other-person',
  mayDraw: isOffline,
  async keep(work, read, { verdict }, { content, found, tools }): Promise<ComparedChip> {
    const comparison =
      verdict.verdict === 'genuine'
        ? compareChip(verdict.fields, await findPerson(work, tools, content.personalNumber))
        : []
    const chip = { ...read, comparison }
    publishDifferences(work, found.row, content, chip)
    return chip
  },
})

export const giveLevel2Contact = contactStep(level2Cases, {
  contract: GiveLevel2Contact,
  purpose: 'level-2-contact',
  proof: 'level-2',
  give: giveContact,
})

export const verifyLevel2Code = contactCodeStep(level2Cases, {
  contract: VerifyLevel2Code,
  purpose: 'level-2-code',
})

export const takeLevel2Portrait = portraitStep(level2Cases, {
  contract: TakeLevel2Portrait,
  purpose: 'level-2-portrait',
  async keep(work, jpeg, { content, found, tools }, after) {
    // The picture that matched is the one to keep.
    if (!hasMatched(content)) {
      await keepAttachment(work, tools, found.row, 'portrait', jpeg)
    }
    return after
  },
})

export const takeLevel2Prints = printsStep(level2Cases, {
  contract: TakeLevel2Prints,
  purpose: 'level-2-prints',
})

export const exceptLevel2Finger = fingerExceptionStep(level2Cases, {
  contract: ExceptLevel2Finger,
  purpose: 'level-2-exception',
})

export const noteLevel2Documents = stepOf(level2Cases, {
  contract: NoteLevel2Documents,
  line: { purpose: 'level-2-documents', fields: ['documents'] },
  change: (_, { documents }, { content }) => noteDocuments(content, documents),
})

export const askLevel2Consent = consentStep(level2Cases, {
  contract: AskLevel2Consent,
  line: { purpose: 'level-2-consent-asked', fields: ['phone', 'email', 'documents'] },
  question: consentQuestion,
  asked: askConsent,
})

export const recordOfflineConsent = stepOf(level2Cases, {
  contract: RecordOfflineConsent,
  line: { purpose: 'level-2-offline-consent' },
  async change(_, { agreedAt }, { found: { row }, tools }) {
    const moments = { openedAt: row.opened_at, receivedAt: row.received_at }
    return consentOffline(await level2Of(tools, row), new Date(agreedAt), moments)
  },
})
