/**
 * Adds an officer with a mandate at an office and draws the one-time ticket that lets her in to make her
 * passkey.
 */
import { describePersonalNumber, type PersonalNumber } from '../../../../formats/personal-number.ts'
import { later, now } from '../../../kernel/clock.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { findUnit } from '../territory/find-unit.ts'
import { CENTRAL_OFFICE, TICKET_S, type Task } from './mandate.ts'
import * as store from './store.ts'

export interface NewOfficer {
  readonly number: string
  readonly name: string
  readonly rank: string
  readonly officeCode?: string
  readonly tasks: readonly Task[]
  /**
   * Her own personal number. Without it she is nobody's second pair of eyes and takes no case about a person.
   */
  readonly personNumber?: string
  /** The mandate's end; without one it has none. */
  readonly until?: Date
  /** She lost it: the ticket lets her in all the same, and what she had opens nothing any more. */
  readonly hasLostPasskey?: boolean
}

/**
 * Answers the ticket. Throws a plain Error when the office is not known, and for a test person's number where
 * an operator runs it. Adding the same number again keeps
 * the officer, gives her these tasks from
 * now on and draws a new ticket.
 */
export const addOfficer = async (
  work: Work,
  tools: Tools,
  officer: NewOfficer,
): Promise<{ officerId: string; ticket: string }> => {
  if (officer.personNumber?.startsWith('9') && !tools.allowsTestPeople) {
    throw new Error("A number beginning with 9 is a test person's, who is no officer here.")
  }
  const at = now()
  await store.ensureOffice(work, CENTRAL_OFFICE, at)
  const office = await store.officeByCode(work, officer.officeCode ?? CENTRAL_OFFICE.code)
  if (!office) {
    throw new Error(`There is no office with the code ${officer.officeCode}.`)
  }
  await store.saveOfficer(
    work,
    { id: newId(), number: officer.number, name: officer.name, rank: officer.rank },
    at,
  )
  const saved = await store.officerByNumber(work, officer.number)
  if (!saved) {
    throw new Error(`The officer ${officer.number} has left and cannot be added again.`)
  }
  if (officer.personNumber) {
    await store.savePerson(work, saved.id, {
      digest: tools.digests.identifier('number', officer.personNumber),
      isTest: describePersonalNumber(officer.personNumber as PersonalNumber).isTest,
    })
  }
  const until = officer.until ?? null
  const mandate = await store.mandateAt(work, saved.id, office.id, at)
  if (!mandate || !isSame(mandate, officer.tasks, until)) {
    await store.saveMandate(work, {
      officerId: saved.id,
      officeId: office.id,
      tasks: officer.tasks,
      from: at,
      until,
    })
  }
  const ticket = await drawTicket(work, tools, saved.id, officer.hasLostPasskey ?? false)
  return { officerId: saved.id, ticket }
}

const isSame = (
  mandate: { tasks: readonly string[]; valid_until: Date | null },
  tasks: readonly string[],
  until: Date | null,
): boolean => mandate.tasks.join() === tasks.join() && mandate.valid_until?.getTime() === until?.getTime()

export interface NewOffice {
  readonly code: string
  readonly name: string
  /** The commune or province it is there for; the whole country without one. */
  readonly unit?: string
}
/**
 * A place where officers work. Adding a code again gives it this name, and this territory where one is said.
 * Throws a plain Error for a territory that is in no list.
 */
export const addOffice = async (work: Work, { code, name, unit }: NewOffice): Promise<string> => {
  const office = { code, name }
  await store.ensureOffice(work, { id: newId(), ...office }, now())
  await store.renameOffice(work, office.code, office.name)
  if (unit !== undefined) {
    if (!(await findUnit(work, unit))) {
      throw new Error(`There is no commune or province with the code ${unit}; import the units first.`)
    }
    await store.setUnit(work, code, unit)
  }
  const saved = await store.officeByCode(work, office.code)
  if (!saved) {
    throw new Error('an office vanished inside its own transaction')
  }
  return saved.id
}

const drawTicket = async (
  work: Work,
  tools: Tools,
  officerId: string,
  replacesPasskeys: boolean,
): Promise<string> => {
  const ticket = newSecret(24).toString('base64url')
  await store.saveTicket(work, {
    digest: tools.digests.secret('officer-ticket', ticket),
    officerId,
    expiresAt: later(now(), TICKET_S),
    replacesPasskeys,
  })
  return ticket
}
