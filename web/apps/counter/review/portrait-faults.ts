// What is wrong with a portrait, as an officer chooses it, and what its applicant is then told.
import type { portraitFault } from '../../../../contract/enrolment.ts'
import type { z } from 'zod'
import { phrases } from '../../../ui/phrases.ts'

export type PortraitFault = z.infer<typeof portraitFault>

export const portraitFaults = [
  'blurred',
  'too-dark',
  'face-covered',
  'face-turned',
  'several-people',
  'not-own-face',
] as const satisfies readonly PortraitFault[]

export const faultWords = phrases({
  blurred: { vi: 'Ảnh mờ', en: 'Blurred' },
  'too-dark': { vi: 'Ảnh quá tối', en: 'Too dark' },
  'face-covered': { vi: 'Khuôn mặt bị che', en: 'Face covered' },
  'face-turned': { vi: 'Mặt quay nghiêng', en: 'Face turned away' },
  'several-people': { vi: 'Nhiều người trong ảnh', en: 'Several people in it' },
  'not-own-face': { vi: 'Không phải ảnh chụp trực tiếp', en: 'Not taken of the person directly' },
})
export const faultAdvice = phrases({
  blurred: {
    vi: 'Người dân được nhắc giữ yên máy khi chụp.',
    en: 'The person is told to hold the phone still.',
  },
  'too-dark': {
    vi: 'Người dân được nhắc quay mặt về phía cửa sổ hoặc đèn.',
    en: 'The person is told to face a window or a lamp.',
  },
  'face-covered': {
    vi: 'Người dân được nhắc bỏ khẩu trang, kính râm, mũ.',
    en: 'The person is told to take off mask, sunglasses and hat.',
  },
  'face-turned': {
    vi: 'Người dân được nhắc nhìn thẳng vào máy.',
    en: 'The person is told to look straight at the camera.',
  },
  'several-people': {
    vi: 'Người dân được nhắc chụp một mình.',
    en: 'The person is told to be alone in the picture.',
  },
  'not-own-face': {
    vi: 'Ví dụ ảnh chụp lại từ giấy tờ. Nếu nghi giả mạo, hãy từ chối với lý do đó.',
    en: 'A picture of a picture, for instance. If you suspect fraud, refuse for that reason.',
  },
})
