// What is shown for which errand: chosen by what she is there for, not by the paper. A new errand, or another
// document, is a row here.
import type { ClaimName } from '../../../kit/documents/claim-words.ts'
import { car, heart, person, plane } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  flight: { vi: 'Đi máy bay', en: 'Take a flight' },
  clinic: { vi: 'Khám bệnh', en: 'See a doctor' },
  police: { vi: 'Cảnh sát giao thông', en: 'Traffic police' },
  adult: { vi: 'Đủ 18 tuổi', en: '18 or older' },
})

export type ErrandId = 'flight' | 'clinic' | 'police' | 'adult'

export interface Errand {
  readonly id: ErrandId
  /** Of the document, each of them disclosable by itself. */
  readonly show: readonly ClaimName[]
}

export const errands: readonly Errand[] = [
  { id: 'flight', show: ['name', 'personal_number', 'birthdate'] },
  { id: 'clinic', show: ['name', 'personal_number', 'birthdate', 'sex', 'residence'] },
  { id: 'police', show: ['name', 'personal_number', 'birthdate', 'residence'] },
  { id: 'adult', show: ['age_over_18'] },
]

const icons = { flight: plane, clinic: heart, police: car, adult: person }

export const errandName = (id: ErrandId): string => t(id)
export const errandIcon = (id: ErrandId): string => icons[id]
