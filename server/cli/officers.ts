/** office add, officer add. */
import { parsePersonalNumber } from '../../formats/personal-number.ts'
import { addOffice, addOfficer } from '../modules/registry/organisations/add-officer.ts'
import { isTask, tasks } from '../modules/registry/organisations/mandate.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'
import { leaveOperatorLine } from './operator-line.ts'

const addOneOffice = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const {
    values: { code, name, unit },
  } = readWords(words, { code: { type: 'string' }, name: { type: 'string' }, unit: { type: 'string' } }, 0)
  if (!code || !name || !/^[A-Z0-9-]{2,20}$/.test(code)) {
    throw new UsageRefused('--code (capitals, digits, -) and --name are needed.')
  }
  if (unit !== undefined && !/^(?:\d{2}|\d{5})$/.test(unit)) {
    throw new UsageRefused('--unit takes the code of a province (2 digits) or a commune (5 digits).')
  }
  const office = { code, name, ...(unit === undefined ? {} : { unit }) }
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    const id = await context.transact((work) => {
      const effect = { code, unit: unit ?? null }
      leaveOperatorLine(work, { config }, { command: 'office add', purpose: 'operator-office', effect })
      return addOffice(work, office)
    })
    out(JSON.stringify({ code, id }))
    return 0
  })
}

const personNumberOf = (text: string): string => {
  const parsed = parsePersonalNumber(text)
  if (!parsed.ok) {
    throw new UsageRefused(`--person-number is no personal number (${parsed.reason}).`)
  }
  return parsed.value
}

/** The end of that day in Vietnam. */
const endOf = (day: string): Date => {
  const end = new Date(`${day}T23:59:59+07:00`)
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(end.getTime())) {
    throw new UsageRefused('--until takes a day, 2027-12-31.')
  }
  return end
}

const addOneOfficer = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const { values } = readWords(
    words,
    {
      number: { type: 'string' },
      name: { type: 'string' },
      rank: { type: 'string', default: '' },
      office: { type: 'string' },
      tasks: { type: 'string', default: tasks.join(',') },
      'person-number': { type: 'string' },
      until: { type: 'string' },
      'lost-passkey': { type: 'boolean', default: false },
    },
    0,
  )
  if (!values.number || !values.name) {
    throw new UsageRefused('--number and --name are needed.')
  }
  const wanted = values.tasks.split(',')
  if (!wanted.every(isTask)) {
    throw new UsageRefused(`--tasks takes ${tasks.join(', ')}.`)
  }
  const officer = {
    number: values.number,
    name: values.name,
    rank: values.rank,
    tasks: wanted.filter(isTask),
    ...(values.office ? { officeCode: values.office } : {}),
    ...(values['person-number'] ? { personNumber: personNumberOf(values['person-number']) } : {}),
    ...(values.until ? { until: endOf(values.until) } : {}),
    hasLostPasskey: values['lost-passkey'],
  }
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    if (officer.personNumber?.startsWith('9') && config.operator !== null) {
      throw new UsageRefused('--person-number begins with 9: a test person is no officer of an operator.')
    }
    const { ticket } = await context.transact((work) => {
      const effect = {
        officerNumber: officer.number,
        office: officer.officeCode ?? '',
        tasks: officer.tasks.join(' '),
        isPersonKnown: officer.personNumber !== undefined,
        isPasskeyLost: officer.hasLostPasskey,
        until: officer.until?.toISOString() ?? null,
      }
      leaveOperatorLine(work, { config }, { command: 'officer add', purpose: 'operator-officer', effect })
      return addOfficer(work, context.tools, officer)
    })
    out(
      JSON.stringify({ number: officer.number, enter: `${config.publicUrl}/counter/enter#ticket=${ticket}` }),
    )
    return 0
  })
}

export const officerCommands: Command[] = [
  {
    usage: 'office add --code CODE --name NAME [--unit UNIT]',
    says: 'adds a place where officers work, for a commune, a province or the country',
    leaves: 'operator-office',
    run: addOneOffice,
  },
  {
    usage:
      'officer add --number NUMBER --name NAME [--rank RANK] [--office CODE] [--tasks a,b] [--person-number NUMBER] [--until DAY] [--lost-passkey]',
    says: 'adds an officer or gives her another mandate; prints her one-time way in, which opens nothing where she has a passkey that is not lost',
    leaves: 'operator-officer',
    run: addOneOfficer,
  },
]
