/**
 * On which line of a file a place of its JSON stands. The positions are those of the parser of `yaml`, of
 * whose language JSON is a part; the values are read by JSON.parse alone.
 */
import { isMap, isScalar, isSeq, parseDocument, LineCounter, type Node } from 'yaml'

export type JsonPath = readonly (string | number)[]
export interface JsonLines {
  /** Counted from 1. Of a place that is not there: of the nearest one around it that is. */
  lineOf(path: JsonPath): number
  /** Names that an object says twice, each with its line: JSON.parse takes the last and says nothing. */
  readonly twice: readonly { readonly line: number; readonly name: string }[]
}

const startOf = (node: unknown): number | null =>
  (isMap(node) || isSeq(node) || isScalar(node)) && node.range ? node.range[0] : null

interface Step {
  readonly at: number | null
  readonly node: unknown
}
/** An entry of an object stands where its name stands. */
const into = (node: unknown, key: string | number): Step | null => {
  if (isMap(node)) {
    const pair = node.items.findLast((item) => isScalar(item.key) && item.key.value === String(key))
    return pair ? { at: startOf(pair.key), node: pair.value } : null
  }
  const item = isSeq(node) && typeof key === 'number' ? node.items[key] : undefined
  return item === undefined ? null : { at: startOf(item), node: item }
}

const namesTwice = (root: Node | null, lineAt: (offset: number) => number): JsonLines['twice'] => {
  const found: { line: number; name: string }[] = []
  const look = (node: unknown): void => {
    if (isSeq(node)) {
      node.items.forEach(look)
    }
    if (isMap(node)) {
      const seen = new Set<unknown>()
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? key.value : null
        if (seen.has(name)) {
          found.push({ line: lineAt(startOf(key) ?? 0), name: String(name) })
        }
        seen.add(name)
        look(value)
      }
    }
  }
  look(root)
  return found
}

/** `text`: JSON that JSON.parse has read. */
export const jsonLines = (text: string): JsonLines => {
  const lineCounter = new LineCounter()
  const { contents } = parseDocument(text, {
    lineCounter,
    uniqueKeys: false,
    logLevel: 'silent',
    merge: false,
  })
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line
  return {
    lineOf: (path) => {
      let node: unknown = contents
      let at = startOf(contents) ?? 0
      for (const key of path) {
        const step = into(node, key)
        if (!step) {
          break
        }
        at = step.at ?? at
        node = step.node
      }
      return lineAt(at)
    },
    twice: namesTwice(contents, lineAt),
  }
}

/** Where JSON.parse stopped: its own line, else that of the position it names, else the last one. */
export const lineOfError = (text: string, { message }: Error): number => {
  const line = /\(line (\d+) column \d+\)/.exec(message)?.[1]
  const position = /at position (\d+)/.exec(message)?.[1]
  const token = /^Unexpected token .*?, (?:\.\.\.)?"([^]*?)"(?:\.\.\.)? is not valid JSON$/.exec(message)?.[1]
  const near = token === undefined ? -1 : text.indexOf(token)
  const before =
    position !== undefined
      ? text.slice(0, Number(position))
      : near >= 0
        ? text.slice(0, near + Math.ceil((token ?? '').length / 2))
        : text
  return line === undefined ? before.split('\n').length : Number(line)
}
