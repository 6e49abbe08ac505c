/** What stands below a file: whoever promises that it runs in a browser promises it for all of that. */
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** The file and all that it imports, by path. */
const gather = async (path: string, found = new Map<string, string>()): Promise<Map<string, string>> => {
  if (found.has(path)) {
    return found
  }
  const text = await readFile(path, 'utf8')
  found.set(path, text)
  for (const [, specifier = ''] of text.matchAll(/^(?:import|\}).* from '([^']+)'/gm)) {
    if (specifier.startsWith('.')) {
      await gather(resolve(path, '..', specifier), found)
    }
  }
  return found
}

/** Every file of the folder that is no test, and all that they import, by path. */
export const importedFiles = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const names = await readdir(folder)
  const found = new Map<string, string>()
  for (const name of names.filter((one) => one.endsWith('.ts') && !one.endsWith('.test.ts'))) {
    await gather(join(folder, name), found)
  }
  return found
}

/** Those of them that a browser would not run. */
export const needingNode = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files]
    .filter(([, text]) => /\bBuffer[.<(]|\bprocess\.|'node:|\bsetImmediate\b|\brequire\(/.test(text))
    .map(([path]) => path)
