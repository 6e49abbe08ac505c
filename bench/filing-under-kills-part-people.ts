/**
 * Who files, who is asked, and who works on it: invented people with an account of level 2 and an open app,
 * and three officers for each client at each of two offices.
 */
import { composePersonalNumber } from '../formats/personal-number.ts'
import type { AppContext } from '../server/kernel/app-context.ts'
import { newId, newSecret } from '../server/kernel/id.ts'
import { openAppSession } from '../server/modules/access/authentication/sessions/app-session.ts'
import { openAccount, reserveSubject } from '../server/modules/people/accounts/open-account.ts'
import { bindDevice } from '../server/modules/people/accounts/device.ts'
import { addOffice, addOfficer } from '../server/modules/registry/organisations/add-officer.ts'
import { readConfig } from '../server/start/config.ts'
import { openAppContext, type OpenAppContext } from '../server/start/open-app-context.ts'
import { loadSecrets } from '../server/start/secrets.ts'
import { registerPeople, type RegisterEntry } from '../testing/register.ts'

export interface BenchCitizen {
  readonly personalNumber: string
  readonly subjectId: string
  /** The cookie of her open app. */
  readonly session: string
}
export const offices = ['TD-01', 'KH-02'] as const
export type OfficeCode = (typeof offices)[number]
/** The commune of the second office. */
export const COMMUNE = '00004'
export const EYES = 3
export interface Town {
  readonly filers: readonly BenchCitizen[]
  /** As many: each is asked by the filer of her place, with whom she shares a household that she heads. */
  readonly asked: readonly BenchCitizen[]
  /** By client and office: the one-time ways in of its officers. */
  readonly tickets: readonly Readonly<Record<OfficeCode, readonly string[]>>[]
}

const entryOf = (i: number, provinceCode: string): RegisterEntry => ({
  personalNumber: composePersonalNumber({
    provinceCode,
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
  cardExpiresOn: '2041-04-12',
})

const settleCitizen = async (
  { transact, tools }: AppContext,
  personalNumber: string,
  phone: string,
): Promise<BenchCitizen> =>
  transact(async (work) => {
    const subjectId = await reserveSubject(work, tools, personalNumber)
    const opened = await openAccount(work, tools, {
      subjectId,
      personalNumber,
      level: 2,
      language: 'vi',
      phone,
      email: null,
      proof: { channel: 'sms', at: new Date() },
    })
    if (typeof opened === 'string') {
      throw new Error(opened)
    }
    await work.run("update account set state = 'active', activated_at = now() where subject_id = $1", [
      subjectId,
    ])
    const device = await bindDevice(work, tools, subjectId, {
      key: { x: newSecret(32).toString('base64url'), y: '' },
      name: 'Máy',
      passcode: '258046',
      way: { factors: ['has'], hasHerPicture: false, wait_s: 0, mayObject: false, isFirst: true },
    })
    let session = ''
    const effects = {
      setSession: (_: unknown, token: string) => {
        session = token
      },
      endSession: () => undefined,
    }
    const request = { requestId: newId(), network: '127.0.0.1', language: 'vi', device: 'bench' } as const
    await openAppSession(work, tools, effects, request, device)
    return { personalNumber, subjectId, session }
  })

/** Each pair in a household of its own, which whoever is asked heads. */
const houseTogether = async (context: OpenAppContext, of: Omit<Town, 'tickets'>): Promise<void> => {
  for (const [relation, people] of [
    ['sibling', of.filers],
    ['head', of.asked],
  ] as const) {
    await context.pool.query(
      `update person p set permanent_address = 'Số 8, ngõ 5, đường Bờ Sông', permanent_unit = '01',
         household_number = 'HK-' || n.place, household_relation = $2
       from unnest($1::text[]) with ordinality as n (number, place) where p.personal_number = n.number`,
      [people.map(({ personalNumber }) => personalNumber), relation],
    )
  }
  // A storm may be longer than an app stays open unused.
  await context.pool.query("update app_session set ends_at = now() + interval '6 hours'")
}

const settleOfficers = async (context: OpenAppContext, clients: number): Promise<Town['tickets']> => {
  const { transact, tools, pool } = context
  await pool.query(
    `insert into territory_unit (code, kind, name, parent_code, valid_from, source)
     values ($1, 'ward', 'Phường Ba Đình', '01', '2025-07-01', 'bench') on conflict do nothing`,
    [COMMUNE],
  )
  await transact((work) => addOffice(work, { code: 'KH-02', name: 'Công an phường', unit: COMMUNE }))
  const tickets: Record<OfficeCode, string[]>[] = []
  for (let i = 0; i < clients; i++) {
    const own: Record<OfficeCode, string[]> = { 'TD-01': [], 'KH-02': [] }
    for (let eye = 0; eye < offices.length * EYES; eye++) {
      const officeCode = offices[eye % offices.length] ?? 'TD-01'
      const serial = 400_000 + i * 10 + eye
      const personNumber = composePersonalNumber({
        provinceCode: '943',
        sex: 'male',
        birthYear: 1980,
        serial,
      })
      const { ticket } = await transact((work) =>
        addOfficer(work, tools, {
          number: `CB-${i}${eye}`,
          name: `Cán bộ ${i}${eye}`,
          rank: '',
          tasks: ['dossier.receive', 'dossier.work', 'dossier.decide'],
          personNumber,
          officeCode,
        }),
      )
      own[officeCode].push(ticket)
    }
    tickets.push(own)
  }
  return tickets
}

/** Once they are in by their tickets: who has no passkey has no tasks. */
export const givePasskeys = async (pool: OpenAppContext['pool']): Promise<void> => {
  await pool.query(
    `insert into officer_passkey (credential_id, officer_id, public_key, counter, transports, created_at)
     select id::text, id, '\\x00', 0, '{}', now() from officer on conflict do nothing`,
  )
}

export const settleTown = async (
  context: OpenAppContext,
  { pairs, clients }: { readonly pairs: number; readonly clients: number },
): Promise<Town> => {
  const entries = ['944', '945'].map((code) => Array.from({ length: pairs }, (_, i) => entryOf(i, code)))
  await registerPeople({ context, pool: context.pool }, entries.flat())
  const [filers = [], asked = []] = await Promise.all(
    entries.map(async (of, side) => {
      const people: BenchCitizen[] = []
      for (const [i, { personalNumber }] of of.entries()) {
        people.push(
          await settleCitizen(context, personalNumber, `+8491${5 + side}${String(i).padStart(6, '0')}`),
        )
      }
      return people
    }),
  )
  await houseTogether(context, { filers, asked })
  return { filers, asked, tickets: await settleOfficers(context, clients) }
}

/** Of the struck house, beside it. */
export const inHouse = async <T>(
  env: NodeJS.ProcessEnv,
  databaseUrl: string,
  deed: (context: OpenAppContext) => Promise<T>,
): Promise<T> => {
  const config = readConfig(env)
  const context = await openAppContext(config, await loadSecrets(config.dataDir), databaseUrl)
  try {
    return await deed(context)
  } finally {
    await context.close()
  }
}
