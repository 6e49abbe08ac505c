/** body add, body list, body end: the bodies whose requests and decisions officers act on. */
import { authority } from '../../contract/lock.ts'
import { addBody, eachBody, endBody } from '../modules/registry/organisations/bodies/competent-body.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'
import { leaveOperatorLine } from './operator-line.ts'

const nameOf = (words: readonly string[]): string => {
  const { values } = readWords(words, { name: { type: 'string' } }, 0)
  const name = authority.safeParse(values.name)
  if (!name.success) {
    throw new UsageRefused(
      '--name, as it stands on the decisions of this body, is needed (3 to 120 letters).',
    )
  }
  return name.data
}

const addOneBody = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const name = nameOf(words)
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    await context.transact((work) => {
      leaveOperatorLine(work, { config }, { command: 'body add', purpose: 'operator-body', effect: { name } })
      return addBody(work, name)
    })
    out(JSON.stringify({ name }))
    return 0
  })
}

const endOneBody = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const name = nameOf(words)
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    await context.transact(async (work) => {
      if (!(await endBody(work, name))) {
        throw new UsageRefused('There is no body of this name in the list (sen body list).')
      }
      const effect = { name }
      leaveOperatorLine(work, { config }, { command: 'body end', purpose: 'operator-body-ended', effect })
    })
    out(JSON.stringify({ name, ended: true }))
    return 0
  })
}

const listAllBodies = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  readWords(words, {}, 0)
  return inAppContext<ExitCode>(env, async ({ context }) => {
    for await (const name of eachBody(context.tools.read)) {
      out(name)
    }
    return 0
  })
}

export const bodyCommands: Command[] = [
  {
    usage: 'body add --name NAME',
    says: 'adds a court, investigator or other body whose decisions officers act on; once there is one, no other name is taken',
    leaves: 'operator-body',
    run: addOneBody,
  },
  {
    usage: 'body list',
    says: 'lists these bodies, one a line',
    leaves: null,
    run: listAllBodies,
  },
  {
    usage: 'body end --name NAME',
    says: 'takes a body off the list',
    leaves: 'operator-body-ended',
    run: endOneBody,
  },
]
