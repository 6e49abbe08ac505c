/**
 * The household that a form names by the number of its head. What is told of it must say nothing of
 * strangers: of a number outside of her own family the answer is the same whether anybody has it, and
 * nobody is ever told where somebody lives with whom she does not live already. Whoever is asked to agree
 * is addressed by the number alone.
 */
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import type { RuleFacts } from '../rule-facts.ts'
import { noneJoined, type Gathered } from './gather-facts.ts'
import { householdFact, noPlace, residenceOn } from './person-facts.ts'

/** As the register has it, for what is done with a dossier and for the officer; never for whoever files. */
export const namedHousehold = async (
  read: Reading,
  tools: Tools,
  headNumber: string,
  at: Date,
): Promise<RuleFacts['joined']> => {
  const head = await findPerson(read, tools, headNumber)
  if (!head || head.lifeStatus !== 'alive' || head.householdRelation !== 'head') {
    return noneJoined
  }
  return {
    ...(await householdFact(read, head, at)),
    place: await residenceOn(read, headNumber, at),
  }
}

/**
 * The same as far as whoever files may be told of it: of anybody else no more than the number that she
 * typed.
 */
export const toldHousehold = async (
  read: Reading,
  tools: Tools,
  { facts, kin }: Gathered,
  headNumber: string,
  at: Date,
): Promise<RuleFacts['joined']> => {
  // Asked before anything is looked up, so that not even the time tells whether somebody has the number.
  if (!kin.has(headNumber)) {
    return { ...noneJoined, headNumber }
  }
  const named = await namedHousehold(read, tools, headNumber, at)
  const isOwn = named.number !== '' && named.number === facts.household.number
  return isOwn ? named : { ...named, headNumber, members: [], place: noPlace }
}
