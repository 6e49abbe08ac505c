/** facility add, key, list, suspend, resume: places where people stay, and the keys of their desks. */
import { facilityCode, facilityKind, facilityKinds } from '../../contract/stays.ts'
import { pageByPage } from '../kernel/page-by-page.ts'
import type { Work } from '../kernel/work.ts'
import { CENTRAL_OFFICE } from '../modules/registry/organisations/mandate.ts'
import { officeIdOfCode, officeName } from '../modules/registry/organisations/office-name.ts'
import {
  addPlace,
  placeOfCode,
  placesAfter,
  renewKey,
  resumePlace,
  suspendPlace,
} from '../modules/services/stays/facility.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'
import { leaveOperatorLine, type OperatorDeed } from './operator-line.ts'

const textOf = (given: string | undefined, option: string, most: number): string => {
  const text = given?.trim() ?? ''
  if (text === '' || text.length > most) {
    throw new UsageRefused(`--${option} TEXT, in at most ${most} signs, is needed.`)
  }
  return text
}

const add = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const { positionals, values } = readWords(
    words,
    {
      name: { type: 'string' },
      kind: { type: 'string', default: 'lodging' },
      address: { type: 'string' },
      office: { type: 'string' },
    },
    1,
  )
  const [code, kind] = [facilityCode.safeParse(positionals[0]), facilityKind.safeParse(values.kind)]
  if (!code.success) {
    throw new UsageRefused('CODE is 3 to 41 small letters, digits and dashes, such as khach-san-bo-song.')
  }
  if (!kind.success) {
    throw new UsageRefused(`--kind is one of ${facilityKinds.join(', ')}.`)
  }
  const [name, address] = [textOf(values.name, 'name', 80), textOf(values.address, 'address', 200)]
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    const deskKey = await context.transact(async (work) => {
      const officeId =
        values.office === undefined ? CENTRAL_OFFICE.id : await officeIdOfCode(work, values.office)
      if (officeId === null) {
        throw new UsageRefused(`There is no office with the code ${values.office}.`)
      }
      const isNew = (await placeOfCode(work, context.tools, code.data)) === null
      const id = await addPlace(work, context.tools, {
        code: code.data,
        kind: kind.data,
        officeId,
        name,
        address,
      })
      if (id === null) {
        throw new UsageRefused('This place tells another office already; register it under a new code there.')
      }
      const effect = { place: code.data, kind: kind.data, office: values.office ?? CENTRAL_OFFICE.code }
      leaveOperatorLine(work, { config }, { command: 'facility add', purpose: 'operator-facility', effect })
      return isNew ? await renewKey(work, context.tools, { id }, false) : null
    })
    out(JSON.stringify({ code: code.data, ...(deskKey === null ? {} : { deskKey }) }))
    return 0
  })
}

const NO_PLACE = 'There is no place of this code for which this can be done (sen facility list).'

const key = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const { positionals, values } = readWords(words, { for: { type: 'string', default: 'desk' } }, 1)
  const [code = ''] = positionals
  if (values.for !== 'desk' && values.for !== 'program') {
    throw new UsageRefused('--for is desk or program.')
  }
  const isProgram = values.for === 'program'
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    const drawn = await context.transact(async (work) => {
      const place = await placeOfCode(work, context.tools, code)
      if (!place) {
        throw new UsageRefused(NO_PLACE)
      }
      const effect = { place: code, for: values.for }
      const deed: OperatorDeed = { command: 'facility key', purpose: 'operator-facility-key', effect }
      leaveOperatorLine(work, { config }, deed)
      return renewKey(work, context.tools, place, isProgram)
    })
    out(JSON.stringify({ code, [isProgram ? 'programKey' : 'deskKey']: drawn }))
    return 0
  })
}

const change = async (
  { env, out }: CommandContext,
  code: string,
  { deed, leaves }: { deed: (work: Work) => Promise<boolean>; leaves: OperatorDeed },
): Promise<ExitCode> =>
  inAppContext<ExitCode>(env, async ({ context, config }) => {
    await context.transact(async (work) => {
      if (!(await deed(work))) {
        throw new UsageRefused(NO_PLACE)
      }
      leaveOperatorLine(work, { config }, leaves)
    })
    out(JSON.stringify({ code, done: true }))
    return 0
  })

const suspend = (words: readonly string[], context: CommandContext): Promise<ExitCode> => {
  const { positionals, values } = readWords(words, { why: { type: 'string' } }, 1)
  const [code = '', why] = [positionals[0], textOf(values.why, 'why', 300)]
  return change(context, code, {
    deed: (work) => suspendPlace(work, code, why),
    leaves: {
      command: 'facility suspend',
      purpose: 'operator-facility-suspended',
      effect: { place: code, why },
    },
  })
}
const resume = (words: readonly string[], context: CommandContext): Promise<ExitCode> => {
  const [code = ''] = readWords(words, {}, 1).positionals
  return change(context, code, {
    deed: (work) => resumePlace(work, code),
    leaves: { command: 'facility resume', purpose: 'operator-facility-resumed', effect: { place: code } },
  })
}

/** Registered places; homes are no operator's list. */
const list = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  readWords(words, {}, 0)
  return inAppContext<ExitCode>(env, async ({ context: { tools } }) => {
    const first = { id: '00000000-0000-0000-0000-000000000000' }
    const all = pageByPage(first, ({ id }, most) => placesAfter(tools.read, tools, id, most))
    for await (const { code, kind, name, address, officeId, isSuspended, suspendedWhy } of all) {
      if (code !== null) {
        const office = await officeName(tools.read, officeId)
        const state = isSuspended ? 'suspended' : 'active'
        out(JSON.stringify({ code, kind, name, address, office, state, why: suspendedWhy }))
      }
    }
    return 0
  })
}

export const facilityCommands: Command[] = [
  {
    usage: `facility add CODE --name NAME --address TEXT [--kind ${facilityKinds.join('|')}] [--office CODE]`,
    says: 'registers a place where people stay, or describes it anew; prints the key of its desk once (docs/stays.md)',
    leaves: 'operator-facility',
    run: add,
  },
  {
    usage: 'facility key CODE [--for desk|program]',
    says: 'draws a new key for the desk or the program of a place; the earlier one opens nothing any more',
    leaves: 'operator-facility-key',
    run: key,
  },
  { usage: 'facility list', says: 'lists these places, one a line', leaves: null, run: list },
  {
    usage: 'facility suspend CODE --why TEXT',
    says: 'from the next request on this place sends no notice; what it sent stays',
    leaves: 'operator-facility-suspended',
    run: suspend,
  },
  {
    usage: 'facility resume CODE',
    says: 'lets a suspended place send notices again',
    leaves: 'operator-facility-resumed',
    run: resume,
  },
]
