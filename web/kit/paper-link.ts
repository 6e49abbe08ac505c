// The code of a paper in what a camera read: the printed code leads to the page that checks papers.
import { parsePaperCode } from '../../formats/paper-code.ts'

export const PAPER_PAGE = '/verify/paper'

/** The page's address with the code behind its #; null for a text of another kind. */
export const paperPageOf = (text: string, origin: string): string | null => {
  const url = URL.parse(text.trim())
  if (url?.origin !== origin || url.pathname.replace(/\/+$/, '') !== PAPER_PAGE) {
    return null
  }
  const code = parsePaperCode(url.hash.slice(1))
  return code.ok ? `${PAPER_PAGE}#${code.value}` : null
}
