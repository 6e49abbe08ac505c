/**
 * A kind of document of another register as one that is issued to phones: all that its file says of it, and
 * who holds it. Its source is the holder's own document as the register last told it, so a credential never
 * says more than the app shows her.
 */
import type { DocumentType } from '../../../../../contract/document-type.ts'
import { later } from '../../../../kernel/clock.ts'
import { dayInVietnam, inForce } from '../../../../kernel/policy.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import type { Values } from '../../integration/claims-of-type.ts'
import { findDocument, holdDocument, type KeptDocument } from '../../integration/kept-document.ts'
import { standingOn } from '../../integration/own-document.ts'
import { openSources } from '../../sources/known-sources.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import type {
  Concerned,
  CredentialClaim,
  CredentialContent,
  CredentialType,
  Facts,
} from '../credential-type.ts'
import { smallPortraitOf } from '../identity-card/identity-card-content.ts'
import { identityCardType } from '../identity-card/identity-card-type.ts'
import { claimsOfDocument, markOfDocument } from './document-content.ts'
import { elementsOfDocument } from './mobile-elements.ts'
import { documentIssuing } from './rules.ts'

/** Midnight in Vietnam, seven hours before that of the world's clock. */
const endOfDay = (day: string): Date => new Date(Date.parse(day) + (24 - 7) * 3_600_000)

const HOLDER: Readonly<Record<string, readonly string[]>> = {
  name: ['family_name', 'given_name', 'family_name_national_character', 'given_name_national_character'],
  birthdate: ['birth_date'],
  personal_number: [],
}

/** The words of the identity card for what they share: whoever reads both reads the same. */
const sharedClaims = (
  type: DocumentType,
  isMeant: (claim: CredentialClaim) => boolean,
): CredentialClaim[] => {
  const elements = type.mdoc?.elements ?? []
  return identityCardType.claims.filter(isMeant).map((claim) => ({
    ...claim,
    elements: elements.flatMap((one) =>
      'holder' in one && (HOLDER[claim.name] ?? []).includes(one.holder) ? [one.element] : [],
    ),
  }))
}

const claimsOf = (type: DocumentType): readonly CredentialClaim[] => [
  ...sharedClaims(type, ({ name }) => Object.hasOwn(HOLDER, name)),
  ...type.claims.map(({ name, words, kind, isSensitive }) => ({
    name,
    ...words,
    elements: (type.mdoc?.elements ?? []).flatMap((one) =>
      'claim' in one && one.claim === name ? [one.element] : [],
    ),
    kind,
    isDisclosable: true,
    isSensitive,
  })),
  ...type.derived.map(({ name, words, isSensitive }) => {
    return { name, ...words, elements: [], kind: 'answer' as const, isDisclosable: true, isSensitive }
  }),
  ...sharedClaims(type, ({ isDisclosable }) => !isDisclosable),
]

const documentOf = async (
  read: Reading,
  tools: Tools,
  type: DocumentType,
  { subjectId, documentId }: Concerned,
): Promise<KeptDocument | null> => {
  const kept = documentId === null ? null : await findDocument(read, tools, subjectId, documentId)
  return kept?.type === type.id ? kept : null
}

interface Held {
  readonly values: Values
  readonly standing: 'valid' | 'suspended'
}
/** Null for what has ended, in whichever way, or was never there. */
const heldOf = (type: DocumentType, kept: KeptDocument | null, at: Date): Held | null => {
  const values = kept?.document.state === 'held' ? kept.document.content.values : null
  const standing = kept && standingOn(kept.document, type, dayInVietnam(at))
  return values && (standing === 'valid' || standing === 'suspended') ? { values, standing } : null
}

const factsOf =
  (type: DocumentType): CredentialType['readFacts'] =>
  async (read, tools, concerned, at): Promise<Facts> => {
    const held = heldOf(type, await documentOf(read, tools, type, concerned), at)
    if (!held) {
      return { standing: 'ended', mark: null }
    }
    const person = await findPerson(read, tools, concerned.personalNumber)
    return { standing: held.standing, mark: person && markOfDocument(held.values, person) }
  }

/** Its register must have said so lately: longer than that the kind may not be shown. */
const isFresh = ({ document }: KeptDocument, { offline_hours: hours }: DocumentType, at: Date): boolean =>
  document.syncedAt !== null && later(document.syncedAt, hours * 3600) > at

const contentOf =
  (type: DocumentType): CredentialType['read'] =>
  async (read, tools, concerned, { format, at }): Promise<CredentialContent | null> => {
    const kept = await documentOf(read, tools, type, concerned)
    const held = heldOf(type, kept, at)
    if (!kept || held?.standing !== 'valid' || !isFresh(kept, type, at)) {
      return null
    }
    const person = await findPerson(read, tools, concerned.personalNumber)
    if (!person) {
      return null
    }
    const { values } = held
    const source = (await openSources(read)).find(({ id }) => id === type.source)
    const isMobile = format === 'mso_mdoc'
    const asksPortrait = type.mdoc?.elements.some((one) => 'holder' in one && one.holder === 'portrait')
    const portrait =
      isMobile && asksPortrait ? await smallPortraitOf(read, tools, person.personalNumber) : null
    const last = type.expiry === null ? undefined : values[type.expiry]
    return {
      claims: claimsOfDocument(type, values, person, source?.name.vi ?? null),
      elements: isMobile ? elementsOfDocument(type, values, person, portrait) : null,
      mark: markOfDocument(values, person),
      endsAt: typeof last === 'string' ? endOfDay(last) : null,
    }
  }

export const documentCredentialType = (type: DocumentType): CredentialType => ({
  id: type.id,
  words: type.title,
  vct: `urn:sen:${type.id}:1`,
  mdoc: type.mdoc && { docType: type.mdoc.docType, namespace: type.mdoc.namespace },
  claims: claimsOf(type),
  isOneOfSeveral: true,
  ruleAt: (at) => {
    const { leastDays, mostDays, batchMost, leastLevel } = inForce(documentIssuing, at)
    const validity_days = Math.min(mostDays, Math.max(leastDays, Math.ceil(type.offline_hours / 24)))
    return {
      validity_days,
      refreshAfter_days: Math.max(1, Math.floor(validity_days / 2)),
      batchMost,
      leastLevel,
    }
  },
  fieldsIn: (format) => [
    ...(['fullName', 'birthDate', 'personalNumber', 'documents'] as const),
    ...(format === 'mso_mdoc' ? (['sex', 'portrait'] as const) : []),
  ],
  read: contentOf(type),
  readFacts: factsOf(type),
  hold: async (work, { subjectId, documentId }) => {
    if (documentId !== null) {
      await holdDocument(work, subjectId, documentId)
    }
  },
})
