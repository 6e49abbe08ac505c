/** Pictures of papers, as a desk's camera takes them: drawn, of nobody. */
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { takePaperPage } from '../server/modules/cases/representation/requests/paper-pages.ts'
import type { Visitor } from './visitor.ts'

/** Base64; each text is another page. */
export const pictureOfPaper = async (text = 'QUYẾT ĐỊNH', kind: 'jpeg' | 'png' = 'jpeg'): Promise<string> => {
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200">
    <rect width="900" height="1200" fill="#f6f3ea"/><text x="80" y="160" font-size="48">${text}</text></svg>`
  const drawn = sharp(Buffer.from(page)).flatten({ background: '#f6f3ea' })
  return (await (kind === 'png' ? drawn.png() : drawn.jpeg({ quality: 80 })).toBuffer()).toString('base64')
}

/** How a page that was taken is named. */
export const idOfPage = (page: string): string =>
  createHash('sha256').update(Buffer.from(page, 'base64')).digest('base64url')

/** One page of the first paper of this request. */
export const takePage = async (officer: Visitor, caseId: string, text?: string) =>
  officer.do(takePaperPage, { caseId, paper: 0, page: await pictureOfPaper(text) })
