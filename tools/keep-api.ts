/**
 * `npm run api:keep`, at a release: keeps today's description of the API under the version of package.json.
 * From then on breaks are counted against it, and `tools/api/intended.ts` begins empty.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { apiOfToday, KEPT, written } from './api/kept.ts'

const { version } = JSON.parse(await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
  version: string
}
const file = join(KEPT, `openapi-${version}.json`)
try {
  await writeFile(file, written(apiOfToday()), { flag: 'wx' })
  process.stdout.write(`${file}\nEmpty tools/api/intended.ts, and close the section of CHANGELOG.md.\n`)
} catch (error) {
  const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST'
  process.stderr.write(
    isThere ? `${version} is kept already: raise the version in package.json first.\n` : `${String(error)}\n`,
  )
  process.exitCode = 1
}
