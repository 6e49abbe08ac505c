/**
 * Which test files share a process. What a file imports costs more than a second of a processor, and most
 * import the same; but a process too long leaves the other processors idle at the end of a run.
 */
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** From here on it is worth while; fewer are asked for to be looked at one by one. */
const MANY = 12
const STORIES_AT_MOST = 5
const OTHERS_AT_MOST = 20

/** Dealt out by length, the longest first, so that all groups are about as long. */
const deal = (files: readonly string[], atMost: number): string[][] => {
  const groups = Array.from({ length: Math.ceil(files.length / atMost) }, (): string[] => [])
  for (const [index, file] of files.entries()) {
    groups[index % groups.length]?.push(file)
  }
  return groups
}

/** By their length in bytes, which goes with their time well enough. */
const longestFirst = async (root: string, files: readonly string[]): Promise<string[]> => {
  const sizes = await Promise.all(
    files.map(async (file) => ({ file, size: (await stat(join(root, file))).size })),
  )
  return sizes.sort((a, b) => b.size - a.size).map(({ file }) => file)
}

/**
 * Stories wait for their pages, the others for a processor: side by side they leave none idle. Stories take
 * longest, so two of them begin; what is short fills the gaps at the end.
 */
const mix = <T>(stories: readonly T[], others: readonly T[]): T[] => {
  const before = stories.map((_, index) =>
    Math.floor((Math.max(0, index - 1) * others.length) / stories.length),
  )
  return [
    ...stories.flatMap((story, index) => [...others.slice(before[index - 1] ?? 0, before[index]), story]),
    ...others.slice(before.at(-1) ?? 0),
  ]
}

/** The files to hand to `node --test`, which takes them in the order of their names. */
export const groupFiles = async (
  root: string,
  files: readonly string[],
  folder: string,
): Promise<readonly string[]> => {
  if (files.length < MANY) {
    return files
  }
  const ordered = await longestFirst(root, files)
  const isStory = (file: string): boolean => file.startsWith('e2e/')
  const groups = mix(
    deal(ordered.filter(isStory), STORIES_AT_MOST),
    deal(
      ordered.filter((file) => !isStory(file)),
      OTHERS_AT_MOST,
    ),
  )
  const runSeveral = JSON.stringify(pathToFileURL(join(root, 'testing/several-files.ts')).href)
  return Promise.all(
    groups.map(async (group, index) => {
      const path = join(folder, `group-${String(index + 1).padStart(2, '0')}.test.ts`)
      const text = `import { runSeveral } from ${runSeveral}\nrunSeveral(${JSON.stringify(group, null, 2)})\n`
      await writeFile(path, text)
      return path
    }),
  )
}
