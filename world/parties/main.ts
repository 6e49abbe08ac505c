/**
 * One party's own process. It is handed its connections by the demo world, and ends when that does: when the
 * line between them closes.
 */
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Server, Socket } from 'node:net'
import { newMatters, openParty, type Party, type PartyFault, type PartySettings } from './party.ts'
import { serveDoor } from './party-door.ts'
import { servePages } from './pages/serve-pages.ts'

export type Told =
  | { readonly is: 'open'; readonly settings: PartySettings; readonly fault: PartyFault }
  | { readonly is: 'connection'; readonly to: 'pages' | 'door' }
  | { readonly is: 'fault'; readonly fault: PartyFault }
  | { readonly is: 'reset' }

interface Open {
  readonly party: Party
  readonly servers: Readonly<Record<'pages' | 'door', Server & { closeAllConnections(): void }>>
}

const open = async (settings: PartySettings): Promise<Open> => {
  const party = await openParty(settings)
  const { certificate: cert, key } = settings.keys.server
  return {
    party,
    servers: {
      pages: createServer((request, response) => void servePages(party, request, response)),
      door: createSecureServer({ cert, key }, (request, response) => {
        void serveDoor(party, request, response).catch(() => response.destroy())
      }),
    },
  }
}

let opened: Promise<Open> | undefined

const follow = async (told: Told, socket: Socket | undefined): Promise<void> => {
  if (told.is === 'open') {
    opened = open(told.settings)
    const { party } = await opened
    party.fault = told.fault
    return
  }
  if (!opened) {
    throw new Error('a party was told something before it began')
  }
  const { party, servers } = await opened
  if (told.is === 'connection') {
    if (socket) {
      servers[told.to].emit('connection', socket)
      socket.resume()
    }
    return
  }
  if (told.is === 'reset') {
    party.matters = newMatters(party.id)
  }
  party.fault = told.is === 'fault' ? told.fault : 'none'
  // Who hangs is let go.
  servers.door.closeAllConnections()
}

process.on('disconnect', () => process.exit(0))
process.on('message', (told: Told, socket?: Socket) => {
  void follow(told, socket).then(
    () => told.is === 'connection' || told.is === 'open' || process.send?.('done'),
  )
})
