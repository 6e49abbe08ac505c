/**
 * Passes a request on to the server behind; one that is just starting is waited for, so no page sees the
 * gap.
 */
import { request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const WAIT_MS = 30_000

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect({ port, host: '127.0.0.1' })
    const settle = (isThere: boolean) => (): void => {
      probe.destroy()
      resolve(isThere)
    }
    probe.once('connect', settle(true))
    probe.once('error', settle(false))
  })

const isThere = async (port: number, wait_ms: number): Promise<boolean> => {
  const end = performance.now() + wait_ms
  while (!(await answers(port))) {
    if (performance.now() > end) {
      return false
    }
    await pause(25)
  }
  return true
}

const fail = (response: ServerResponse): void => {
  if (!response.headersSent) {
    response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' })
  }
  response.end('The server does not answer; its words are in the terminal.\n')
}

export const passOn = async (
  from: IncomingMessage,
  to: ServerResponse,
  port: number,
  wait_ms = WAIT_MS,
): Promise<void> => {
  if (!(await isThere(port, wait_ms))) {
    fail(to)
    return
  }
  const behind = request(
    { host: '127.0.0.1', port, method: from.method, path: from.url, headers: from.headers },
    (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(to)
    },
  )
  behind.once('error', () => fail(to))
  to.once('close', () => behind.destroy())
  from.pipe(behind)
}
