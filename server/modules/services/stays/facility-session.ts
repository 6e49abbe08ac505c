/**
 * Who speaks for a place: its open desk by a cookie, its program by the key in the header `authorization`
 * (RFC 6750 §2.1). A desk's key opens no program's door and the other way round, so that a tablet that is
 * stolen while it is open gives away no key.
 */
import { facilityKey } from '../../../../contract/stays.ts'
import type { Facility } from '../../../kernel/actor.ts'
import { now } from '../../../kernel/clock.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import * as store from './facility-store.ts'
import { keyDigest, placeOf, saidOf } from './facility.ts'

const actorFor = (
  tools: Tools,
  row: store.FacilityRow | undefined,
  session: Buffer | null,
): Facility | null => {
  if (!row) {
    return null
  }
  const place = placeOf(tools, row)
  const { id: facilityId, officeId, isSuspended } = place
  return {
    kind: 'facility',
    facilityId,
    officeId,
    name: saidOf(place),
    isProgram: session === null,
    sessionDigest: session?.toString('hex') ?? null,
    isSuspended,
  }
}

export const deskToken = ({ digests }: Pick<Tools, 'digests'>, token: string): Buffer =>
  digests.secret('stay-session', token)

export const facilityOfSession = async (
  read: Reading,
  tools: Tools,
  token: string,
): Promise<Facility | null> => {
  const digest = deskToken(tools, token)
  return actorFor(tools, await store.facilityOfSession(read, digest, now()), digest)
}

/** `header`: the whole of it. Null for what is no key of a program. */
export const facilityOfBearer = async (
  read: Reading,
  tools: Tools,
  header: string,
): Promise<Facility | null> => {
  const [, text = ''] = /^bearer +(\S{1,60})$/i.exec(header) ?? []
  const key = facilityKey.safeParse(text)
  return key.success
    ? actorFor(tools, await store.facilityOfKey(read, keyDigest(tools, key.data), true), null)
    : null
}
