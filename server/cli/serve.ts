/** serve, work, migrate: the long-running parts and the schema. */
import type { AttachWorld, RunningSen, StartOptions } from '../start/main.ts'
import { startSen } from '../start/main.ts'
import { readWords, type Command, type CommandContext } from './command.ts'
import { inAppContext } from './in-app-context.ts'

/** Runs until the process is asked to end; a second request ends it at once. */
export const untilAsked = (sen: Pick<RunningSen, 'stop'>, say: (line: string) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    let isAsked = false
    const end = (): void => {
      if (isAsked) {
        process.exit(1)
      }
      isAsked = true
      say('Stopping…')
      sen.stop().then(resolve, reject)
    }
    process.on('SIGINT', end)
    process.on('SIGTERM', end)
  })

const stay = async (
  parts: StartOptions['parts'],
  attachWorld: AttachWorld,
  { env, out, say }: CommandContext,
): Promise<0> => {
  const sen = await startSen({ env, unsetWorld: 'off', parts, attachWorld, say })
  out(parts.edge ? `Sen is ready at ${sen.config.publicUrl}` : 'Sen works')
  await untilAsked(sen, say)
  return 0
}

export const serveCommands = (attachWorld: AttachWorld): Command[] => [
  {
    usage: 'serve',
    says: 'answers requests; any number behind a balancer, one per data folder',
    leaves: null,
    run: (words, context) => (
      readWords(words, {}, 0),
      stay({ edge: true, jobs: false }, attachWorld, context)
    ),
  },
  {
    usage: 'work',
    says: 'does the jobs: letters, reactions, the audit log',
    leaves: null,
    run: (words, context) => (
      readWords(words, {}, 0),
      stay({ edge: false, jobs: true }, attachWorld, context)
    ),
  },
  {
    usage: 'migrate',
    says: 'brings the database to the present schema',
    leaves: null,
    run: (words, { env, out }) => {
      readWords(words, {}, 0)
      return inAppContext(env, () => {
        out('The schema is up to date.')
        return Promise.resolve(0 as const)
      })
    },
  },
]
