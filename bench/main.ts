/**
 * `npm run -s bench -- NAME [--option value …]`: runs one bench and prints its result as JSON, last. One file
 * per promise. Ends with 1 where the promise is not kept.
 */
import { readdir } from 'node:fs/promises'

const benches = (await readdir(import.meta.dirname))
  .filter(
    (file) =>
      file.endsWith('.ts') && file !== 'main.ts' && !file.endsWith('.test.ts') && !file.includes('-part'),
  )
  .map((file) => file.slice(0, -3))
const [name = '', ...args] = process.argv.slice(2)
if (!benches.includes(name)) {
  process.stderr.write(`npm run -s bench -- NAME, where NAME is one of: ${benches.join(', ')}\n`)
  process.exit(1)
}
const bench = (await import(`./${name}.ts`)) as {
  run(args: readonly string[]): Promise<Record<string, unknown>>
}
const result = await bench.run(args)
process.stdout.write(`${JSON.stringify(result)}\n`)
// A promise that is not kept is a failure, also for whoever reads no figures.
process.exit(result['isKept'] === false ? 1 : 0)
