/**
 * The agencies beside Sen. Each listens from the beginning; its process begins with the first question,
 * because most who try Sen ask only a few of them.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import type { AppContext } from '../../server/kernel/app-context.ts'
import { newSecret } from '../../server/kernel/id.ts'
import { addSource } from '../../server/modules/documents/sources/known-sources.ts'
import { agencies, agencyIds, type AgencyId } from './agency-list.ts'
import type { AgencyFault } from './agency.ts'
import type { Told } from './main.ts'

const MAIN = join(import.meta.dirname, 'main.ts')
const TIMEOUT_MS = 4000

export interface AgencyProcesses {
  /** Each is known to Sen as a source register afterwards. */
  start(): Promise<void>
  /** Has it taken what it was told. */
  tell(id: AgencyId, told: Told): Promise<void>
  /** Whether its line is made to hang. */
  hangs(id: AgencyId): boolean
  reset(): Promise<void>
  stop(): Promise<void>
}

interface Post {
  fault: AgencyFault
  readonly server: Server
  readonly key: string
  child: ChildProcess | null
}

const childOf = (id: AgencyId, post: Post): ChildProcess => {
  post.child ??= fork(MAIN, [id, post.key], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }).once(
    'exit',
    () => {
      post.child = null
    },
  )
  return post.child
}

/** Where it listens. Whoever asks is handed to the agency's process. */
const listen = async (id: AgencyId, post: Post): Promise<string> => {
  post.server.on('connection', (socket: Socket) => {
    socket.on('error', () => socket.destroy())
    childOf(id, post).send({ is: 'connection' } satisfies Told, socket)
  })
  await new Promise<void>((resolve) => post.server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(post.server.address() as AddressInfo).port}`
}

/** `timeout_ms`: after which Sen takes an agency for silent. */
export const openAgencyProcesses = (
  context: Pick<AppContext, 'transact' | 'tools'>,
  { timeout_ms = TIMEOUT_MS } = {},
): AgencyProcesses => {
  const posts = new Map<AgencyId, Post>()
  const tell = (id: AgencyId, told: Told): Promise<void> =>
    new Promise((resolve, reject) => {
      const post = posts.get(id)
      if (!post) {
        return reject(new Error(`there is no agency ${id}`))
      }
      post.fault = told.is === 'fault' ? told.fault : told.is === 'reset' ? 'none' : post.fault
      // Nobody has asked it anything yet: there is nothing to correct or to forget.
      if (post.child === null && (told.is === 'settle' || told.is === 'reset')) {
        return resolve()
      }
      const child = childOf(id, post)
      child.once('message', () => resolve())
      child.send(told, (error) => error && reject(error))
    })
  return {
    async start() {
      for (const id of agencyIds) {
        const key = newSecret(24).toString('base64url')
        const post: Post = { fault: 'none', server: createServer({ pauseOnConnect: true }), key, child: null }
        posts.set(id, post)
        const url = await listen(id, post)
        const definition = {
          id,
          name: agencies[id],
          url,
          timeout_ms,
          mostPerMinute: 6000,
        }
        await context.transact((work) => addSource(work, context.tools, definition, key))
      }
    },
    tell,
    hangs: (id) => posts.get(id)?.fault === 'hangs',
    async reset() {
      for (const [id, { child }] of posts) {
        if (child) {
          await tell(id, { is: 'reset' })
        }
      }
    },
    async stop() {
      for (const { server, child } of posts.values()) {
        child?.kill('SIGTERM')
        await new Promise((resolve) => server.close(resolve))
      }
      posts.clear()
    },
  }
}
