/**
 * The parties beside Sen. Each listens from the beginning; its process begins with the first visit, because
 * most who try Sen visit few of them.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Told } from './main.ts'
import type { PartyFault, PartySettings } from './party.ts'
import { makePartyKeys } from './party-keys.ts'
import { partyIds, partyOf, type PartyId } from './party-list.ts'

const MAIN = join(import.meta.dirname, 'main.ts')

export interface PartyProcesses {
  start(): Promise<void>
  /** Has it taken what it was told. */
  tell(id: PartyId, told: Told): Promise<void>
  fault(id: PartyId): PartyFault
  /** Throws where the parties do not listen yet. */
  settings(id: PartyId): PartySettings
  reset(): Promise<void>
  stop(): Promise<void>
}

interface Post {
  fault: PartyFault
  readonly servers: readonly Server[]
  readonly settings: PartySettings
  child: ChildProcess | null
}

const childOf = (post: Post): ChildProcess => {
  if (post.child === null) {
    const child = fork(MAIN, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: {} })
    child.once('exit', () => {
      post.child = null
    })
    child.send({ is: 'open', settings: post.settings, fault: post.fault } satisfies Told)
    post.child = child
  }
  return post.child
}

const listen = async (host: string): Promise<Server> => {
  const server = createServer({ pauseOnConnect: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, resolve)
  })
  return server
}
const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** Who comes is handed to the party's process. */
const handOver = (server: Server, post: Post, to: 'pages' | 'door'): void => {
  server.on('connection', (socket: Socket) => {
    socket.on('error', () => socket.destroy())
    childOf(post).send({ is: 'connection', to } satisfies Told, socket)
  })
}

interface Beside {
  readonly host: string
  /** All that they are told of it. */
  readonly sen: string
  /** Makes it known to Sen. */
  readonly register?: (settings: PartySettings) => Promise<void>
}

const openPost = async (id: PartyId, { host, sen }: Beside): Promise<Post> => {
  const [pages, door] = [await listen(host), await listen(host)]
  const settings: PartySettings = {
    id,
    sen,
    pages: `http://localhost:${portOf(pages)}`,
    door: `https://localhost:${portOf(door)}`,
    keys: makePartyKeys(partyOf(id).name.vi),
  }
  const post: Post = { fault: 'none', servers: [pages, door], settings, child: null }
  handOver(pages, post, 'pages')
  handOver(door, post, 'door')
  return post
}

const tellPost = (post: Post, told: Told): Promise<void> =>
  new Promise((resolve, reject) => {
    post.fault = told.is === 'fault' ? told.fault : told.is === 'reset' ? 'none' : post.fault
    // Nobody has visited it yet: it begins as it was told.
    if (post.child === null) {
      return resolve()
    }
    post.child.once('message', () => resolve())
    post.child.send(told, (error) => error && reject(error))
  })

export const openPartyProcesses = (beside: Beside): PartyProcesses => {
  const posts = new Map<PartyId, Post>()
  const postOf = (id: PartyId): Post => {
    const post = posts.get(id)
    if (!post) {
      throw new Error(`the party ${id} does not listen`)
    }
    return post
  }
  return {
    async start() {
      for (const id of partyIds) {
        const post = await openPost(id, beside)
        posts.set(id, post)
        await beside.register?.(post.settings)
      }
    },
    tell: (id, told) => tellPost(postOf(id), told),
    fault: (id) => postOf(id).fault,
    settings: (id) => postOf(id).settings,
    async reset() {
      for (const post of posts.values()) {
        await tellPost(post, { is: 'reset' })
      }
    },
    async stop() {
      for (const { servers, child } of posts.values()) {
        child?.kill('SIGTERM')
        for (const server of servers) {
          await new Promise((resolve) => server.close(resolve))
        }
      }
      posts.clear()
    },
  }
}
