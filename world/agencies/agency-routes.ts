/** `/world/agencies/…`: the agencies of the demo world are made to fail, to decide and to correct. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { claimName } from '../../contract/document-type.ts'
import { claimValue } from '../../contract/documents.ts'
import { problem } from '../../server/kernel/problem.ts'
import { builtInTypes } from '../../server/modules/documents/integration/document-types.ts'
import { judgmentOnWire } from '../../server/modules/documents/sources/judgment-wire.ts'
import { cast } from '../cast.ts'
import { agencyFaults } from './agency.ts'
import { agencies, agencyIds, type AgencyId } from './agency-list.ts'
import type { AgencyProcesses } from './agency-processes.ts'
import { recordsOf } from './agency-records.ts'
import type { Told } from './main.ts'

const told = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('fault'), fault: z.enum(agencyFaults) }),
  z.strictObject({ is: z.literal('settle') }),
  z.strictObject({ is: z.literal('judge'), judgment: judgmentOnWire }),
  z.strictObject({
    is: z.literal('change'),
    reference: z.string().max(60),
    standing: z.enum(['valid', 'expired', 'revoked', 'suspended']).optional(),
    values: z.record(claimName, claimValue).optional(),
  }),
])
/** Whose papers it has, and what finds them: nobody can know the number of a licence that does not exist. */
const papersOf = (id: AgencyId) =>
  recordsOf(id).flatMap(({ type: kind, keys, holder }) => {
    const type = builtInTypes().find((one) => one.id === kind)
    const member = cast.find(({ personalNumber }) => personalNumber === holder.personal_number)
    return type && member
      ? [
          {
            member: member.id,
            title: type.title,
            keys: type.keys.map(({ name, words }) => ({ name: words, value: keys[name] ?? '' })),
          },
        ]
      : []
  })
const isAgency = (id: string): id is AgencyId => agencyIds.some((one) => one === id)

export const mountAgencies = (
  app: FastifyInstance,
  { agencies: processes }: { readonly agencies: AgencyProcesses },
): void => {
  app.get('/agencies', () =>
    agencyIds.map((id) => ({ id, name: agencies[id], hangs: processes.hangs(id), papers: papersOf(id) })),
  )
  app.post<{ Params: { id: string } }>('/agencies/:id', async (request) => {
    const { id } = request.params
    const read = told.safeParse(request.body)
    if (!isAgency(id) || !read.success) {
      throw problem('request.not-found')
    }
    await processes.tell(id, read.data as Told)
    return {}
  })
}
