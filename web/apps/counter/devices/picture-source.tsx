// Where a picture is taken at the counter, of a face or of a paper: the choice of it, and how the camera says
// that it is not there.
import { simulators } from '../../../kit/simulators.ts'
import { SelectField } from '../../../ui/field.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { chooseDevice, deviceChoice, type PortraitSource } from './device-choice.ts'

export const cameraWords = phrases({
  asking: {
    vi: 'Đang mở máy ảnh. Nếu được hỏi, chọn Cho phép.',
    en: 'Opening the camera. When asked, allow it.',
  },
  refused: {
    vi: 'Máy ảnh đang bị chặn với trang này. Mở khoá trong cài đặt trình duyệt, hoặc chọn nguồn khác.',
    en: 'The camera is blocked for this page. Allow it in the browser settings, or choose another source.',
  },
  none: {
    vi: 'Không mở được máy ảnh nào. Chọn nguồn khác.',
    en: 'No camera could be opened. Choose another source.',
  },
})

const t = phrases({
  source: { vi: 'Nguồn ảnh', en: 'Where the picture is taken' },
  camera: { vi: 'Máy ảnh', en: 'Camera' },
  file: { vi: 'Tệp ảnh', en: 'Picture file' },
})

const sources = (): { value: PortraitSource; label: string }[] => {
  const simulated = simulators()
  return [
    ...(simulated ? [{ value: 'world' as const, label: inLanguage(simulated.words.camera) }] : []),
    { value: 'camera', label: t('camera') },
    { value: 'file', label: t('file') },
  ]
}

export const PictureSource = ({ of }: { of: 'portrait' | 'paper' }) => (
  <SelectField
    id={`${of}-source`}
    label={t('source')}
    value={deviceChoice.use()[of]}
    options={sources()}
    onValue={(value) => chooseDevice({ [of]: value as PortraitSource })}
  />
)
