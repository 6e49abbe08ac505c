/** Law 2: a module's store and manifest are its own; a name is imported from where it is defined. */
import ts from 'typescript'
import { placeOf } from './floors.ts'
import { importsOf } from './imports.ts'
import { isScript, lineOf, treeOf, type Check, type Finding, type Source } from './source.ts'

const isPrivate = (path: string): boolean =>
  /^(server\/modules|world)\/.*(\/|-)(store|routes|module|use-cases)\.ts$/.test(path) &&
  !path.endsWith('/protocol-routes.ts')
const COMPOSER = 'server/modules/all.ts'

export const checkPrivateFiles: Check = (sources) =>
  importsOf(sources).flatMap(({ from, to, line }) => {
    if (
      to === null ||
      !isPrivate(to) ||
      placeOf(from) === placeOf(to) ||
      (from === COMPOSER && to.endsWith('/module.ts'))
    ) {
      return []
    }
    return [
      {
        law: 'private-files',
        path: from,
        line,
        what: `it imports ${to}, which is private to ${placeOf(to)}`,
        mend: `call a deed or a view of ${placeOf(to)}; write one there if none fits`,
      },
    ]
  })

export const checkReExports: Check = (sources) =>
  sources.filter(isScript).flatMap((source) => reExportsIn(source))

const reExportsIn = (source: Source): Finding[] => {
  const tree = treeOf(source)
  const imported = new Set(
    tree.statements.flatMap((statement) => (ts.isImportDeclaration(statement) ? namesOf(statement) : [])),
  )
  const passedOn = (statement: ts.Statement): boolean => {
    if (ts.isExportAssignment(statement)) {
      return ts.isIdentifier(statement.expression) && imported.has(statement.expression.text)
    }
    if (ts.isVariableStatement(statement)) {
      return (
        isExported(statement) &&
        statement.declarationList.declarations.some(
          ({ initializer }) =>
            initializer !== undefined && ts.isIdentifier(initializer) && imported.has(initializer.text),
        )
      )
    }
    if (!ts.isExportDeclaration(statement)) {
      return false
    }
    if (statement.moduleSpecifier) {
      return true
    }
    const { exportClause } = statement
    return (
      exportClause !== undefined &&
      ts.isNamedExports(exportClause) &&
      exportClause.elements.some(({ name, propertyName }) => imported.has((propertyName ?? name).text))
    )
  }
  return tree.statements.filter(passedOn).map((statement) => ({
    law: 're-exports',
    path: source.path,
    line: lineOf(tree, statement.getStart(tree)),
    what: `it passes on what it does not define: ${statement.getText(tree).slice(0, 80)}`,
    mend: 'let each reader import it from the file that defines it',
  }))
}

const isExported = (statement: ts.VariableStatement): boolean =>
  statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false

const namesOf = ({ importClause }: ts.ImportDeclaration): string[] => {
  const bindings = importClause?.namedBindings
  const named =
    bindings === undefined
      ? []
      : ts.isNamespaceImport(bindings)
        ? [bindings.name.text]
        : bindings.elements.map(({ name }) => name.text)
  return importClause?.name ? [importClause.name.text, ...named] : named
}
