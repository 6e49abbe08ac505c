/** `/world/parties/…`: where the parties of the demo world are visited, and how they are made to fail. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { problem } from '../../server/kernel/problem.ts'
import { partyFaults } from './party.ts'
import { isParty, partyIds, partyOf } from './party-list.ts'
import type { PartyProcesses } from './party-processes.ts'

const told = z.strictObject({ is: z.literal('fault'), fault: z.enum(partyFaults) })

export const mountParties = (
  app: FastifyInstance,
  { parties }: { readonly parties: PartyProcesses },
): void => {
  app.get('/parties', () =>
    partyIds.map((id) => {
      const { name, purpose, house, places } = partyOf(id)
      return {
        id,
        name,
        purpose: purpose.words,
        house,
        url: `${parties.settings(id).pages}/`,
        fault: parties.fault(id),
        codes: Object.entries(places).map(([place, words]) => ({
          place: words,
          href: `/app/share/at/${id}/${place}`,
        })),
      }
    }),
  )
  app.post<{ Params: { id: string } }>('/parties/:id', async (request) => {
    const { id } = request.params
    const read = told.safeParse(request.body)
    if (!isParty(id) || !read.success) {
      throw problem('request.not-found')
    }
    await parties.tell(id, read.data)
    return {}
  })
}
