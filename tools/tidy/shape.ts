/**
 * Law 5: functions and files that a reader can hold, names that say a thing, types that hold, and no silenced
 * warning without its reason.
 */
import ts from 'typescript'
import { isScript, lineOf, lookAt, nodesOf, treeOf, type Check, type Finding, type Source } from './source.ts'

const FUNCTION_LINES_MAX = 60
const FILE_LINES_MAX = 300
const everywhere = (): boolean => true

export const checkLongFunctions: Check = (sources) =>
  lookAt(
    sources,
    everywhere,
    (node, found) => {
      if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) {
        return
      }
      const tree = node.getSourceFile()
      const lines = lineOf(tree, node.end) - lineOf(tree, node.getStart(tree)) + 1
      if (lines > FUNCTION_LINES_MAX) {
        found(node, `${nameOf(node)} has ${lines} lines`)
      }
    },
    {
      law: 'long-functions',
      mend: `take a step out and name it; a function has at most ${FUNCTION_LINES_MAX} lines`,
    },
  )

const nameOf = (node: ts.Node): string => {
  const named = ts.isArrowFunction(node) || ts.isFunctionExpression(node) ? node.parent : node
  const name = 'name' in named ? named.name : undefined
  return typeof name === 'object' && name !== null && 'getText' in name && typeof name.getText === 'function'
    ? `${name.getText()}`
    : 'a function'
}

export const checkLongFiles: Check = (sources) =>
  sources.flatMap(({ path, text }) => {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    return lines > FILE_LINES_MAX
      ? [
          {
            law: 'long-files',
            path,
            line: FILE_LINES_MAX + 1,
            what: `it has ${lines} lines`,
            mend: `part it by what a reader looks for; a file has at most ${FILE_LINES_MAX} lines`,
          },
        ]
      : []
  })

const EMPTY = new Set(['util', 'utils', 'helper', 'helpers', 'manager', 'managers', 'common', 'misc'])

export const checkNames: Check = (sources) =>
  sources.flatMap(({ path }) => {
    const words = path.split(/[/.\-_]/)
    const isEmpty = words.some((word) => EMPTY.has(word.toLowerCase())) || /service-?impl/i.test(path)
    return isEmpty
      ? [
          {
            law: 'empty-names',
            path,
            line: 1,
            what: 'its name says nothing',
            mend: 'name it after the thing a reader looks for',
          },
        ]
      : []
  })

export const checkAny: Check = (sources) =>
  lookAt(
    sources,
    everywhere,
    (node, found) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) {
        found(node, '`any`')
      }
    },
    { law: 'any', mend: 'write the type, or `unknown` and a check' },
  )

export const checkDoubleCast: Check = (sources) =>
  lookAt(
    sources,
    everywhere,
    (node, found) => {
      if (!ts.isAsExpression(node)) {
        return
      }
      let inner = node.expression
      while (ts.isParenthesizedExpression(inner)) {
        inner = inner.expression
      }
      if (ts.isAsExpression(inner) && inner.type.kind === ts.SyntaxKind.UnknownKeyword) {
        found(node, '`as unknown as`')
      }
    },
    { law: 'double-cast', mend: 'parse the value (zod) or give it its type where it is made' },
  )

/** A reason is at least two words after the directive. */
const REASON = /[\p{L}\d)'"`]+\s+[\p{L}(]/u

export const checkSuppressions: Check = (sources) =>
  inComments(sources, 'suppressions', (comment) => {
    const expected = /@ts-expect-error(.*)/s.exec(comment)
    if (/@ts-(ignore|nocheck)\b/.test(comment)) {
      return [
        'it silences the compiler',
        'mend the type; where the error is the point, `@ts-expect-error` with its reason',
      ]
    }
    if (expected && !REASON.test(expected[1] ?? '')) {
      return ['a suppression without a reason', 'say why after the directive']
    }
    const linted = /\b(?:eslint|oxlint)-disable\S*(.*)/s.exec(comment)
    return linted && !REASON.test((linted[1] ?? '').split('--')[1] ?? '')
      ? ['a suppression without a reason', 'say why: `oxlint-disable-next-line rule -- reason`']
      : null
  })

export const checkTodo: Check = (sources) =>
  inComments(sources, 'todo', (comment) =>
    /(?<!@)\b(TODO|FIXME)\b/.test(comment)
      ? ['a note without its tag', 'write `@TODO` with what is to be done, or do it']
      : null,
  )

const inComments = (
  sources: readonly Source[],
  law: Finding['law'],
  judge: (comment: string) => readonly [what: string, mend: string] | null,
): Finding[] =>
  sources
    .filter((source) => isScript(source) && /@ts-|-disable|TODO|FIXME/.test(source.text))
    .flatMap((source) =>
      commentsOf(source).flatMap(({ text, line }) => {
        const judged = judge(text)
        return judged ? [{ law, path: source.path, line, what: judged[0], mend: judged[1] }] : []
      }),
    )

const commentsOf = (source: Source): { text: string; line: number }[] => {
  const tree = treeOf(source)
  const ranges = new Map<number, ts.CommentRange>()
  const keep = (range: ts.CommentRange): void => void ranges.set(range.pos, range)
  const look = (node: ts.Node): void => {
    ts.getLeadingCommentRanges(source.text, node.getFullStart())?.forEach(keep)
    ts.getTrailingCommentRanges(source.text, node.end)?.forEach(keep)
    if (node.kind !== ts.SyntaxKind.JsxText) {
      node.getChildren(tree).forEach(look)
    }
  }
  look(tree)
  return [...ranges.values()].map(({ pos, end }) => ({
    text: source.text.slice(pos, end),
    line: lineOf(tree, pos),
  }))
}

const isCallee = (text: string, callee: string | RegExp): boolean =>
  typeof callee === 'string' ? text === callee : callee.test(text)

/**
 * Every name that a file declares at its top by calling `callee`, with its line: `export const x =
 * useCase(…)`.
 */
export const declaredBy = (
  source: Source,
  callee: string | RegExp,
): { name: string; line: number; call: ts.CallExpression }[] => {
  const tree = treeOf(source)
  return nodesOf(source)
    .filter(ts.isCallExpression)
    .filter((call) => isCallee(call.expression.getText(tree), callee))
    .map((call) => ({
      name: heldBy(call)?.getText(tree) ?? '',
      line: lineOf(tree, call.getStart(tree)),
      call,
    }))
}

/** Of the constant that holds the call's value, or a function that answers it. */
const heldBy = (call: ts.CallExpression): ts.BindingName | undefined => {
  const holder =
    ts.isArrowFunction(call.parent) && call.parent.body === call ? call.parent.parent : call.parent
  return ts.isVariableDeclaration(holder) ? holder.name : undefined
}
