/** Which test files a run has, and what they need beside a database. */
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const FOLDERS = ['formats', 'contract', 'server', 'web', 'world', 'tools', 'bench', 'testing', 'e2e']

export interface Selected {
  readonly files: readonly string[]
  readonly needsWeb: boolean
  readonly stories: number
}

const isStory = (file: string): boolean => file.startsWith('e2e/')

/** Stories come first: they are the longest, and what is short fills the gaps at the end. */
const byLength = (a: string, b: string): number =>
  Number(isStory(b)) - Number(isStory(a)) || (a < b ? -1 : Number(a > b))

export const selectFiles = async (
  root: string,
  patterns: readonly string[],
  withBrowser: boolean,
): Promise<Selected> => {
  const found: { file: string; usesBrowser: boolean; servesPages: boolean }[] = []
  for (const folder of FOLDERS) {
    for await (const file of glob(`${folder}/**/*.test.ts`, { cwd: root })) {
      if (patterns.length === 0 || patterns.some((pattern) => file.includes(pattern))) {
        const text = await readFile(join(root, file), 'utf8')
        const usesBrowser = isStory(file) || text.includes('openBrowser')
        found.push({ file, usesBrowser, servesPages: isStory(file) || /openTestSen|start-sen/.test(text) })
      }
    }
  }
  const taken = found.filter(({ usesBrowser }) => withBrowser || !usesBrowser)
  return {
    files: taken.map(({ file }) => file).sort(byLength),
    needsWeb: taken.some(({ servesPages }) => servesPages),
    stories: taken.filter(({ file }) => isStory(file)).length,
  }
}
