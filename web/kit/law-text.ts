// How the source of a rule is written on screen: the server names laws in English; Vietnamese readers know
// them by Điều, khoản, điểm.
import { language } from '../ui/language.ts'

const SOURCE = /(Law|Decree) ([\w/-]+) art\. (\d+)((?:\([^)]+\))*(?:, (?:\([^)]+\))+)*)/g

/** `(1)(a)` → `điểm a khoản 1 `; a clause without a point → `khoản 2 `. */
const clauseText = (clause: string): string => {
  const [number = '', point] = [...clause.matchAll(/\(([^)]+)\)/g)].map((part) => part[1])
  return point ? `điểm ${point} khoản ${number}` : `khoản ${number}`
}

const inVietnamese = (kind: string, number: string, article: string, clauses: string): string => {
  const parts = clauses.split(', ').filter(Boolean).map(clauseText)
  return `${parts.length > 0 ? `${parts.join(', ')} ` : ''}Điều ${article} ${kind === 'Law' ? 'Luật' : 'Nghị định'} ${number.replace('ND-CP', 'NĐ-CP')}`
}

/** The articles named in a rule's source, without its remarks; the whole text when none is recognised. */
export const lawText = (source: string): string => {
  const named = [...source.matchAll(SOURCE)].map(
    ([whole, kind = '', number = '', article = '', clauses = '']) =>
      language() === 'vi' ? inVietnamese(kind, number, article, clauses) : whole,
  )
  const [first = source, ...more] = named
  return [first.replace(/^[đk]/, (letter) => letter.toUpperCase()), ...more].join('; ')
}
