// What a registered device takes, in words.
import type { DeviceKind } from '../../../../contract/devices.ts'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  camera: { vi: 'máy ảnh', en: 'camera' },
  scanner: { vi: 'máy quét vân tay', en: 'fingerprint scanner' },
  reader: { vi: 'máy đọc thẻ', en: 'card reader' },
  screen: { vi: 'màn hình người dân', en: "citizen's screen" },
})
export const kindsWords = (kinds: readonly DeviceKind[]): string => kinds.map((kind) => t(kind)).join(', ')
