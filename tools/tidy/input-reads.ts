/**
 * Which fields of its input a use case reads, told from its text. It follows the input where it is handed on
 * whole; where it goes out of sight (a spread, a method) all of it counts as read.
 */
import { posix } from 'node:path'
import ts from 'typescript'
import { treeOf, type Source } from './source.ts'

type Fn = ts.ArrowFunction | ts.FunctionExpression | ts.MethodDeclaration | ts.FunctionDeclaration
interface Reads {
  readonly fields: Set<string>
  isWhole: boolean
}
interface Place {
  readonly fn: Fn
  readonly source: Source
}

/** Where the input stands among the parameters of each part of a use case. */
const INPUT_AT: Readonly<Record<string, number>> = {
  prepare: 0,
  limits: 0,
  find: 1,
  act: 1,
  change: 1,
  begin: 1,
  line: 0,
}
/** What a finder that a maker made (`finders(kind).forUpdate`, `findOwn(look)`) looks a record up by. */
const MADE_FINDER_READS = ['id', 'caseId', 'reference', 'personalNumber'] as const

const isFn = (node: ts.Node | undefined): node is Fn =>
  node !== undefined &&
  (ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isFunctionDeclaration(node))

export class InputReads {
  readonly reads: Reads = { fields: new Set(), isWhole: false }
  private readonly byPath: ReadonlyMap<string, Source>
  private readonly seen = new Set<string>()

  constructor(byPath: ReadonlyMap<string, Source>) {
    this.byPath = byPath
  }

  /** The parts of a definition, and those of whatever made the use case of it. */
  call(call: ts.CallExpression, source: Source): void {
    for (const argument of call.arguments) {
      if (ts.isObjectLiteralExpression(argument)) {
        this.definition(argument, source)
      }
    }
    const maker = ts.isIdentifier(call.expression) ? this.resolve(call.expression.text, source) : null
    if (!maker || this.isSeen(maker, 'maker')) {
      return
    }
    this.walk(maker.fn, (node) => {
      if (ts.isCallExpression(node) && node.arguments.some((one) => ts.isObjectLiteralExpression(one))) {
        this.call(node, maker.source)
      }
    })
  }

  private definition(object: ts.ObjectLiteralExpression, source: Source): void {
    for (const property of object.properties) {
      const name = property.name?.getText(treeOf(source)) ?? ''
      const place = this.functionOf(property, source)
      if (name === 'audit') {
        this.audit(place)
      } else if (name in INPUT_AT && place) {
        this.parameter(place, INPUT_AT[name] ?? 0)
      } else if (name === 'find') {
        MADE_FINDER_READS.forEach((field) => this.reads.fields.add(field))
      }
    }
  }

  private functionOf(property: ts.ObjectLiteralElementLike, source: Source): Place | null {
    if (ts.isMethodDeclaration(property)) {
      return { fn: property, source }
    }
    if (ts.isShorthandPropertyAssignment(property)) {
      return this.resolve(property.name.text, source)
    }
    if (!ts.isPropertyAssignment(property)) {
      return null
    }
    const { initializer } = property
    return isFn(initializer)
      ? { fn: initializer, source }
      : ts.isIdentifier(initializer)
        ? this.resolve(initializer.text, source)
        : null
  }

  /** `({ input }) => …`, or `(done) => … done.input …`. */
  private audit(place: Place | null): void {
    const name = place?.fn.parameters[0]?.name
    if (!place || !name) {
      return
    }
    if (ts.isObjectBindingPattern(name)) {
      for (const element of name.elements) {
        if ((element.propertyName ?? element.name).getText(treeOf(place.source)) === 'input') {
          this.binding(element.name, place)
        }
      }
      return
    }
    this.walk(place.fn, (node) => {
      if (ts.isPropertyAccessExpression(node) && node.name.text === 'input') {
        this.use(node, place)
      }
    })
  }

  private parameter(place: Place, at: number): void {
    const parameter = place.fn.parameters[at]
    if (parameter && !this.isSeen(place, String(at))) {
      this.binding(parameter.name, place)
    }
  }

