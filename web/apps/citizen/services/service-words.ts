// Words and signs that the pages of public services share.
import type { Service } from './service-search.ts'
import { moneyVN } from '../../../ui/format.ts'
import { dossier, family, home, key, phone, plane, shield, volume } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'

const icons: Readonly<Record<Service['icon'], string>> = {
  home,
  key,
  travel: plane,
  people: family,
  document: dossier,
  shield,
  phone,
  megaphone: volume,
}
/** Of a name that came over the wire as text. */
export const serviceIcon = (name: string): string =>
  Object.entries(icons).find(([known]) => known === name)?.[1] ?? dossier

export const lifeEventWords = phrases({
  home: { vi: 'Nhà ở, cư trú', en: 'Home' },
  birth: { vi: 'Sinh con', en: 'A birth' },
  death: { vi: 'Người thân mất', en: 'A death' },
  marriage: { vi: 'Kết hôn', en: 'Marriage' },
  work: { vi: 'Việc làm', en: 'Work' },
  travel: { vi: 'Đi xa', en: 'Travel' },
  study: { vi: 'Đi học', en: 'Study' },
  justice: { vi: 'Lý lịch, pháp luật', en: 'Records and law' },
})

const t = phrases({
  free: { vi: 'Miễn phí', en: 'No fee' },
})

export const feeText = (amount_vnd: number): string => (amount_vnd === 0 ? t('free') : moneyVN(amount_vnd))

/** A limit of the law is written `time · article`. */
export const limitParts = (limit: { vi: string; en: string }): { time: string; law: string | null } => {
  const text = inLanguage(limit)
  const at = text.lastIndexOf(' · ')
  return at === -1 ? { time: text, law: null } : { time: text.slice(0, at), law: text.slice(at + 3) }
}
