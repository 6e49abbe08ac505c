/** The steps of a case for level 2: chip, contact with code, documents. Each may be sent again. */
import { createHash } from 'node:crypto'
import {
  DrawLevel2Challenge,
  GiveLevel2Contact,
  NoteLevel2Documents,
  ReadLevel2Chip,
  VerifyLevel2Code,
} from '../../../../../contract/level-2.ts'
import type { ChipFields } from '../../../../../formats/emrtd/verify-chip.ts'
import { actorReference, type Officer } from '../../../../kernel/actor.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { drawProof, tryCode } from '../../../people/accounts/contact-proof.ts'
import { readPortrait } from '../../../evidence/biometrics/face/portrait-reader.ts'
import { checkChipAnswer, newChipChallenge, readChip } from '../../../evidence/chips/read-chip.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { compareChip, differingFields } from './chip-comparison.ts'
import { mustBeOpen, type Content, type Level2 } from './level-2.ts'
import {
  level2Of,
  lineOf,
  caseForUpdate,
  sealContent,
  taker,
  takenByWith,
  viewOf,
  type FoundCase,
  type Level2View,
} from './level-2-case.ts'
import { giveContact, isProvenAs, keepChip, noteDocuments, proveContact } from './level-2-steps.ts'
import * as store from './level-2-store.ts'
import { level2Budget } from '../rules.ts'
import { CardDiffersFromRegister } from '../events.ts'

export interface Step {
  readonly found: FoundCase
  readonly actor: Officer
  readonly tools: Tools
  readonly now: Date
}

/** The open case of a step. Throws `level-2.closed`. */
export const openStep = async ({ found, tools }: Step): Promise<Level2> => {
  const level2 = await level2Of(tools, found.row)
  mustBeOpen(level2)
  return level2
}

