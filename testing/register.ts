/**
 * Puts the test fixture's people into the register, through the door that an operator uses, with their
 * portrait and fingerprints.
 */
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sex } from '../formats/personal-number.ts'
import type { AppContext } from '../server/kernel/app-context.ts'
import { newId } from '../server/kernel/id.ts'
import { importFile } from '../server/modules/registry/population/import/import-file.ts'
import { keepRegisterFingerprints } from '../server/modules/registry/population/register-fingerprints.ts'
import { keepRegisterPortrait } from '../server/modules/registry/population/register-portrait.ts'
import type { CastName } from '../world/portraits/cast-features.ts'
import { castRegisterPortrait } from '../world/settle-cast.ts'
import type { TestDatabase } from './database.ts'
import { registerPrintsOf } from './prints.ts'

export interface RegisterEntry {
  readonly personalNumber: string
  readonly fullName: string
  readonly birthDate: string
  readonly sex: Sex
  readonly face: CastName
  /** What the register holds beside; an empty text leaves it out. */
  readonly registerPhone: string
  readonly registerEmail: string
  readonly hasRegisterPortrait: boolean
  /** By default from 14 on; how they press: `test-prints.ts`. */
  readonly hasRegisterFingerprints: boolean
  readonly hands: 'clean' | 'worn'
  readonly lifeStatus: 'alive' | 'dead'
  readonly cardState: string
  readonly cardExpiresOn: string
  readonly motherNumber?: string
  readonly fatherNumber?: string
  readonly representativeNumber?: string
}

const fileLine = (p: RegisterEntry): string =>
  JSON.stringify({
    personal_number: p.personalNumber,
    full_name: p.fullName,
    birth_date: p.birthDate,
    sex: p.sex,
    hometown: 'Tỉnh Nghệ An',
    permanent_address: 'Số 12, đường Bờ Sông',
    phone: p.registerPhone,
    email: p.registerEmail,
    life_status: p.lifeStatus,
    card_issued_on: '2021-06-18',
    card_expires_on: p.cardExpiresOn,
    card_state: p.cardState,
    mother_number: p.motherNumber ?? '',
    father_number: p.fatherNumber ?? '',
    representative_number: p.representativeNumber ?? '',
  })

export const registerPeople = async (
  { context, pool }: Pick<TestDatabase, 'pool'> & { context: AppContext },
  people: readonly RegisterEntry[],
): Promise<void> => {
  const file = join(tmpdir(), `sen-people-${newId()}.ndjson`)
  await writeFile(file, people.map((person) => `${fileLine(person)}\n`).join(''))
  const { rejects } = await importFile({
    pool,
    sealer: context.tools.sealer,
    file,
    allowTestPeople: true,
  }).finally(() => rm(file))
  if (rejects[0]) {
    throw new Error(JSON.stringify(rejects[0]))
  }
  for (const person of people) {
    const { personalNumber, hasRegisterPortrait, hasRegisterFingerprints } = person
    const portrait = hasRegisterPortrait ? await castRegisterPortrait({ id: person.face }) : null
    await context.transact(async (work) => {
      if (portrait) {
        await keepRegisterPortrait(work, context.tools, personalNumber, portrait)
      }
      if (hasRegisterFingerprints) {
        await keepRegisterFingerprints(work, context.tools, personalNumber, registerPrintsOf(person))
      }
    })
  }
}
