/** Work for whoever is about to ask for a code, before she asks. */
import { DrawPresence } from '../../../../contract/presence.ts'
import { none } from '../../../kernel/audit-line.ts'
import { anyone } from '../../../kernel/permit.ts'
import { useCase } from '../../../kernel/use-case.ts'

export const drawPresence = useCase({
  contract: DrawPresence,
  permit: anyone, // it is for whoever has shown nothing yet; to draw it costs less than to count who draws
  act: (_, { purpose }, { tools, request: { network } }) => tools.presence.draw({ purpose, network }),
  audit: none('it is about nobody'),
})
