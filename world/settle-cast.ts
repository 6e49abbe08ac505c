/**
 * Puts the cast and a small synthetic nation into an empty register, through the same doors that an operator
 * uses.
 */
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { composeCardQr } from '../formats/card-qr.ts'
import { ageOn, type PartialDate } from '../formats/partial-date.ts'
import type { PersonalNumber } from '../formats/personal-number.ts'
import type { OpenAppContext } from '../server/start/open-app-context.ts'
import { now } from '../server/kernel/clock.ts'
import { dayInVietnam, inForce } from '../server/kernel/policy.ts'
import { fingerprintAge } from '../server/modules/evidence/biometrics/rules.ts'
import { addBody } from '../server/modules/registry/organisations/bodies/competent-body.ts'
import { addOfficer } from '../server/modules/registry/organisations/add-officer.ts'
import { importFile } from '../server/modules/registry/population/import/import-file.ts'
import { findPerson } from '../server/modules/registry/population/find-person.ts'
import { keepRegisterFingerprints } from '../server/modules/registry/population/register-fingerprints.ts'
import { keepRegisterPortrait } from '../server/modules/registry/population/register-portrait.ts'
import { synthesize } from '../server/modules/registry/population/synthesis/synthesize.ts'
import { cast, staff, type CastMember } from './cast.ts'
import { settleTrust } from './chips/settle-trust.ts'
import { castHands, registerTemplates } from './fingers/cast-fingers.ts'
import { castFeatures } from './portraits/cast-features.ts'
import { portraitJpeg, portraitSvg } from './portraits/draw-portrait.ts'
import type { PortraitFeatures } from './portraits/portrait-features.ts'

/** Whose requests and decisions the officers of the world act on. */
const bodies = [
  'Toà án nhân dân khu vực 1',
  'Toà án nhân dân khu vực 2',
  'Viện kiểm sát nhân dân khu vực 2',
  'Cơ quan điều tra thử nghiệm',
  'Uỷ ban nhân dân phường Bờ Sông',
]
/** Neighbours, so that the register is more than the cast. */
const NEIGHBOURS = 400
const SEED = 7

export const cardQrOf = (member: CastMember): string =>
  composeCardQr({
    personalNumber: member.personalNumber as PersonalNumber,
    oldIdentityNumber: null,
    name: member.name,
    birthDate: member.birthDate as PartialDate,
    sex: member.sex,
    address: member.residence || 'Thành phố Hồ Chí Minh',
    issueDate: member.issuedOn as PartialDate,
    extra: [],
  })

/**
 * Days before a camera: other clothes before another wall, so far from each other that no picture is taken
 * for another one. The first is the one that everybody knows.
 */
const SITTINGS = {
  usual: null,
  register: { background: '#6f93b5', clothes: { colour: '#e9edf2', garment: 'shirt' } },
  second: { background: '#8fb7c9', clothes: { colour: '#45515e', garment: 'round-neck' } },
  third: { background: '#7f9a6c', clothes: { colour: '#d9d2c4', garment: 'v-neck' } },
  card: { background: '#8d7fa6', clothes: { colour: '#f0c36a', garment: 'shirt' } },
} as const satisfies Readonly<Record<string, Pick<PortraitFeatures, 'background' | 'clothes'> | null>>
export type Sitting = keyof typeof SITTINGS

const portraits = new Map<string, Promise<Buffer>>()
/** The picture that a member of the cast takes of herself. */
export const castPortrait = ({ id }: Pick<CastMember, 'id'>, sitting: Sitting = 'usual'): Promise<Buffer> => {
  const name = `${id} ${sitting}`
  const kept = portraits.get(name) ?? portraitJpeg(portraitSvg({ ...castFeatures[id], ...SITTINGS[sitting] }))
  portraits.set(name, kept)
  return kept
}
/** What the register and her card keep: taken years ago, and by no camera of today. */
export const castRegisterPortrait = (member: Pick<CastMember, 'id'>): Promise<Buffer> =>
  castPortrait(member, 'register')

/** One day after the other: nobody is taken twice in the same way. */
const DAYS: readonly Sitting[] = ['usual', 'second', 'third', 'card']
const taken = new Map<string, number>()
export const nextCastPortrait = (member: Pick<CastMember, 'id'>): Promise<Buffer> => {
  const before = taken.get(member.id) ?? 0
  taken.set(member.id, before + 1)
  return castPortrait(member, DAYS[before % DAYS.length])
}

const motherOf = ({ mother }: CastMember): { mother_number?: string; mother_name?: string } => {
  const found = cast.find(({ id }) => id === mother)
  return found ? { mother_number: found.personalNumber, mother_name: found.name } : {}
}

const line = (member: CastMember): string =>
  JSON.stringify({
    personal_number: member.personalNumber,
    full_name: member.name,
    birth_date: member.birthDate,
    sex: member.sex,
    hometown: member.hometown,
    nationality: 'VNM',
    permanent_address: member.residence,
    permanent_unit: member.unit,
    ...(member.since === undefined ? {} : { permanent_since: member.since }),
    ethnicity: member.ethnicity,
    phone: member.phone,
    life_status: 'alive',
    ...motherOf(member),
    card_issued_on: member.issuedOn,
    card_expires_on: member.expiresOn ?? '',
    card_place: 'Bộ Công an',
    card_state: 'valid',
    card_qr: cardQrOf(member),
  })

const importOwn = async (context: OpenAppContext, file: string): Promise<void> => {
  const done = await importFile({
    pool: context.pool,
    sealer: context.tools.sealer,
    file,
    allowTestPeople: true,
  })
  await rm(file)
  if (done.rejected > 0) {
    throw new Error(`the demo world's own people were rejected: ${JSON.stringify(done.rejects[0])}`)
  }
}

const keepCastFingerprints = async (context: OpenAppContext): Promise<void> => {
  for (const member of cast) {
    const hands = castHands(member.id)
    if (
      !hands ||
      !member.isInRegister ||
      ageOn(member.birthDate as PartialDate, dayInVietnam(now())) < inForce(fingerprintAge, now())
    ) {
      continue
    }
    await context.transact((work) =>
      keepRegisterFingerprints(work, context.tools, member.personalNumber, registerTemplates(hands)),
    )
  }
}

/** Idempotent: a world that stands already is left as it is. */
export const settleCast = async (context: OpenAppContext, dataDir: string): Promise<void> => {
  await settleTrust(context)
  const first = cast[0]
  if (first && (await findPerson(context.tools.read, context.tools, first.personalNumber))) {
    return
  }
  const people = join(dataDir, 'world-cast.ndjson')
  const out = createWriteStream(people)
  for (const member of cast.filter((m) => m.isInRegister)) {
    out.write(`${line(member)}\n`)
  }
  out.end()
  await finished(out)
  await importOwn(context, people)
  const neighbours = join(dataDir, 'world-neighbours.csv')
  const csv = createWriteStream(neighbours)
  await synthesize({ count: NEIGHBOURS, seed: SEED, out: csv })
  csv.end()
  await finished(csv)
  await importOwn(context, neighbours)
  for (const member of cast.filter((m) => m.hasRegisterPortrait)) {
    const portrait = await castRegisterPortrait(member)
    await context.transact((work) =>
      keepRegisterPortrait(work, context.tools, member.personalNumber, portrait),
    )
  }
  await keepCastFingerprints(context)
  for (const body of bodies) {
    await context.transact((work) => addBody(work, body))
  }
  for (const officer of Object.values(staff)) {
    await context.transact((work) => addOfficer(work, context.tools, officer))
  }
}
