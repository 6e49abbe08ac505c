// What a petition is about, in words: at the counter, in the app and in the public statistics.
import type { OutputOf } from '../../contract/operation.ts'
import type { ListPetitions } from '../../contract/petition.ts'
import { phrases } from '../ui/phrases.ts'

export type PetitionTopic = OutputOf<typeof ListPetitions>['items'][number]['topic']

/** In the order of the form. */
export const petitionTopics = [
  'public-order',
  'environment',
  'roads',
  'procedures',
  'officer-conduct',
  'land',
  'health',
  'schools',
  'other',
] as const satisfies readonly PetitionTopic[]

export const topicWords = phrases({
  'public-order': { vi: 'An ninh, trật tự', en: 'Public order' },
  environment: { vi: 'Môi trường, tiếng ồn', en: 'Environment and noise' },
  roads: { vi: 'Đường sá, điện, nước', en: 'Roads, power, water' },
  procedures: { vi: 'Thủ tục hành chính', en: 'Procedures at offices' },
  'officer-conduct': { vi: 'Thái độ của cán bộ', en: 'Conduct of an officer' },
  land: { vi: 'Đất đai, xây dựng', en: 'Land and building' },
  health: { vi: 'Y tế, an toàn thực phẩm', en: 'Health and food' },
  schools: { vi: 'Trường học', en: 'Schools' },
  other: { vi: 'Việc khác', en: 'Something else' },
})
