/**
 * What every law looks at: a file as text, read once into TypeScript's own tree, and the findings that a law
 * answers.
 */
import ts from 'typescript'

export interface Source {
  /** From the repository's root, with forward slashes. */
  readonly path: string
  readonly text: string
}

export interface Finding {
  readonly law: Law
  readonly path: string
  readonly line: number
  /** What is wrong, in words an exception can quote. */
  readonly what: string
  readonly mend: string
}

export type Law =
  | 'arrows'
  | 'circles'
  | 'fixtures'
  | 'world-below'
  | 'private-files'
  | 're-exports'
  | 'tables'
  | 'environment'
  | 'begin'
  | 'savepoint'
  | 'audit-insert'
  | 'register-picture'
  | 'hand-made-lines'
  | 'purposes'
  | 'problem-renderer'
  | 'clock'
  | 'ids'
  | 'attention'
  | 'styles'
  | 'long-functions'
  | 'long-files'
  | 'lines'
  | 'empty-names'
  | 'any'
  | 'double-cast'
  | 'suppressions'
  | 'todo'
  | 'routes'
  | 'edges'
  | 'permits'
  | 'untyped-event'
  | 'letters'
  | 'limits-as-data'
  | 'inputs'

export type Check = (sources: readonly Source[]) => Finding[]

const trees = new WeakMap<Source, ts.SourceFile>()

/** The file's syntax tree; parsed at the first asking. */
export const treeOf = (source: Source): ts.SourceFile => {
  const known = trees.get(source)
  if (known) {
    return known
  }
  const kind = source.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const tree = ts.createSourceFile(
    source.path,
    source.text,
    { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    true,
    kind,
  )
  trees.set(source, tree)
  return tree
}

export const isScript = ({ path }: Source): boolean => /\.tsx?$/.test(path)
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('testing/')
/** What is shipped and runs for a citizen; tests, measurements and tools are not. */
export const isProduct = (path: string): boolean =>
  /^(formats|contract|server|web|world)\//.test(path) && !isTest(path)

const nodes = new WeakMap<Source, readonly ts.Node[]>()

/** Every node of a file, outer ones first; listed once, for twenty laws look at each. */
export const nodesOf = (source: Source): readonly ts.Node[] => {
  const known = nodes.get(source)
  if (known) {
    return known
  }
  const all: ts.Node[] = []
  const list = (node: ts.Node): void => {
    all.push(node)
    ts.forEachChild(node, list)
  }
  list(treeOf(source))
  nodes.set(source, all)
  return all
}

export const lineOf = (tree: ts.SourceFile, position: number): number =>
  tree.getLineAndCharacterOfPosition(position).line + 1

const at = (source: Source, node: ts.Node): { path: string; line: number } => ({
  path: source.path,
  line: lineOf(treeOf(source), node.getStart(treeOf(source))),
})

/** Runs one look over every node of the scripts that `isOf` takes. */
export const lookAt = (
  sources: readonly Source[],
  isOf: (path: string) => boolean,
  look: (node: ts.Node, found: (node: ts.Node, what: string) => void) => void,
  shape: { law: Law; mend: string },
): Finding[] => {
  const findings: Finding[] = []
  for (const source of sources) {
    if (!isScript(source) || !isOf(source.path)) {
      continue
    }
    const found = (where: ts.Node, what: string): void =>
      void findings.push({ ...shape, ...at(source, where), what })
    for (const node of nodesOf(source)) {
      look(node, found)
    }
  }
  return findings
}

/** The text of a string or template, `${…}` in place of what is filled in; undefined for any other node. */
export const textOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    return node.text
  }
  if (ts.isTemplateExpression(node)) {
    return (
      node.head.text +
      node.templateSpans.map((span) => `\${${span.expression.getText()}}${span.literal.text}`).join('')
    )
  }
  return undefined
}

export const say = ({ path, line, what, mend }: Finding): string =>
  `${path}:${line}  ${what}\n    mend: ${mend}`
