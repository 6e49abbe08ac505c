/** The code of a recovery: whose account it goes to, and who has it sent. */
import type { ShownPresence } from '../../../../kernel/presence.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { RequestContext } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { accountOfPair } from '../../../people/accounts/account-of-pair.ts'
import type { CodeAsker } from '../../../people/accounts/code-budget.ts'
import { drawProof } from '../../../people/accounts/contact-proof.ts'
import { isHerNetwork } from '../secrets/password.ts'
import type { Typed } from './keep-recovery.ts'
import type { RecoveryRow } from './recovery-store.ts'

/**
 * Whose account it is, when the number and the address that were typed belong together. An account that was
 * never activated has no phone to lose.
 */
export const subjectOfPair = async (
  read: Reading,
  tools: Tools,
  { personalNumber, channel, to }: Typed,
): Promise<string | null> => {
  const account = channel && (await accountOfPair(read, tools, { personalNumber, channel, to }))
  const isInUse = account?.state === 'active' || account?.state === 'locked'
  return account?.isSound && isInUse ? account.subjectId : null
}

/** Looked up anew for each further code: a phone that she has changed or lost since is sent nothing more. */
export const isStillHers = async (
  read: Reading,
  tools: Tools,
  row: Pick<RecoveryRow, 'subject_id'>,
  typed: Typed,
): Promise<boolean> => (await subjectOfPair(read, tools, typed)) === row.subject_id && row.subject_id !== null

interface ForCode extends Pick<RequestContext, 'network'> {
  readonly isHers: boolean
  /** `chip`: the card's holder has shown more than that. */
  readonly presence: ShownPresence | 'chip'
}

/**
 * The first code goes out with the beginning, or, where the chip comes first, once the chip has been read:
 * then it is the card's holder who asks, whoever else begins something for her number.
 */
export const drawRecoveryCode = async (
  work: Work,
  tools: Tools,
  row: Pick<RecoveryRow, 'id' | 'subject_id' | 'language' | 'proven'>,
  typed: Typed,
  { network, isHers, presence }: ForCode,
): Promise<string> => {
  const { personalNumber, to } = typed
  const wasHere = await isHerNetwork(work, tools, personalNumber, network)
  const asker = (): CodeAsker => {
    if (row.proven.includes('chip')) {
      return { kind: 'proven', id: personalNumber }
    }
    if (presence === 'chip') {
      throw new Error('a recovery without its chip says that it was shown')
    }
    return {
      kind: 'blind',
      network,
      presence,
      named: `${personalNumber} ${to}`,
      // Of whoever types another phone it tells nothing.
      isHerNetwork: wasHere && isHers,
    }
  }
  return drawProof(work, tools, {
    ownerId: row.id,
    channel: typed.channel ?? 'sms',
    to,
    purpose: 'lost-phone',
    language: row.language,
    mayBeSent: isHers,
    asker: asker(),
  })
}
