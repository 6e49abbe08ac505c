// Signs of the kinds of documents, which come with their pages alone. Paths of 24 by 24, as in ui/icons.
import { car, card, family, heart } from '../../../ui/icons.tsx'
import type { DocumentType } from '../../../../contract/document-type.ts'

const motorbike =
  'M5.5 19a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM18.5 19a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM5.5 16h6.5l3.5-5.5H9M15.5 10.5 13.5 6H11M15.5 10.5l3 5.5'
const work = 'M4 8.5h16v10.5H4zM9 8.5V6a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2.5M4 13h16M12 12v2.5'
const vaccine = 'm19.5 4.5-3 3M15 6l3 3M8 20l-2-2L15.5 8.5l2 2L8 20ZM4 20l2-2M10 14l2 2M12.5 11.5l2 2'
const school =
  'M2.5 9.5 12 5l9.5 4.5L12 14 2.5 9.5ZM6 11.5V16c1.5 1.7 3.7 2.5 6 2.5s4.5-.8 6-2.5v-4.5M21.5 9.5V15'
const office = 'M4 20h16M6 20V9.5M10 20V9.5M14 20V9.5M18 20V9.5M3.5 9.5 12 4l8.5 5.5z'
const birth =
  'M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM7 20c0-4 2-6.5 5-6.5s5 2.5 5 6.5M8.5 16.5l3.5 2 3.5-2'
const rings =
  'M9 19.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM15 19.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM10.5 4.5h3L12 7z'

export const documentIcons: Readonly<Record<DocumentType['icon'], string>> = {
  card,
  motorbike,
  car,
  health: heart,
  people: family,
  work,
  vaccine,
  school,
  office,
  birth,
  rings,
}
