/**
 * What a person reads of herself is said by the use case that did it, in words of the catalogue: no line is
 * made by hand, and none goes past the compiler with a purpose that has no words.
 */
import ts from 'typescript'
import { purposeCatalogue } from '../../contract/purposes/catalogue.ts'
import { isProduct, isTest, lookAt, textOf, type Check } from './source.ts'

const isServer = (path: string): boolean => /^(server|world)\//.test(path) && !isTest(path)
const isKernel = (path: string): boolean => path.startsWith('server/kernel/')
/** Outside of any use case by their nature. */
const isBehind = (path: string): boolean =>
  path === 'server/cli/operator-line.ts' ||
  /^server\/(reactions|jobs)\//.test(path) ||
  /^server\/modules\/.*\breactions\.ts$/.test(path)

export const checkHandMadeLines: Check = (sources) =>
  lookAt(
    sources,
    (path) => isServer(path) && !isKernel(path),
    (node, found) => {
      if (!ts.isImportSpecifier(node)) {
        return
      }
      const name = (node.propertyName ?? node.name).text
      const isDoor = name === 'leaveLine'
      if (
        name === 'writeAuditLine' ||
        name === 'insertLine' ||
        (isDoor && !isBehind(node.getSourceFile().fileName))
      ) {
        found(node, `it makes an audit line by hand (${name})`)
      }
    },
    {
      law: 'hand-made-lines',
      mend: 'say the line in the use case (`audit`, one for each person); a reaction or a job calls leaveLine',
    },
  )

const TYPED = /\b(AuditLine|LineOf|LineTitle|Purpose|PurposeNaming|FieldOf|FieldCode|Outcome)\b/
const LINE = new Set(['about', 'purpose', 'fields', 'outcome', 'detail'])
/** Without an `as const` around it. */
const bare = (node: ts.Expression): ts.Expression =>
  ts.isAsExpression(node) || ts.isParenthesizedExpression(node) ? bare(node.expression) : node

const isWordless = (node: ts.Node): string | null => {
  if ((ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && TYPED.test(node.type.getText())) {
    return `it tells the compiler that something is ${node.type.getText()}`
  }
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'purpose') {
    return null
  }
  const names = ts.isObjectLiteralExpression(node.parent)
    ? node.parent.properties.map((property) => property.name?.getText())
    : []
  const isLine = names.includes('about') && names.every((name) => name === undefined || LINE.has(name))
  const purpose =
    isLine && !ts.isTemplateExpression(node.initializer) ? textOf(bare(node.initializer)) : undefined
  return purpose === undefined || Object.hasOwn(purposeCatalogue, purpose)
    ? null
    : `an audit line for '${purpose}', which has no words`
}

export const checkPurposes: Check = (sources) =>
  lookAt(
    sources,
    (path) =>
      isProduct(path) && path !== 'server/kernel/audit-line.ts' && !path.startsWith('contract/purposes/'),
    (node, found) => {
      const what = isWordless(node)
      if (what !== null) {
        found(node, what)
      }
    },
    {
      law: 'purposes',
      mend: 'give the purpose or field its words in contract/purposes/ and let the compiler check the line',
    },
  )
