/** A test file that a test writes and has run as the run of tests does it, to see what becomes of it. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const preload = pathToFileURL(join(import.meta.dirname, 'must-end.ts')).href

export interface PlantedFiles {
  readonly folder: string
  /** With a shorter patience than the run's. */
  run(
    name: string,
    text: string,
    more?: Record<string, string>,
  ): Promise<{ code: number | null; said: string }>
  remove(): Promise<void>
}

export const openPlantedFiles = async (): Promise<PlantedFiles> => {
  const folder = await mkdtemp(join(tmpdir(), 'sen-ends-'))
  return {
    folder,
    async run(name, text, more = {}) {
      const file = join(folder, `${name}.test.ts`)
      await writeFile(file, text)
      const { NODE_TEST_CONTEXT: _, ...env } = process.env
      const child = spawn(process.execPath, ['--test', `--import=${preload}`, '--test-reporter=spec', file], {
        env: { ...env, SEN_TEST_LEFT_OPEN_MS: '300', ...more },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let said = ''
      child.stdout.on('data', (part: Buffer) => void (said += part.toString()))
      child.stderr.on('data', (part: Buffer) => void (said += part.toString()))
      const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
      return { code, said }
    },
    remove: () => rm(folder, { recursive: true }),
  }
}
