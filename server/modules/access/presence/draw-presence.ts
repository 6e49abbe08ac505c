/** Work for whoever is about to ask for a code, before she asks. */
import { DrawPresence } from '../../../../contract/presence.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now } from '../../../kernel/clock.ts'
import { anyone } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { countDrawn } from '../../../kernel/presence.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { presenceDraws } from './rules.ts'

export const drawPresence = useCase({
  contract: DrawPresence,
  limits: (_, { network }) => [
    { scope: 'presence.draw', key: network, most: inForce(presenceDraws, now()).perHour, per_s: 3600 },
  ],
  permit: anyone, // it is for whoever has shown nothing yet
  async act(_, { purpose }, { tools, request: { network } }) {
    const drawn = await tools.presence.draw({ purpose, network })
    countDrawn(purpose)
    return drawn
  },
  audit: none('it is about nobody'),
})
