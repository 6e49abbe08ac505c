/**
 * Which patterns a form may judge answers by: those that end quickly on whatever is typed. A pattern that
 * repeats what repeats (`(a+)+`) can keep a server for hours with one short answer.
 */

const MOST_LENGTH = 200
/** Each may run over the whole answer, so that time grows with their product. */
const MOST_OPEN = 2
const MOST_TIMES = 100

interface Repeat {
  readonly length: number
  readonly most: number
}
const repeatAt = (pattern: string, at: number): Repeat | null => {
  const found = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(pattern.slice(at))
  if (!found) {
    return null
  }
  const [whole, least, comma, most] = found
  const open = whole.startsWith('*') || whole.startsWith('+') || (comma !== undefined && most === '')
  const times = whole.startsWith('?') ? 1 : Number(most ?? least)
  return { length: whole.length, most: open ? Infinity : times }
}

interface Group {
  repeats: boolean
  chooses: boolean
}

/** The end of a class such as `[^\]a-z]`, which begins at `at`. */
const endOfClass = (pattern: string, at: number): number => {
  let end = at + 1
  while (end < pattern.length && pattern[end] !== ']') {
    end += pattern[end] === '\\' ? 2 : 1
  }
  return end
}

const wrongRepeats = (pattern: string): string | null => {
  const groups: Group[] = [{ repeats: false, chooses: false }]
  let open = 0
  let last: Group | null = null
  let at = 0
  while (at < pattern.length) {
    const repeat = at === 0 ? null : repeatAt(pattern, at)
    const top = groups.at(-1)
    if (repeat) {
      if (repeat.most > 1 && (last?.repeats || last?.chooses)) {
        return 'repeats a group that itself repeats or chooses: such a pattern may never come to an end'
      }
      if (repeat.most !== Infinity && repeat.most > MOST_TIMES) {
        return `repeats something more than ${MOST_TIMES} times: let maxLength say how long an answer may be`
      }
      open += repeat.most === Infinity ? 1 : 0
      if (top && repeat.most > 1) {
        top.repeats = true
      }
      last = null
      at += repeat.length
      continue
    }
    last = null
    const sign = pattern[at]
    if (sign === '[') {
      at = endOfClass(pattern, at)
    } else if (sign === '\\') {
      at += 1
    } else if (sign === '(') {
      groups.push({ repeats: false, chooses: false })
    } else if (sign === '|' && top) {
      top.chooses = true
    } else if (sign === ')') {
      last = groups.pop() ?? null
      const around = groups.at(-1)
      if (around && last?.repeats) {
        around.repeats = true
      }
    }
    at += 1
  }
  if (groups[0]?.chooses) {
    return 'chooses between wholes: put the choice in brackets, as in ^(?:a|b)$'
  }
  return open > MOST_OPEN
    ? `has more than ${MOST_OPEN} parts without a bound (* or +): give them one, such as {1,20}`
    : null
}

/** What is wrong with it, in words; null where nothing is. */
export const wrongInPattern = (pattern: string): string | null => {
  if (pattern.length > MOST_LENGTH) {
    return `is longer than ${MOST_LENGTH} characters`
  }
  try {
    // As the validator of answers reads it.
    RegExp(pattern, 'u')
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*?: /, '') : ''
    return `is no pattern: ${why}`
  }
  if (/\(\?(?:[=!]|<[=!])/.test(pattern)) {
    return 'looks ahead or behind: a pattern here says what stands, from left to right'
  }
  if (/\\(?:[1-9]|k<)/.test(pattern)) {
    return 'speaks of an earlier group again (\\1): that cannot be judged in a bounded time'
  }
  if (!pattern.startsWith('^') || !/(?:^|[^\\])(?:\\\\)*\$$/.test(pattern)) {
    return 'must say the whole answer: it begins with ^ and ends with $'
  }
  return wrongRepeats(pattern)
}
