/**
 * Law 5, the width: a line that a reader sees whole. The formatter lays code out at 110 columns but leaves
 * comments and what stands inside of a template as they are, so SQL and remarks are wrapped by hand.
 */
import ts from 'typescript'
import { isScript, nodesOf, treeOf, type Check, type Finding, type Source } from './source.ts'

/** `printWidth` of .oxfmtrc.json. */
const COLUMNS_MAX = 110

/** Tables of sentences: one sentence is one line there, in each language. */
const isTableOfPhrases = (path: string): boolean =>
  /^contract\/(problems|phrases)\//.test(path) || /[-/](words|phrases)\.tsx?$/.test(path)

export const checkLongLines: Check = (sources) =>
  sources
    .filter(({ path }) => /\.(tsx?|css)$/.test(path) && !isTableOfPhrases(path))
    .flatMap((source) => longLines(source))

const longLines = (source: Source): Finding[] =>
  source.text.split('\n').flatMap((text, index) => {
    const columns = [...text].length
    return columns <= COLUMNS_MAX || isOneLiteral(source, text, index)
      ? []
      : [
          {
            law: 'lines' as const,
            path: source.path,
            line: index + 1,
            what: `it has ${columns} columns`,
            mend: `wrap it by hand (SQL, a comment); a line has at most ${COLUMNS_MAX} columns`,
          },
        ]
  })

/**
 * Whether what is too much is one literal that begins and ends on this line. The formatter cannot break it,
 * nor what it keeps behind it: signs, `as const`, the head of a test's function.
 */
const isOneLiteral = (source: Source, text: string, index: number): boolean => {
  if (!isScript(source)) {
    return /^\s*url\("data:[^"]*"\)[;,]?$/.test(text)
  }
  const tree = treeOf(source)
  const start = tree.getPositionOfLineAndCharacter(index, 0)
  const limit = start + [...text].slice(0, COLUMNS_MAX).join('').length
  return nodesOf(source).some((node) => {
    const from = node.getStart(tree)
    const isHere = from >= start && from < limit && node.end <= start + text.length
    return isHere && isLiteral(node) && BEHIND.test(source.text.slice(node.end, start + text.length))
  })
}

const BEHIND = /^[^\p{L}]{0,8}(as const[^\p{L}]{0,4}|(async )?\(\w*\) => \{)?$/u

const isLiteral = (node: ts.Node): boolean =>
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateExpression(node) ||
  ts.isTaggedTemplateExpression(node) ||
  ts.isRegularExpressionLiteral(node) ||
  ts.isBigIntLiteral(node)
