/**
 * Who enrols and who takes it: invented people with card, face and fingers in the register, and one officer
 * for each client.
 */
import { singleView } from '../formats/minutiae/minutiae-record.ts'
import { composePersonalNumber } from '../formats/personal-number.ts'
import { readConfig } from '../server/start/config.ts'
import { openAppContext } from '../server/start/open-app-context.ts'
import { addOfficer } from '../server/modules/registry/organisations/add-officer.ts'
import { keepRegisterFingerprints } from '../server/modules/registry/population/register-fingerprints.ts'
import { keepRegisterPortrait } from '../server/modules/registry/population/register-portrait.ts'
import { CENTRAL_OFFICE } from '../server/modules/registry/organisations/mandate.ts'
import { loadSecrets } from '../server/start/secrets.ts'
import { settleDevice, type DeskDevice } from '../testing/desk-devices.ts'
import { printsOf, registerPrintsOf } from '../testing/prints.ts'
import { registerPeople, type RegisterEntry } from '../testing/register.ts'
import { chipOf, type WorldChip } from '../world/chips/chip-of.ts'
import { castPortrait, castRegisterPortrait } from '../world/settle-cast.ts'

export interface BenchPerson {
  readonly personalNumber: string
  readonly phone: string
  chip(): Promise<WorldChip>
}
export interface BenchDesk {
  readonly ticket: string
  readonly officeId: string
  readonly desk: string
  readonly devices: DeskDevice
  readonly screen: DeskDevice
}
export interface Town {
  readonly people: readonly BenchPerson[]
  /** A desk with its registered devices, and the one-time way in of the officer who sits there. */
  readonly desks: readonly BenchDesk[]
  /** Everybody presses the same fingers and has the same face: what is measured is not the matching. */
  readonly templates: readonly string[]
  readonly picture: string
}

const HANDS = { personalNumber: 'bench', hands: 'clean' } as const
const INDEXES = new Set(['right-index', 'left-index'])
const EXPIRES = '2041-04-12'

const entryOf = (i: number): RegisterEntry => ({
  personalNumber: composePersonalNumber({
    provinceCode: '942',
    sex: 'female',
    birthYear: 1991,
    serial: 300_000 + i,
  }),
  fullName: 'Nguyễn Thị Hạnh',
  birthDate: '1991-04-12',
  sex: 'female',
  face: 'hanh',
  registerPhone: '',
  registerEmail: '',
  hasRegisterPortrait: false,
  hasRegisterFingerprints: false,
  hands: 'clean',
  lifeStatus: 'alive',
  cardState: 'valid',
  cardExpiresOn: EXPIRES,
})

export const settlePeople = async (
  sen: { readonly env: NodeJS.ProcessEnv },
  databaseUrl: string,
  count: number,
  clients: number,
): Promise<Town> => {
  const config = readConfig(sen.env)
  const context = await openAppContext(config, await loadSecrets(config.dataDir), databaseUrl)
  try {
    const entries = Array.from({ length: count }, (_, i) => entryOf(i))
    await registerPeople({ context, pool: context.pool }, entries)
    const portrait = await castRegisterPortrait({ id: 'hanh' })
    const fingers = registerPrintsOf(HANDS).filter((template) =>
      INDEXES.has(singleView(template)?.view.finger ?? ''),
    )
    for (const { personalNumber } of entries) {
      await context.transact(async (work) => {
        await keepRegisterPortrait(work, context.tools, personalNumber, portrait)
        await keepRegisterFingerprints(work, context.tools, personalNumber, fingers)
      })
    }
    const desks: BenchDesk[] = []
    for (let i = 0; i < clients; i++) {
      const personNumber = composePersonalNumber({
        provinceCode: '943',
        sex: 'male',
        birthYear: 1980,
        serial: 400_000 + i,
      })
      const { ticket } = await context.transact((work) =>
        addOfficer(work, context.tools, {
          number: `CB-9${i}`,
          name: `Cán bộ ${i}`,
          rank: '',
          tasks: ['level-2.take'],
          personNumber,
        }),
      )
      const at = { officeId: CENTRAL_OFFICE.id, desk: `Quầy ${i}` }
      desks.push({
        ticket,
        ...at,
        devices: await settleDevice(context, at, ['camera', 'scanner', 'reader']),
        screen: await settleDevice(context, at, ['screen']),
      })
    }
    return {
      desks,
      templates: printsOf(HANDS).map(({ template }) => template),
      picture: (await castPortrait({ id: 'hanh' })).toString('base64'),
      people: entries.map((entry, i) => ({
        personalNumber: entry.personalNumber,
        phone: `+84915${String(i).padStart(6, '0')}`,
        chip: () => chipOf({ ...entry, expiresOn: EXPIRES }),
      })),
    }
  } finally {
    await context.close()
  }
}
