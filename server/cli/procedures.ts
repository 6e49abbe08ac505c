/** procedure check, try, propose, publish, list: public services as files, published by two persons. */
import { z } from 'zod'
import { now } from '../kernel/clock.ts'
import { dayInVietnam } from '../kernel/policy.ts'
import { lifeNames, lifeOf, lifeWords } from '../modules/services/procedures/judging/lives.ts'
import { tryProcedure } from '../modules/services/procedures/judging/try-procedure.ts'
import { inForceOn, knownProcedures } from '../modules/services/procedures/known-procedures.ts'
import {
  digestOfProcedure,
  ProcedureNotTaken,
  proposedProcedures,
  proposeProcedure,
  publishProcedure,
} from '../modules/services/procedures/publish-procedure.ts'
import { checkFile } from '../modules/services/procedures/read-procedure.ts'
import { readBounded } from './bounded-file.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'
import { readJsonFile } from './json-file.ts'
import { leaveOperatorLine } from './operator-line.ts'
import { byOf, sha256Of } from './two-persons.ts'

const FILE_MOST_BYTES = 256 * 1024

/** null when it is defective: every defect has been told, `FILE:LINE: place reason`. */
const readChecked = async (file: string, { out, say }: CommandContext) => {
  const bytes = await readBounded(file, FILE_MOST_BYTES)
  const checked = checkFile(bytes.toString('utf8'))
  if (checked.ok) {
    return { procedure: checked.value, digest: digestOfProcedure(checked.value) }
  }
  for (const { line, at, reason } of checked.defects) {
    out(`${file}:${line}: ${at === '' ? '' : `${at} `}${reason}`)
  }
  const { length } = checked.defects
  say(
    `${length} ${length === 1 ? 'place is' : 'places are'} wrong; docs/procedures.md says what each part is.`,
  )
  return null
}

const check = async (words: readonly string[], context: CommandContext): Promise<ExitCode> => {
  const [file = ''] = readWords(words, {}, 1).positionals
  const read = await readChecked(file, context)
  if (!read) {
    return 1
  }
  const { id, version, from, form } = read.procedure
  context.out(
    JSON.stringify({ id, version, from, fields: Object.keys(form.fields).length, sha256: read.digest }),
  )
  return 0
}

const tryOne = async (words: readonly string[], context: CommandContext): Promise<ExitCode> => {
  const { positionals, values } = readWords(
    words,
    { life: { type: 'string', default: 'worker' }, answers: { type: 'string' } },
    1,
  )
  const life = lifeNames.find((name) => name === values.life)
  if (!life) {
    const told = lifeNames.map((name) => `${name} (${lifeWords[name]})`)
    throw new UsageRefused(`--life is one of: ${told.join('; ')}.`)
  }
  const read = await readChecked(positionals[0] ?? '', context)
  if (!read) {
    return 1
  }
  const answers = values.answers
    ? (await readJsonFile(values.answers, z.record(z.string(), z.unknown()))).content
    : {}
  const stranger = Object.keys(answers).find((name) => !Object.hasOwn(read.procedure.form.fields, name))
  if (stranger !== undefined) {
    throw new UsageRefused(`${stranger} in the file of answers is no field of this form.`)
  }
  const at = now()
  context.out(`For ${lifeWords[life]}. Nothing is written.`)
  for (const line of tryProcedure(read.procedure, lifeOf(life, dayInVietnam(at)), answers, at)) {
    context.out(line)
  }
  return 0
}

/** What the deed does not take is one sentence to whoever typed the command. */
const taken = async <T>(deed: () => Promise<T>): Promise<T> => {
  try {
    return await deed()
  } catch (error) {
    throw error instanceof ProcedureNotTaken ? new UsageRefused(error.message) : error
  }
}
const propose = async (words: readonly string[], context: CommandContext): Promise<ExitCode> => {
  const { positionals, values } = readWords(words, { by: { type: 'string' } }, 1)
  const by = byOf(values.by)
  const read = await readChecked(positionals[0] ?? '', context)
  if (!read) {
    return 1
  }
  const { id, version, from } = read.procedure
  return inAppContext<ExitCode>(context.env, async ({ context: app, config }) => {
    await taken(() =>
      app.transact(async (work) => {
        await proposeProcedure(work, read.procedure, by, now())
        const effect = { procedure: id, version, from, by, sha256: read.digest }
        leaveOperatorLine(
          work,
          { config },
          { command: 'procedure propose', purpose: 'operator-procedure-proposed', effect },
        )
      }),
    )
    context.out(JSON.stringify({ id, version, from, proposedBy: by, sha256: read.digest }))
    return 0
  })
}

const digestRead = (text: string | undefined): string => {
  if (text === undefined) {
    throw new UsageRefused(
      '--sha256 is needed: what procedure check says of the file that you have read, as procedure list has it.',
    )
  }
  return sha256Of(text)
}

const publish = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const { positionals, values } = readWords(words, { by: { type: 'string' }, sha256: { type: 'string' } }, 2)
  const [by, sha256] = [byOf(values.by), digestRead(values.sha256)]
  const [id = '', text = ''] = positionals
  if (!/^[1-9][0-9]{0,3}$/.test(text)) {
    throw new UsageRefused('The version is a number, such as 2.')
  }
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    const one = await taken(() =>
      context.transact(async (work) => {
        const published = await publishProcedure(work, { id, version: Number(text), by, sha256 }, now())
        const effect = { procedure: id, version: published.version, from: published.from, by, sha256 }
        leaveOperatorLine(
          work,
          { config },
          { command: 'procedure publish', purpose: 'operator-procedure-published', effect },
        )
        return published
      }),
    )
    out(JSON.stringify({ id, version: one.version, from: one.from, publishedBy: by, sha256 }))
    return 0
  })
}

const list = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  readWords(words, {}, 0)
  return inAppContext<ExitCode>(env, async ({ context: { tools } }) => {
    const known = await knownProcedures(tools.read)
    const holding = new Set(inForceOn(known, dayInVietnam(now())))
    for (const one of known) {
      const { id, version, from, title } = one
      out(JSON.stringify({ id, version, from, isInForce: holding.has(one), title: title.en }))
    }
    for (const one of await proposedProcedures(tools.read)) {
      out(JSON.stringify(one))
    }
    return 0
  })
}

export const procedureCommands: Command[] = [
  {
    usage: 'procedure check FILE',
    says: 'says line by line what is wrong with the file of a public service (docs/procedures.md)',
    leaves: null,
    run: check,
  },
  {
    usage: 'procedure try FILE [--life NAME] [--answers FILE]',
    says: 'what an invented person would see: known, asked, agreed to, fee, day; writes nothing',
    leaves: null,
    run: tryOne,
  },
  {
    usage: 'procedure propose FILE --by NAME',
    says: 'keeps a checked file until somebody else publishes it',
    leaves: 'operator-procedure-proposed',
    run: propose,
  },
  {
    usage: 'procedure publish ID VERSION --by NAME --sha256 DIGEST',
    says: 'offers a proposed service from its first day on, by somebody else who has read just this',
    leaves: 'operator-procedure-published',
    run: publish,
  },
  {
    usage: 'procedure list',
    says: 'lists the public services with their versions, and what is proposed, one a line',
    leaves: null,
    run: list,
  },
]
