// A paper in words, as its picture is named to whoever cannot see it.
import { phrases } from '../../../ui/phrases.ts'

/** `date`: as it is read. */
export type PaperInWords = { kind: string; number: string; authority: string; date: string }

const t = phrases({
  page: {
    vi: 'Ảnh trang {n} của {kind} số {number}, {authority}, ngày {date}',
    en: 'Picture of page {n}: {kind}, number {number}, {authority}, {date}',
  },
  untyped: { vi: 'Ảnh trang {n} của {kind}', en: 'Picture of page {n}: {kind}' },
})

/** `n`: from 1. What is not typed yet is not said. */
export const pageName = (paper: PaperInWords, n: number): string =>
  t(paper.number && paper.authority && paper.date ? 'page' : 'untyped', { ...paper, n })