  private binding(name: ts.BindingName, place: Place): void {
    if (ts.isObjectBindingPattern(name)) {
      for (const element of name.elements) {
        if (element.dotDotDotToken) {
          this.binding(element.name, place)
        } else {
          this.reads.fields.add((element.propertyName ?? element.name).getText(treeOf(place.source)))
        }
      }
    } else if (ts.isIdentifier(name)) {
      this.walk(place.fn, (node) => {
        if (ts.isIdentifier(node) && node.text === name.text && node !== name && !isNameOnly(node)) {
          this.use(node, place)
        }
      })
    }
  }

  /** `node` is the whole input, in the middle of something. */
  private use(node: ts.Expression, place: Place): void {
    const { parent } = node
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      this.reads.fields.add(parent.name.text)
    } else if (ts.isVariableDeclaration(parent) && parent.initializer === node) {
      this.binding(parent.name, place)
    } else if (ts.isCallExpression(parent) && parent.arguments.includes(node)) {
      this.handedOn(parent, parent.arguments.indexOf(node), place)
    } else {
      this.reads.isWhole = true
    }
  }

  private handedOn(call: ts.CallExpression, at: number, { source }: Place): void {
    const root = rootOf(call.expression)
    // What a maker was given is looked at where it was given.
    if (root && isParameterAround(call, root)) {
      return
    }
    const made = ts.isCallExpression(call.expression) || ts.isPropertyAccessExpression(call.expression)
    if (made && root && /^(finders|openingOf)$/.test(root)) {
      MADE_FINDER_READS.forEach((field) => this.reads.fields.add(field))
      return
    }
    const place = ts.isIdentifier(call.expression) ? this.resolve(call.expression.text, source) : null
    if (place) {
      this.parameter(place, at)
    } else {
      this.reads.isWhole = true
    }
  }

  private resolve(name: string, source: Source): Place | null {
    for (const statement of treeOf(source).statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) {
        return { fn: statement, source }
      }
      if (ts.isVariableStatement(statement)) {
        const found = statement.declarationList.declarations.find((one) => one.name.getText() === name)
        if (found) {
          return isFn(found.initializer) ? { fn: found.initializer, source } : null
        }
      }
      if (ts.isImportDeclaration(statement)) {
        const { namedBindings } = statement.importClause ?? {}
        const specifier =
          namedBindings && ts.isNamedImports(namedBindings)
            ? namedBindings.elements.find((one) => one.name.text === name)
            : undefined
        if (specifier && ts.isStringLiteral(statement.moduleSpecifier)) {
          const path = posix.join(posix.dirname(source.path), statement.moduleSpecifier.text)
          const there = this.byPath.get(path)
          return there ? this.resolve((specifier.propertyName ?? specifier.name).text, there) : null
        }
      }
    }
    return null
  }

  private isSeen({ fn, source }: Place, how: string): boolean {
    const key = `${source.path} ${fn.pos} ${how}`
    const isSeen = this.seen.has(key)
    this.seen.add(key)
    return isSeen
  }

  private walk(node: ts.Node, look: (node: ts.Node) => void): void {
    ts.forEachChild(node, (child) => {
      look(child)
      this.walk(child, look)
    })
  }
}

/** A name that is no value: of a property, a binding, a key. */
const isNameOnly = (node: ts.Identifier): boolean => {
  const { parent } = node
  return (
    ((ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node) ||
    ts.isBindingElement(parent) ||
    ts.isParameter(parent)
  )
}

const rootOf = (node: ts.Expression): string | null =>
  ts.isIdentifier(node)
    ? node.text
    : ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)
      ? rootOf(node.expression)
      : null

const isParameterAround = (node: ts.Node, name: string): boolean => {
  for (let around = node.parent; around; around = around.parent) {
    if (isFn(around) && around.parameters.some((one) => bindsName(one.name, name))) {
      return true
    }
  }
  return false
}
const bindsName = (bound: ts.BindingName, name: string): boolean =>
  ts.isIdentifier(bound)
    ? bound.text === name
    : bound.elements.some((one) => ts.isBindingElement(one) && bindsName(one.name, name))
