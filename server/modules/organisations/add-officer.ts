/** Adds an officer with a mandate at an office and draws the one-time ticket that lets her in to make her passkey. */
import { later, now } from '../../kernel/clock.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import type { Tools } from '../../kernel/tools.ts'
import type { Work } from '../../kernel/work.ts'
import { REVIEW_OFFICE, TICKET_S, type Task } from './mandate.ts'
import * as store from './store.ts'

export interface NewOfficer { readonly number: string; readonly name: string; readonly rank: string; readonly officeCode?: string; readonly tasks: readonly Task[] }

/** Answers the ticket. Throws a plain Error when the office is not known. Adding the same number again keeps the officer and draws a new ticket. */
export const addOfficer = async (work: Work, tools: Tools, officer: NewOfficer): Promise<{ officerId: string; ticket: string }> => {
  const at = now()
  await store.ensureOffice(work, REVIEW_OFFICE, at)
  const office = await store.officeByCode(work, officer.officeCode ?? REVIEW_OFFICE.code)
  if (!office) throw new Error(`There is no office with the code ${officer.officeCode}.`)
  await store.saveOfficer(work, { id: newId(), number: officer.number, name: officer.name, rank: officer.rank }, at)
  const saved = await store.officerByNumber(work, officer.number)
  if (!saved) throw new Error(`The officer ${officer.number} has left and cannot be added again.`)
  if (!(await store.hasMandate(work, saved.id, office.id))) await store.saveMandate(work, saved.id, office.id, officer.tasks, at)
  return { officerId: saved.id, ticket: await drawTicket(work, tools, saved.id) }
}

export const drawTicket = async (work: Work, tools: Tools, officerId: string): Promise<string> => {
  const ticket = newSecret(24).toString('base64url')
  await store.saveTicket(work, tools.digests.secret('officer-ticket', ticket), officerId, later(now(), TICKET_S))
  return ticket
}
