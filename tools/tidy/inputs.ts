/**
 * What a form asks for is kept: every field of a deed's input is read by what the deed does (`prepare`,
 * `limits`, `find`, `act`, a step's `change`) or by its audit line. A field that is asked for, parsed and
 * dropped promises something that nobody holds.
 */
import ts from 'typescript'
import { InputReads } from './input-reads.ts'
import { isScript, isTest, lineOf, nodesOf, treeOf, type Check, type Finding, type Source } from './source.ts'

/** `export const LockNow = deed('lock.now', …)`: which deed each contract is. */
const deedsIn = (sources: readonly Source[]): ReadonlyMap<string, string> =>
  new Map(
    sources
      .filter(({ path }) => path.startsWith('contract/'))
      .flatMap((source) =>
        [...source.text.matchAll(/const (\w+) = deed\(\s*'([^']+)'/g)].map(
          ([, constant = '', operation = '']) => [constant, operation] as const,
        ),
      ),
  )

/** `fieldsOf`: what the deed's form has, by its name on the wire. */
export const checkInputs =
  (fieldsOf: (operation: string) => readonly string[]): Check =>
  (sources) => {
    const scripts = sources.filter((source) => isScript(source) && !isTest(source.path))
    const [deeds, byPath] = [deedsIn(scripts), new Map(scripts.map((source) => [source.path, source]))]
    return scripts
      .filter(({ path }) => path.startsWith('server/modules/'))
      .flatMap((source) =>
        nodesOf(source).flatMap((node): Finding[] => {
          const operation = ts.isCallExpression(node) ? deeds.get(contractOf(node)) : undefined
          if (!operation || !ts.isCallExpression(node)) {
            return []
          }
          const reader = new InputReads(byPath)
          reader.call(node, source)
          const { fields, isWhole } = reader.reads
          const dropped = isWhole ? [] : fieldsOf(operation).filter((field) => !fields.has(field))
          return dropped.map((field) => ({
            law: 'inputs' as const,
            path: source.path,
            line: lineOf(treeOf(source), node.getStart(treeOf(source))),
            what: `${operation} asks for "${field}" and drops it`,
            mend: 'keep it where the deed keeps its record, or do not ask for it',
          }))
        }),
      )
  }

const contractOf = (call: ts.CallExpression): string => {
  for (const argument of call.arguments) {
    if (ts.isObjectLiteralExpression(argument)) {
      const contract = argument.properties.find((one) => one.name?.getText() === 'contract')
      if (contract && ts.isPropertyAssignment(contract)) {
        return contract.initializer.getText()
      }
    }
  }
  return ''
}
