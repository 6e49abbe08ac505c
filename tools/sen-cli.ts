/** The `sen` command. The demo world stands above the server, so it is handed in from here. */
import { runCli } from '../server/cli/run-cli.ts'
import { buildWeb } from './build-web.ts'

// Whoever serves needs the pages; they are built only when their sources changed.
if (process.argv[2] === 'serve') {
  await buildWeb()
}

const code = await runCli(
  process.argv.slice(2),
  {
    env: process.env,
    out: (line) => void process.stdout.write(`${line}\n`),
    say: (line) => void process.stderr.write(`${line}\n`),
  },
  async (sen) => (await import('../world/attach-world.ts')).attachWorld(sen),
)
// Not before everything is written: a pipe can be slower than we are.
process.exitCode = code
