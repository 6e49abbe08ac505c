/**
 * `npm start`: builds the web apps when their sources changed, then starts everything: edge, jobs and, unless
 * told otherwise, the demo world.
 */
import { wordOf } from '../server/cli/run-cli.ts'
import { untilAsked } from '../server/cli/serve.ts'
import { startSen } from '../server/start/main.ts'
import { buildWeb } from './build-web.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

try {
  const began = performance.now()
  const web = await buildWeb()
  const sen = await startSen({
    env: process.env,
    unsetWorld: 'on',
    parts: { edge: true, jobs: true },
    say,
    attachWorld: async (parts) => (await import('../world/attach-world.ts')).attachWorld(parts),
  })
  const phases = [{ name: web.isSkipped ? 'web unchanged' : 'web built', ms: web.duration_ms }, ...sen.phases]
  say(
    `${phases.map(({ name, ms }) => `${name} ${(ms / 1000).toFixed(2)} s`).join(' · ')} · in all ${((performance.now() - began) / 1000).toFixed(1)} s`,
  )
  say(`Sen is ready at ${sen.config.publicUrl}`)
  for (const door of sen.doors) {
    say(door)
  }
  await untilAsked(sen, say)
  process.exit(0)
} catch (error) {
  process.stderr.write(`${wordOf(error)}\n`)
  process.exit(1)
}
