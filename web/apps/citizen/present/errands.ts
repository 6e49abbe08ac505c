// What is shown for which errand: chosen by what she is there for, not by the paper. A new errand, or another
// document, is a row here; a document that stands in none is shown from its own page.
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

interface ShownOf {
  /** The identity card, or a kind of document of another register. */
  readonly type: string
  /** Of the document, each of them disclosable by itself. */
  readonly show: readonly string[]
}
export interface Errand {
  readonly id: ErrandId
  readonly card: readonly ClaimName[]
  /** Shown besides, each by a code of its own, where she has one; in this order. */
  readonly others: readonly ShownOf[]
}

const named = ['name', 'birthdate'] as const

export const errands: readonly Errand[] = [
  { id: 'flight', card: ['name', 'personal_number', 'birthdate'], others: [] },
  {
    id: 'clinic',
    card: ['name', 'personal_number', 'birthdate', 'sex', 'residence'],
    others: [
      {
        type: 'health-insurance',
        show: [...named, 'card_number', 'benefit_level', 'initial_facility', 'expires_on', 'five_years_from'],
      },
    ],
  },
  {
    id: 'police',
    card: ['name', 'personal_number', 'birthdate', 'residence'],
    others: [
      { type: 'driving-licence', show: [...named, 'licence_number', 'classes', 'issued_on', 'expires_on'] },
      {
        type: 'vehicle-registration',
        show: [
          'name',
          'plate',
          'vehicle_kind',
          'brand',
          'colour',
          'chassis_number',
          'engine_number',
          'issued_on',
        ],
      },
    ],
  },
  { id: 'adult', card: ['age_over_18'], others: [] },
]

const icons = { flight: plane, clinic: heart, police: car, adult: person }

export const errandName = (id: ErrandId): string => t(id)
export const errandIcon = (id: ErrandId): string => icons[id]
