/** What the planted tests share: texts as files, and what a law finds in them. */
import type { Check, Source } from './source.ts'

export const planted = (files: Readonly<Record<string, string>>): Source[] =>
  Object.entries(files).map(([path, text]) => ({ path, text }))
/** `path:line` of what a law finds. */
export const found = (check: Check, files: Readonly<Record<string, string>>): string[] =>
  check(planted(files)).map(({ path, line }) => `${path}:${line}`)
