/** Provinces and communes for whoever writes an address: public lists of public units. */
import { ListUnits, ViewUnit } from '../../../../contract/territory.ts'
import { none } from '../../../kernel/audit-line.ts'
import { anyone } from '../../../kernel/permit.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { findUnit, listCommunes, listProvinces } from './find-unit.ts'

const PUBLIC = none('names of public units, about nobody')

export const listUnits = useCase({
  contract: ListUnits,
  permit: anyone, // the list of communes is the State's own
  act: async (work, { within }, { now }) => {
    const day = dayInVietnam(now)
    const units =
      within === undefined ? await listProvinces(work, day) : await listCommunes(work, within, day)
    return { units: units.map(({ code, name }) => ({ code, name })) }
  },
  audit: PUBLIC,
})

export const viewUnit = useCase({
  contract: ViewUnit,
  permit: anyone, // as the list
  act: async (work, { code }, { now }) => {
    const day = dayInVietnam(now)
    const unit = await findUnit(work, code, day)
    const province = unit?.parentCode ? await findUnit(work, unit.parentCode, day) : null
    return {
      unit:
        unit && province ? { name: unit.name, province: { code: province.code, name: province.name } } : null,
    }
  },
  audit: PUBLIC,
})
