/** How deep a rule walks through lists within lists: its time grows with the product of their lengths. */

const MACRO = /\.\s*(?:all|exists|exists_one|map|filter)\s*\($/

/** Nesting of `all`, `exists`, `exists_one`, `map` and `filter`; what stands in quotes counts for nothing. */
export const loopsOfRule = (rule: string): number => {
  const text = rule.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, '0')
  const open: boolean[] = []
  let deepest = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') {
      open.push(MACRO.test(text.slice(0, at + 1)))
      deepest = Math.max(deepest, open.filter(Boolean).length)
    }
    if (text[at] === ')') {
      open.pop()
    }
  }
  return deepest
}
