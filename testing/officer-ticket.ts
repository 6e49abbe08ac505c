/** The ticket by which an officer comes in for the first time, as an operator draws it. */
import type { AppContext } from '../server/kernel/app-context.ts'
import { newId } from '../server/kernel/id.ts'
import { addOfficer } from '../server/modules/registry/organisations/add-officer.ts'

/** Another time with the same number it is the same officer's. */
export const drawTicket = (
  context: AppContext,
  number = `CB-${newId()}`,
  changes: { readonly hasLostPasskey?: boolean } = {},
): Promise<{ readonly officerId: string; readonly ticket: string }> =>
  context.transact((work) =>
    addOfficer(work, context.tools, {
      number,
      name: 'Trần Quốc Bảo',
      rank: 'Đại uý',
      tasks: ['enrolment.decide'],
      ...changes,
    }),
  )
