/** A register with households, and the communes in which they live: for tests of changes of residence. */
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composePersonalNumber } from '../formats/personal-number.ts'
import type { AppContext } from '../server/kernel/app-context.ts'
import { newId } from '../server/kernel/id.ts'
import { Problem } from '../server/kernel/problem.ts'
import type { Work } from '../server/kernel/work.ts'
import { importFile } from '../server/modules/registry/population/import/import-file.ts'
import type { FileColumn } from '../server/modules/registry/population/import/columns.ts'
import type {
  ByResult,
  Member,
  RegisteredAs,
} from '../server/modules/registry/population/residence/residence.ts'
import type { HouseholdRelation } from '../server/modules/registry/population/person.ts'
import { residenceOfPerson } from '../server/modules/registry/population/residence/find-residence.ts'
import { importUnits } from '../server/modules/registry/territory/import-units.ts'
import { openTestContext, type TestDatabase } from './database.ts'

/** Two communes of Hà Nội and one of Nghệ An. */
export const BA_DINH = '00004'
export const HOAN_KIEM = '00070'
export const VINH = '16681'
export const AT = new Date('2026-11-30T03:00:00Z')
export const TODAY = '2026-11-30'

type Line = Partial<Record<FileColumn, string>>
let serial = 500_000

export type Residents = Awaited<ReturnType<typeof openResidents>>

const inFile = async <T>(text: string, use: (file: string) => Promise<T>): Promise<T> => {
  const file = join(tmpdir(), `sen-residents-${newId()}`)
  await writeFile(file, text)
  return use(file).finally(() => rm(file))
}

const bringCommunes = ({ transact }: AppContext): Promise<unknown> => {
  const units = [
    `${BA_DINH},01,Phường Ba Đình`,
    `${HOAN_KIEM},01,Phường Hoàn Kiếm`,
    `${VINH},40,Phường Thành Vinh`,
    '01,,Thành phố Hà Nội',
    '40,,Tỉnh Nghệ An',
  ]
  return inFile(['code,parent_code,full_name', ...units, ''].join('\n'), (file) =>
    importUnits({ transact, file, from: '2025-07-01' }),
  )
}

/** Through the door that an operator uses; answers their numbers, in order. */
const bringPeople = async (
  { pool, context }: Pick<TestDatabase, 'pool'> & { readonly context: AppContext },
  people: readonly Line[],
): Promise<string[]> => {
  const lines = people.map((line): Line & { readonly personal_number: string } => {
    const birthYear = Number((line.birth_date ?? '1985').slice(0, 4))
    const number = composePersonalNumber({
      provinceCode: '940',
      sex: 'female',
      birthYear,
      serial: serial++,
    })
    return { full_name: 'Trần Thị Sen', birth_date: '1985', sex: 'female', ...line, personal_number: number }
  })
  const { rejects } = await inFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), (file) =>
    importFile({ pool, sealer: context.tools.sealer, file, allowTestPeople: true }),
  )
  if (rejects[0]) {
    throw new Error(JSON.stringify(rejects[0]))
  }
  return lines.map(({ personal_number: number }) => number)
}

/** A household at an address in Ba Đình. */
const familyLines = (household: string, relations: readonly HouseholdRelation[]): Line[] =>
  relations.map((relation) => ({
    birth_date: relation === 'child' ? '2015-05-05' : '1985-05-05',
    permanent_address: 'Số 1, phố Quán Thánh',
    permanent_unit: BA_DINH,
    household_number: household,
    household_relation: relation,
  }))

/** The code of the refusal that a deed must meet. */
const refusalOf = async (
  { transact }: AppContext,
  deed: (work: Work) => Promise<unknown>,
): Promise<string> => {
  try {
    await transact(deed)
  } catch (error) {
    if (error instanceof Problem) {
      return error.code
    }
    throw error
  }
  throw new Error('it was not refused')
}

export const openResidents = async () => {
  const database = await openTestContext()
  const { context } = database
  await bringCommunes(context)
  const residence = async (number: string, at = AT) => {
    const found = await residenceOfPerson(context.tools.read, number, at)
    if (!found) {
      throw new Error('nobody of this number')
    }
    return found
  }
  const seen = async (number: string): Promise<RegisteredAs> => ({
    personalNumber: number,
    version: (await residence(number)).version,
  })
  let references = 0
  return {
    ...database,
    residence,
    seen,
    bring: (...people: readonly Line[]) => bringPeople(database, people),
    member: async (number: string, relation: HouseholdRelation): Promise<Member> => ({
      ...(await seen(number)),
      relation,
    }),
    family: (household: string, ...relations: readonly HouseholdRelation[]) =>
      bringPeople(database, familyLines(household, relations)),
    /** A dossier's code that nothing was done by yet, decided then. */
    by: (at = AT): ByResult => ({ reference: `G01.1-261130-${++references}`, at }),
    refusal: (deed: (work: Work) => Promise<unknown>) => refusalOf(context, deed),
  }
}
