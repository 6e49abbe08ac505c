/** What becomes of issued documents when something has happened to an account, a device or a card. */
import { on, type Reaction } from '../../../../kernel/reaction.ts'
import {
  AccountActivated,
  DeviceBound,
  DeviceRemoved,
  PasscodeReset,
} from '../../../access/authentication/events.ts'
import { RecoveryDone } from '../../../access/authentication/recovery/events.ts'
import { CardIssued, CardStateChanged } from '../../../cases/cards/events.ts'
import { DiscrepancySettled } from '../../../cases/discrepancies/events.ts'
import { RepresentationEnded, WardTakenOver } from '../../../cases/representation/events.ts'
import {
  DocumentChanged,
  DocumentDiffers,
  DocumentMissing,
  DocumentRemoved,
  DocumentStandingChanged,
} from '../../integration/events.ts'
import { AccountClosed, AccountDisplaced, HolderResidenceChanged } from '../../../people/accounts/events.ts'
import { AccountLocked, AccountUnlocked } from '../../../people/locks/events.ts'
import {
  endIssued,
  followEverything,
  followPhones,
  followRepresentatives,
  followSource,
  followWards,
  holdIssued,
  revokeIssued,
} from './follow-facts.ts'

const GONE = 'revoke what devices hold that are bound no longer'
const CHANGED = 'revoke what the register says no longer'
const OTHER_REGISTER = 'revoke or hold what another register says no longer'

export const credentialReactions: readonly Reaction[] = [
  on(DeviceRemoved, GONE, (work, { subjectId }, tools) => followPhones(work, tools, subjectId)),
  on(DeviceBound, GONE, (work, { subjectId }, tools) => followPhones(work, tools, subjectId)),
  on(PasscodeReset, GONE, (work, { subjectId }, tools) => followPhones(work, tools, subjectId)),
  on(RecoveryDone, GONE, (work, { subjectId }, tools) => followPhones(work, tools, subjectId)),
  on(AccountActivated, GONE, (work, { subjectId }, tools) => followPhones(work, tools, subjectId)),
  on(AccountDisplaced, 'revoke what its former holder has', async (work, { subjectId, data }, tools) => {
    await revokeIssued(work, subjectId, ({ issued_at: at }) => at <= new Date(data.before))
    await followWards(work, tools, subjectId)
  }),
  on(WardTakenOver, 'revoke what the ward has herself', (work, { subjectId, data }) =>
    revokeIssued(work, subjectId, ({ issued_at: at }) => at <= new Date(data.at)),
  ),
  on(AccountLocked, 'hold what devices have', async (work, { subjectId }, tools) => {
    await holdIssued(work, subjectId)
    await followWards(work, tools, subjectId)
  }),
  on(AccountUnlocked, 'let what devices have count again', (work, { subjectId }, tools) =>
    followEverything(work, tools, subjectId),
  ),
  on(AccountClosed, 'revoke everything, and forget it', async (work, { subjectId }, tools) => {
    await endIssued(work, subjectId)
    await followWards(work, tools, subjectId)
  }),
  on(RepresentationEnded, "revoke what her phone has of her ward's", async (work, { data }, tools) => {
    await followRepresentatives(work, tools, data.wardId)
  }),
  on(CardIssued, CHANGED, (work, { subjectId }, tools) => followSource(work, tools, subjectId)),
  on(CardStateChanged, CHANGED, (work, { subjectId }, tools) => followSource(work, tools, subjectId)),
  on(DocumentStandingChanged, OTHER_REGISTER, (work, { subjectId }, tools) =>
    followSource(work, tools, subjectId),
  ),
  on(DocumentDiffers, OTHER_REGISTER, (work, { subjectId }, tools) => followSource(work, tools, subjectId)),
  on(DocumentMissing, OTHER_REGISTER, (work, { subjectId }, tools) => followSource(work, tools, subjectId)),
  on(DocumentChanged, OTHER_REGISTER, (work, { subjectId }, tools) => followSource(work, tools, subjectId)),
  on(DocumentRemoved, 'revoke what she has taken out of the wallet', (work, { subjectId }, tools) =>
    followSource(work, tools, subjectId),
  ),
  on(DiscrepancySettled, CHANGED, (work, { subjectId }, tools) => followSource(work, tools, subjectId)),
  on(HolderResidenceChanged, CHANGED, (work, { subjectId }, tools) => followSource(work, tools, subjectId)),
]
