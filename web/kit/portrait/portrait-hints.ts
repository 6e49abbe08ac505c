// What to do about each fault the server sees in a portrait (contract/enrolment.ts, portraitHint).
import { phrases } from '../../ui/phrases.ts'

const table = {
  'too-dark': {
    vi: 'Ảnh hơi tối. Quay mặt về phía cửa sổ hoặc bật đèn rồi chụp lại.',
    en: 'The picture is dark. Face a window or turn on a light.',
  },
  'too-bright': {
    vi: 'Ảnh bị chói. Tránh đèn hoặc nắng chiếu thẳng vào mặt.',
    en: 'The picture is too bright. Move out of direct light.',
  },
  'low-contrast': {
    vi: 'Mặt chìm vào nền. Đứng trước một bức tường khác màu áo và da.',
    en: 'The face fades into the background. Stand before a wall of another colour.',
  },
  blurred: {
    vi: 'Ảnh bị nhoè. Tựa tay cho vững, lau ống kính rồi chụp lại.',
    en: 'The picture is blurred. Rest your arms, wipe the lens, take it again.',
  },
  'too-small': {
    vi: 'Mặt còn nhỏ trong ảnh. Đưa máy lại gần hơn.',
    en: 'The face is small. Hold the phone closer.',
  },
  'no-face': {
    vi: 'Chưa thấy khuôn mặt ở giữa ảnh. Đưa mặt vào khung bầu dục, nhìn thẳng.',
    en: 'No face was seen in the middle. Bring your face into the oval and look straight ahead.',
  },
  'not-square-enough': {
    vi: 'Ảnh quá dài hoặc quá rộng. Chụp dọc, từ vai trở lên.',
    en: 'The picture is too long or too wide. Hold the phone upright, from the shoulders up.',
  },
  other: {
    vi: 'Chụp lại ở chỗ đủ sáng, nhìn thẳng vào máy.',
    en: 'Take it again in good light, looking straight ahead.',
  },
} as const
const t = phrases(table)

const isKnown = (hint: string): hint is keyof typeof table => Object.hasOwn(table, hint)
export const hintPhrase = (hint: string): string => t(isKnown(hint) ? hint : 'other')
