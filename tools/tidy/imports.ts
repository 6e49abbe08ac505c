/**
 * Every way in which one file of ours names another: import, type import, dynamic import, `import('…')` as a
 * type, re-export, worker.
 */
import { posix } from 'node:path'
import ts from 'typescript'
import { isScript, lineOf, nodesOf, treeOf, type Source } from './source.ts'

export interface Import {
  readonly from: string
  readonly line: number
  /** As written. */
  readonly specifier: string
  /** The file of ours that is meant; null for a package. */
  readonly to: string | null
  /** `import type`: nothing of it is left when the program runs. */
  readonly isType: boolean
  readonly isDynamic: boolean
}

const edgesOfSource = new WeakMap<Source, readonly Import[]>()

export const importsOf = (sources: readonly Source[]): Import[] =>
  sources.filter(isScript).flatMap((source) => {
    const known = edgesOfSource.get(source) ?? readImports(source)
    edgesOfSource.set(source, known)
    return known
  })

const readImports = (source: Source): Import[] => {
  const tree = treeOf(source)
  const found: Import[] = []
  const add = (node: ts.Node, specifier: ts.Node | undefined, isType: boolean, isDynamic = false): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) {
      return
    }
    found.push({
      from: source.path,
      line: lineOf(tree, node.getStart(tree)),
      specifier: specifier.text,
      to: fileOf(source.path, specifier.text),
      isType,
      isDynamic,
    })
  }
  for (const node of nodesOf(source)) {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.importClause?.isTypeOnly === true)
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.isTypeOnly)
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, true)
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], false, true)
    } else if (
      ts.isNewExpression(node) &&
      node.expression.getText(tree) === 'URL' &&
      node.arguments?.[1]?.getText(tree) === 'import.meta.url'
    ) {
      add(node, node.arguments[0], false, true)
    }
  }
  return found
}

const fileOf = (from: string, specifier: string): string | null =>
  // Without an ending it is a folder's address, not a file.
  /^\..*\.[a-z]+(\?.*)?$/.test(specifier)
    ? posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))
    : null
