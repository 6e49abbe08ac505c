/** What is noticed about officers, and who looked into it. Lines about nobody. */
import { definePurposes } from './shape.ts'

export const supervisionPurposes = definePurposes({
  'unusual-volume-settled': {
    vi: 'Người phụ trách xem xét việc tra cứu nhiều bất thường',
    en: 'A supervisor looked into unusually many look-ups',
    family: 'staff',
    fields: [],
  },
})
