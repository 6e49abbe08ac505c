/**
 * What can be issued to a person now: the identity card, and each document that its register calls valid. To
 * whoever acts for a child or ward: her documents of other registers, and those only. What one says is not
 * read for this.
 */
import type { Citizen } from '../../../../kernel/actor.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { validDocuments } from '../../integration/kept-document.ts'
import {
  configurationsOf,
  identifierOf,
  type CredentialConfiguration,
  type CredentialType,
} from '../credential-type.ts'
import { forWards, type IssuingRule } from '../rules.ts'
import { credentialTypes } from '../types.ts'

/** Whose documents, and who holds the phone. */
type Holder = Pick<Citizen, 'subjectId' | 'by'>

export interface Issuable {
  readonly identifier: string
  readonly configuration: CredentialConfiguration
  readonly documentId: string | null
}

/** What holds of a type for a phone of her own, or of whoever acts for her. */
export const ruleFor = (
  type: Pick<CredentialType, 'ruleAt'>,
  { by }: Pick<Citizen, 'by'>,
  at: Date,
): IssuingRule => {
  const rule = type.ruleAt(at)
  const { validityMost_days, batchMost } = inForce(forWards, at)
  return by
    ? {
        ...rule,
        validity_days: Math.min(rule.validity_days, validityMost_days),
        batchMost: Math.min(rule.batchMost, batchMost),
      }
    : rule
}

const isFor =
  ({ by }: Holder) =>
  ({ format, type }: CredentialConfiguration): boolean =>
    by === undefined || (type.isOneOfSeveral && format === 'dc+sd-jwt')

/**
 * In every form of each, the identity card first. The level is that of whoever holds the phone: a child has
 * an account of level 1 (Decree 69/2024 art. 7), and is represented by one of level 2.
 */
export const issuableTo = async (read: Reading, holder: Holder, at: Date): Promise<readonly Issuable[]> => {
  const level = (await findAccount(read, holder.by?.subjectId ?? holder.subjectId))?.level ?? 0
  const types = (await credentialTypes(read, at)).filter((type) => level >= type.ruleAt(at).leastLevel)
  const documents = types.some(({ isOneOfSeveral }) => isOneOfSeveral)
    ? await validDocuments(read, holder.subjectId)
    : []
  return configurationsOf(types)
    .filter(isFor(holder))
    .flatMap((configuration): Issuable[] => {
      const { id, type } = configuration
      const ids = type.isOneOfSeveral
        ? documents.filter((one) => one.type === type.id).map((one) => one.id)
        : [null]
      return ids.map((documentId) => {
        return { identifier: identifierOf(id, documentId), configuration, documentId }
      })
    })
}
