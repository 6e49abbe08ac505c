/** The desk of a place is opened by its key, and closed again. */
import { CloseStayDesk, OpenStayDesk } from '../../../../contract/stays.ts'
import { none } from '../../../kernel/audit-line.ts'
import { later, now as presentMoment } from '../../../kernel/clock.ts'
import { newSecret } from '../../../kernel/id.ts'
import { anyone, facilityStaff } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import * as store from './facility-store.ts'
import { keyDigest, placeOf, type Place } from './facility.ts'
import { deskToken } from './facility-session.ts'
import { deskOpen_s, keysPerHour } from './rules.ts'

export const shownPlace = async (read: Reading, place: Place) => ({
  code: place.code ?? '',
  name: place.name,
  kind: place.kind,
  address: place.address,
  office: await officeName(read, place.officeId),
})

export const openStayDesk = useCase({
  contract: OpenStayDesk,
  limits: (_, { network }) => [
    {
      scope: 'stays.keys',
      key: network,
      most: inForce(keysPerHour, presentMoment()),
      per_s: 3600,
    },
  ],
  // The key is the proof; whoever has none learns nothing.
  permit: anyone,
  async act(work, { key }, { tools, now, effects }) {
    const openedBy = keyDigest(tools, key)
    const row = await store.facilityOfKey(work, openedBy, false)
    if (!row) {
      throw problem('stays.key-unknown')
    }
    if (row.state === 'suspended') {
      throw problem('stays.facility-suspended')
    }
    const token = newSecret(24).toString('base64url')
    const lifetime_s = inForce(deskOpen_s, now)
    await store.openSession(work, {
      digest: deskToken(tools, token),
      facilityId: row.id,
      openedBy,
      endsAt: later(now, lifetime_s),
    })
    effects.setSession('stay', token, lifetime_s)
    return shownPlace(work, placeOf(tools, row))
  },
  audit: ({ result }) => ({
    about: null,
    purpose: 'stay-desk-opened',
    detail: { place: result?.code ?? null },
  }),
})

export const closeStayDesk = useCase({
  contract: CloseStayDesk,
  permit: facilityStaff,
  async act(work, _, { actor, effects }) {
    if (actor.sessionDigest !== null) {
      await store.closeSession(work, Buffer.from(actor.sessionDigest, 'hex'))
    }
    effects.endSession('stay')
    return {}
  },
  audit: none('a place leaves its own desk'),
})
