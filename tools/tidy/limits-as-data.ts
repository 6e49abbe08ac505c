/**
 * Law 7, as far as a reader of syntax can tell: a number of days or an age that decides something is a dated
 * policy, never a constant.
 */
import ts from 'typescript'
import { isTest, lookAt, textOf, type Check } from './source.ts'
import { isSql } from './tables.ts'

const isOf = (path: string): boolean =>
  path.startsWith('server/') &&
  !path.startsWith('server/storage/') &&
  !isTest(path) &&
  !path.endsWith('/rules.ts')
const DAY = /^(86_?400|86_?400_?000|DAY_S|DAY_MS)$/
const AGE = /\b(age|ageOf|years)\b/i

export const checkLimitsAsData: Check = (sources) =>
  lookAt(
    sources,
    isOf,
    (node, found) => {
      const sql = textOf(node)
      const interval =
        sql !== undefined && isLimitingSql(sql) ? /interval '\d+ (day|week|month|year)s?'/.exec(sql) : null
      if (interval) {
        found(node, `a limit in days as a constant: ${interval[0]}`)
      }
      if (!ts.isBinaryExpression(node)) {
        return
      }
      const [left, right] = [node.left.getText(), node.right.getText()]
      if (node.operatorToken.kind === ts.SyntaxKind.AsteriskToken && isCount(left) && DAY.test(right)) {
        found(node, `a limit in days as a constant: ${node.getText()}`)
      }
      if (isComparison(node.operatorToken.kind) && AGE.test(left) && /^\d\d?$/.test(right)) {
        found(node, `an age as a constant: ${node.getText()}`)
      }
    },
    {
      law: 'limits-as-data',
      mend: "define it with its date and source in the module's rules.ts (definePolicy) and ask inForce",
    },
  )

const isLimitingSql = (text: string): boolean => isSql(text) || text.includes('$1')
const isCount = (text: string): boolean => /^\d[\d_]*( \* \d+)?$/.test(text)
const isComparison = (kind: ts.SyntaxKind): boolean =>
  [
    ts.SyntaxKind.LessThanToken,
    ts.SyntaxKind.LessThanEqualsToken,
    ts.SyntaxKind.GreaterThanToken,
    ts.SyntaxKind.GreaterThanEqualsToken,
  ].includes(kind)
