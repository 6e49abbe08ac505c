/** The door of `npm run dev`: what it passes on, and what it says while the server behind is not there. */
import assert from 'node:assert/strict'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { passOn } from './pass-on.ts'

const open: Server[] = []
const listen = async (listener: RequestListener, port = 0): Promise<number> => {
  const server = createServer(listener)
  open.push(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
const freePort = async (): Promise<number> => {
  const port = await listen(() => undefined)
  await new Promise((resolve) => open.pop()?.close(resolve))
  return port
}
after(() => {
  for (const server of open) {
    server.closeAllConnections()
    server.close()
  }
})

test('a request made while the server starts is answered when it is there, as it was sent', async () => {
  const behind = await freePort()
  const door = await listen((request, response) => void passOn(request, response, behind))
  const asked = fetch(`http://127.0.0.1:${door}/api/a?b=c`, { method: 'POST', body: 'xin chào' })
  await pause(120)
  await listen((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      response.writeHead(201, { 'set-cookie': ['a=1', 'b=2'] })
      response.end(`${request.method} ${request.url} ${request.headers.host} ${body}`)
    })
  }, behind)
  const answer = await asked
  assert.equal(answer.status, 201)
  assert.deepEqual(answer.headers.getSetCookie(), ['a=1', 'b=2'])
  assert.equal(await answer.text(), `POST /api/a?b=c 127.0.0.1:${door} xin chào`)
})

test('a server that does not come is told in words', async () => {
  const behind = await freePort()
  const door = await listen((request, response) => void passOn(request, response, behind, 60))
  const answer = await fetch(`http://127.0.0.1:${door}/`)
  assert.equal(answer.status, 502)
  assert.match(await answer.text(), /in the terminal/)
})