export const keepStep = async (
  work: Work,
  { found: { row }, actor, tools, now }: Step,
  content: Content,
): Promise<Level2View> => {
  await store.saveContent(
    work,
    row,
    await sealContent(tools, row.subject_id, content),
    takenByWith(row, actor),
    now,
  )
  return viewOf(work, tools, row, actor, now)
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url')

export const drawLevel2Challenge = useCase({
  contract: DrawLevel2Challenge,
  find: caseForUpdate,
  permit: taker,
  async act(work, _, doing) {
    const { content } = await openStep(doing)
    const challenge = newChipChallenge().toString('base64url')
    await keepStep(work, doing, { ...content, challenge })
    return { challenge }
  },
  audit: none('eight random bytes; reading the chip leaves a line'),
})

/** Null: nobody asked the chip by a challenge of ours. While the line was down the counter drew it. */
const answeredTo = (
  chip: Record<string, string>,
  typed: { challenge?: string | undefined; answer?: string | undefined },
  { content, isOffline }: Level2,
): boolean | null => {
  const challenge = content.challenge ?? (isOffline ? typed.challenge : undefined)
  if (!challenge || typed.answer === undefined) {
    return null
  }
  if (typed.challenge !== undefined && typed.challenge !== challenge) {
    return false
  }
  const faults = checkChipAnswer(
    chip,
    Buffer.from(challenge, 'base64url'),
    Buffer.from(typed.answer, 'base64'),
  )
  return faults.includes('chip.answer-unsupported') ? null : faults.length === 0
}

/**
 * As it may be shown: decoded by the reader for strangers' pictures. A picture that it does not read is not
 * shown.
 */
const chipPortrait = async ({ portrait }: Partial<ChipFields>): Promise<Buffer | null> => {
  if (!portrait) {
    return null
  }
  const read = await readPortrait(portrait.bytes)
  return read.ok ? read.image.jpeg : null
}

const publishDifferences = (work: Work, { row }: FoundCase, before: Content, after: Content): void => {
  const fields = differingFields(after.chip?.comparison ?? [])
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

export const readLevel2Chip = useCase({
  contract: ReadLevel2Chip,
  async prepare({ chip }, { actor, tools, now }) {
    if (actor.kind !== 'officer') {
      return null
    }
    const verdict = await readChip(tools.read, chip, now)
    return { verdict, portrait: verdict.verdict === 'genuine' ? await chipPortrait(verdict.fields) : null }
  },
  find: caseForUpdate,
  permit: taker,
  async act(work, { chip, challenge, answer }, doing) {
    const {
      prepared,
      found: { row },
      tools,
    } = doing
    if (!prepared) {
      throw problem('permit.refused')
    }
    const level2 = await openStep(doing)
    const { content } = level2
    const { verdict, portrait } = prepared
    const number = verdict.fields.personalNumber
    if (number !== undefined && number !== content.personalNumber) {
      throw problem('level-2.other-person')
    }
    const isGenuine = verdict.verdict === 'genuine'
    const after = keepChip(content, {
      verdict: verdict.verdict,
      problems: verdict.problems,
      answered: isGenuine ? answeredTo(chip, { challenge, answer }, level2) : null,
      expiresOn: isGenuine ? verdict.fields.expiresOn : null,
      comparison: isGenuine
        ? compareChip(verdict.fields, await findPerson(work, tools, content.personalNumber))
        : [],
    })
    await store.saveChipPortrait(
      work,
      row,
      portrait ? await tools.sealer.seal(row.subject_id, 'level_2.chip_portrait', portrait) : null,
    )
    publishDifferences(work, doing.found, content, after)
    return keepStep(work, doing, after)
  },
  audit: lineOf('level-2-chip', [
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
  ]),
})

export const giveLevel2Contact = useCase({
  contract: GiveLevel2Contact,
  // All counters of a country may come from one network: the officer is counted, and the phone.
  limits: ({ caseId, phone, email, channel }, _: RequestContext, actor) => [
    { scope: 'code.to', key: channel === 'sms' ? phone : (email ?? caseId), most: 5, per_s: 3600 },
    {
      scope: 'code.counter',
      key: actorReference(actor),
      most: inForce(level2Budget, presentMoment()).opened,
      per_s: 3600,
    },
  ],
  find: caseForUpdate,
  permit: taker,
  async act(work, { phone, email, channel }, doing) {
    const { content } = await openStep(doing)
    const given = { phone, email: email ?? null, channel }
    // Sent again unchanged after it was proven: it stays so, and no second code goes out.
    if (isProvenAs(content, given)) {
      return keepStep(work, doing, content)
    }
    if (channel === 'email' && email === undefined) {
      throw problem('code.no-email')
    }
    const proofId = await drawProof(work, doing.tools, {
      ownerId: doing.found.row.id,
      channel,
      to: channel === 'sms' ? phone : (email ?? ''),
      purpose: 'level-2',
      language: content.language,
      mayBeSent: true,
    })
    return keepStep(work, doing, giveContact(content, { ...given, proofId }))
  },
  audit: lineOf('level-2-contact', ['phone', 'email']),
})

export const verifyLevel2Code = useCase({
  contract: VerifyLevel2Code,
  find: caseForUpdate,
  permit: taker,
  async act(work, { code }, doing) {
    const { content } = await openStep(doing)
    const { contact } = content
    if (!contact) {
      throw problem('evidence.no-contact')
    }
    if (contact.isProven) {
      return keepStep(work, doing, content)
    }
    const refusal = await tryCode(work, doing.tools, doing.found.row.id, contact.proofId, code)
    return refusal ? doing.refuse(refusal) : keepStep(work, doing, proveContact(content))
  },
  audit: lineOf('level-2-code', ['phone']),
})

export const noteLevel2Documents = useCase({
  contract: NoteLevel2Documents,
  find: caseForUpdate,
  permit: taker,
  async act(work, { documents }, doing) {
    const { content } = await openStep(doing)
    return keepStep(work, doing, noteDocuments(content, documents))
  },
  audit: lineOf('level-2-documents', ['documents']),
})
