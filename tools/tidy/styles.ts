/**
 * A page brings the styles of all that it shows. Its code is fetched when it is first opened, so what it
 * borrows from a neighbour's style sheet is there only for those who came by way of the neighbour.
 */
import { posix } from 'node:path'
import ts from 'typescript'
import { isInBrowser } from './floors.ts'
import { importsOf } from './imports.ts'
import { isScript, isTest, lineOf, nodesOf, textOf, treeOf, type Check, type Source } from './source.ts'

const isSheet = (path: string): boolean => path.endsWith('.css')

/** Which sheets say how a class looks by itself: `.card {`, but not `.page .card {` nor `.card.is-open {`. */
const sheetsByClass = (sources: readonly Source[]): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>()
  for (const { path, text } of sources.filter((source) => isSheet(source.path))) {
    for (const rule of text.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([^{};]+)\{/g)) {
      for (const selector of (rule[1] ?? '').split(',')) {
        const name = /^\.([a-z][\w-]*)$/.exec(selector.trim())?.[1]
        if (name !== undefined) {
          found.set(name, (found.get(name) ?? new Set()).add(path))
        }
      }
    }
  }
  return found
}

interface Shown {
  readonly name: string
  readonly line: number
}

/** Classes that a file writes out; what is put together while it runs is not seen. */
const classesOf = (source: Source): Shown[] =>
  nodesOf(source)
    .filter((node) => ts.isJsxAttribute(node) && node.name.getText() === 'class')
    .flatMap((node) => {
      const line = lineOf(treeOf(source), node.getStart(treeOf(source)))
      const texts: string[] = []
      const look = (inner: ts.Node): void => {
        if (ts.isBinaryExpression(inner) && /^[!=]==$/.test(inner.operatorToken.getText())) {
          return
        }
        texts.push(textOf(inner) ?? '')
        ts.forEachChild(inner, look)
      }
      look(node)
      return texts
        .flatMap((text) => text.split(/\s+/))
        .filter((name) => /^[a-z][\w-]*$/.test(name))
        .map((name) => ({ name, line }))
    })

/** What comes with a file at once: what it imports, and what that imports, sheets among them. */
const closures = (sources: readonly Source[]) => {
  const next = new Map<string, string[]>()
  for (const { from, to, isType, isDynamic } of importsOf(sources)) {
    if (to !== null && !isType && !isDynamic) {
      next.set(from, [...(next.get(from) ?? []), to])
    }
  }
  for (const { path, text } of sources.filter((source) => isSheet(source.path))) {
    const named = [...text.matchAll(/@import\s+(?:url\()?['"](\.[^'"]+)['"]/g)].map(([, to = '']) => to)
    next.set(
      path,
      named.map((to) => posix.join(posix.dirname(path), to)),
    )
  }
  return (path: string): ReadonlySet<string> => {
    const seen = new Set([path])
    for (const one of seen) {
      for (const to of next.get(one) ?? []) {
        seen.add(to)
      }
    }
    return seen
  }
}

/** The app that a file belongs to; '' for what all of them share. */
const appOf = (path: string): string => /^(web\/apps\/[^/]+|world\/web)/.exec(path)?.[1] ?? ''
/** The file that starts the app in which a page is shown. */
const mainOf = (path: string): string => `${appOf(path)}/main.tsx`

export const checkStyles: Check = (all) => {
  const sources = all.filter(({ path }) => isInBrowser(path) && !isTest(path))
  const sheets = sheetsByClass(sources)
  const closureOf = closures(sources)
  const byPath = new Map(sources.filter(isScript).map((source) => [source.path, source]))
  const pages = importsOf(sources).flatMap(({ to, isDynamic }) => (isDynamic && to !== null ? [to] : []))
  const found = new Map<string, { path: string; line: number; what: string }>()
  for (const page of new Set(pages)) {
    const here = closureOf(page)
    const brought = new Set([...here, ...closureOf(mainOf(page))])
    for (const path of here) {
      const source = byPath.get(path)
      for (const { name, line } of source ? classesOf(source) : []) {
        const from = [...(sheets.get(name) ?? [])].filter(
          (sheet) => appOf(sheet) === '' || appOf(sheet) === appOf(page),
        )
        if (from.length > 0 && !from.some((sheet) => brought.has(sheet))) {
          const what = `.${name} is drawn by ${from.join(', ')}, which ${page} does not bring`
          found.set(`${path} ${what}`, { path, line, what })
        }
      }
    }
  }
  return [...found.values()].map((one) => ({
    law: 'styles' as const,
    ...one,
    mend: 'import the sheet where the class is written',
  }))
}
