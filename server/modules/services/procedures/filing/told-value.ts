/** The value of a field with the names that it is read by: communes, members of the household. */
import type { RuleFacts } from '../rule-facts.ts'
import { membersNamed } from './answer-of-field.ts'
import type { FieldState } from './judge-fields.ts'

export const toldValue = (
  { field: { kind } }: Pick<FieldState, 'field'>,
  value: unknown,
  { household }: Pick<RuleFacts, 'household'>,
  units: ReadonlyMap<string, string>,
): unknown => {
  if (kind === 'members' && Array.isArray(value)) {
    return value.map((number: unknown) => ({
      number,
      name: household.members.find((one) => one.number === number)?.name ?? '',
    }))
  }
  if (kind === 'relatives' && Array.isArray(value)) {
    return value.map((row: unknown) => ({
      ...(row as object),
      name: household.members.find(({ number }) => membersNamed(kind, [row]).includes(number))?.name ?? '',
    }))
  }
  if (kind === 'place' && value !== null && typeof value === 'object' && 'unit' in value) {
    return 'unitName' in value ? value : { ...value, unitName: units.get(String(value.unit)) ?? '' }
  }
  return value
}
