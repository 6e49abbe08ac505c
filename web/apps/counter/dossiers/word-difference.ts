// Which words of an answer are not in what the register says, so that the eye finds the number that is
// another. By the longest common run of words (Myers' problem, small enough for a table).

export interface Piece {
  readonly text: string
  readonly differs: boolean
}

/** A comma is no part of a house number. */
const wordsOf = (text: string): string[] => text.split(/(\s+|[,.;:·()]+)/).filter((part) => part !== '')

/** How many words two texts have in common from here to their ends. */
const commonTable = (a: readonly string[], b: readonly string[]): number[][] => {
  const table = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i]
      if (row) {
        row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
      }
    }
  }
  return table
}

const joined = (parts: readonly Piece[]): Piece[] => {
  const pieces: Piece[] = []
  for (const part of parts) {
    const last = pieces.at(-1)
    if (last?.differs === part.differs) {
      pieces[pieces.length - 1] = { text: last.text + part.text, differs: part.differs }
    } else {
      pieces.push(part)
    }
  }
  return pieces
}

/** `text` in pieces, each either as in `other` or not. Spaces between two that differ differ too. */
export const piecesOf = (text: string, other: string): readonly Piece[] => {
  const [a, b] = [wordsOf(text), wordsOf(other)]
  const table = commonTable(a, b)
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0
  const parts: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length) {
    if (j < b.length && a[i] === b[j]) {
      parts.push({ text: a[i] ?? '', differs: false })
      i++
      j++
    } else if (j < b.length && at(i, j + 1) >= at(i + 1, j)) {
      j++
    } else {
      parts.push({ text: a[i] ?? '', differs: true })
      i++
    }
  }
  return joined(
    parts.map((part, k) =>
      part.text.trim() === ''
        ? { ...part, differs: Boolean(parts[k - 1]?.differs && parts[k + 1]?.differs) }
        : part,
    ),
  )
}
