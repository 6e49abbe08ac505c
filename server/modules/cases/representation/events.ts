/** What happens between those who act for others and those for whom they act; relatives in `relatives/`. */
import { z } from 'zod'
import { tieEnd, tieKind } from '../../../../contract/representation.ts'
import { requestRefusal } from '../../../../contract/representation-request.ts'
import { moment } from '../../../../contract/values.ts'
import { defineEvent, type EventType } from '../../../kernel/event.ts'

const tie = { id: z.string(), wardId: z.string(), at: moment }
/** Its subject is the representative: her own side follows. */
export const RepresentationBegun = defineEvent(
  'RepresentationBegun',
  z.strictObject({ ...tie, kind: tieKind }),
)
export const RepresentationEnded = defineEvent(
  'RepresentationEnded',
  z.strictObject({ ...tie, reason: tieEnd }),
)

export const WardRegistered = defineEvent(
  'WardRegistered',
  z.strictObject({ level: z.union([z.literal(1), z.literal(2)]) }),
)
/** Somebody else had the ward's account. */
export const WardTakenOver = defineEvent('WardTakenOver', z.strictObject({ at: moment }))
export const WardSetAside = defineEvent('WardSetAside', z.strictObject({ reason: tieEnd.optional() }), {
  nobody: 'whoever acted for the ward hears of it by RepresentationEnded; the ward has no device to hear by',
})
/** The subject is the ward, from now on the account's only holder. */
export const AccountHandedOver = defineEvent('AccountHandedOver', z.strictObject({ activateBy: moment }))
/** The subject is the representative who handed it over. */
export const WardHandedOver = defineEvent('WardHandedOver', z.strictObject({ id: z.string(), at: moment }))

/** The register does not have a relation that was reported, or that papers prove. */
export const RelationUnknown = defineEvent(
  'RelationUnknown',
  z.strictObject({
    kind: tieKind,
    /** The other person's number, sealed under the platform's key. */
    other: z.string(),
    officeId: z.string().optional(),
    source: z.literal('papers').optional(),
  }),
)

const request = { requestId: z.string(), reference: z.string() }
export const RepresentationRefused = defineEvent(
  'RepresentationRefused',
  z.strictObject({ ...request, reason: requestRefusal }),
)
export const RepresentationPutToSecond = defineEvent(
  'RepresentationPutToSecond',
  z.strictObject({ ...request, dueAt: moment }),
)
/** For each of the two persons, whoever has an account: nobody went on with the request at the counter. */
export const RepresentationLapsed = defineEvent('RepresentationLapsed', z.strictObject(request))
/** Likewise: nobody decided on a proposal to end it in time. The guardianship stands. */
export const RepresentationEndLapsed = defineEvent('RepresentationEndLapsed', z.strictObject(request))

/** The representative's own side has followed. */
export const WardJoined = defineEvent('WardJoined', z.strictObject({ wardId: z.string(), kind: tieKind }))
export const WardLeft = defineEvent('WardLeft', z.strictObject({ wardId: z.string(), reason: tieEnd }))

export const representationEvents: readonly EventType[] = [
  RepresentationBegun,
  RepresentationEnded,
  WardRegistered,
  WardTakenOver,
  WardSetAside,
  AccountHandedOver,
  WardHandedOver,
  RelationUnknown,
  RepresentationRefused,
  RepresentationPutToSecond,
  RepresentationLapsed,
  RepresentationEndLapsed,
  WardJoined,
  WardLeft,
]
