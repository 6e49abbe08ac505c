/**
 * `/world/stays`: the hotel of the demo world has a desk that tells who stays there. Each asking draws new
 * keys, as an operator would who hands a desk over: what was open before is closed.
 */
import type { FastifyInstance } from 'fastify'
import type { OpenAppContext } from '../server/start/open-app-context.ts'
import { CENTRAL_OFFICE } from '../server/modules/registry/organisations/mandate.ts'
import { addPlace, renewKey, type NewPlace } from '../server/modules/services/stays/facility.ts'
import { partyOf } from './parties/party-list.ts'

const HOTEL = 'khach-san-bo-song'
const hotel: NewPlace = {
  code: HOTEL,
  kind: 'lodging',
  officeId: CENTRAL_OFFICE.id,
  name: partyOf(HOTEL).name.vi,
  address: 'Số 3, đường Bờ Sông, Phường Sông Lam, Tỉnh Nghệ An',
}

export const mountStays = (
  app: FastifyInstance,
  { context: { transact, tools } }: { readonly context: OpenAppContext },
): void => {
  app.post('/stays', () =>
    transact(async (work) => {
      const id = await addPlace(work, tools, hotel)
      if (id === null) {
        throw new Error("the demo world's hotel stands at another office")
      }
      const [desk, program] = [
        await renewKey(work, tools, { id }, false),
        await renewKey(work, tools, { id }, true),
      ]
      return { desk: `/stays/#key=${desk}`, deskKey: desk, programKey: program }
    }),
  )
}
