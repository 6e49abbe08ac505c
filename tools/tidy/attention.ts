/**
 * One mechanism moves the focus, names the document and speaks: `web/ui/attention.tsx`. A few parts of web/ui
 * have
 * a live region in their own drawing; whoever needs one takes a part.
 */
import ts from 'typescript'
import { isInBrowser } from './floors.ts'
import { isTest, lookAt, type Check } from './source.ts'

const MECHANISM = 'web/ui/attention.tsx'

/** Parts whose drawing is a live region. */
const SPEAKING = [
  'web/ui/button.tsx',
  'web/ui/countdown.tsx',
  'web/ui/error-summary.tsx',
  'web/ui/notice.tsx',
  'web/ui/passcode-pad.tsx',
  'web/ui/toast.tsx',
  'web/ui/waiting.tsx',
]

const mend = `use what ${MECHANISM} offers: usePage, useStep, useModal, focusField, useFocusAt, announce, Status`

const isMove = (node: ts.Node): boolean =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  ['focus', 'showModal'].includes(node.expression.name.text)

const isNaming = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
  /(^|\.)document\.title$/.test(node.left.getText())

const isLive = (node: ts.Node): boolean => {
  if (!ts.isJsxAttribute(node)) {
    return false
  }
  const name = node.name.getText()
  return (
    name === 'aria-live' ||
    (name === 'role' && /\b(status|alert|log)\b/.test(node.initializer?.getText() ?? ''))
  )
}

export const checkAttention: Check = (sources) =>
  lookAt(
    sources,
    (path) => isInBrowser(path) && !isTest(path) && path !== MECHANISM,
    (node, found) => {
      if (isMove(node)) {
        found(node, 'it moves the focus itself')
      } else if (isNaming(node)) {
        found(node, 'it names the document itself')
      } else if (isLive(node) && !SPEAKING.includes(node.getSourceFile().fileName)) {
        found(node, 'it has a live region of its own')
      }
    },
    { law: 'attention', mend },
  )
