// The ways to a verdict: the code typed off the paper, read by the camera or from a picture, or the PDF
// itself.
import { useState } from 'preact/hooks'
import { parsePaperCode, type PaperCodeReason } from '../../../../formats/paper-code.ts'
import { paperPageOf } from '../../../kit/paper-link.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { camera, check, dossier } from '../../../ui/icons.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { phrases } from '../../../ui/phrases.ts'
import type { Asked } from './check-paper.ts'

const t = phrases({
  code: { vi: 'Mã in trên giấy', en: 'The code printed on the paper' },
  hint: {
    vi: '20 chữ và số, in bên cạnh mã QR. Chữ hoa hay thường, có gạch hay không đều được.',
    en: '20 letters and digits beside the QR code. In any case, with or without dashes.',
  },
  check: { vi: 'Kiểm tra', en: 'Check' },
  empty: { vi: 'Nhập mã in trên giấy.', en: 'Enter the code printed on the paper.' },
  length: {
    vi: 'Mã có đúng 20 chữ và số. Xem lại có thiếu hay thừa không.',
    en: 'A code has exactly 20 letters and digits. See whether one is missing or extra.',
  },
  characters: {
    vi: 'Mã chỉ có chữ không dấu và số; không có chữ U. Xem lại ký tự lạ.',
    en: 'A code has plain letters and digits, and no U. Look for a sign that does not belong.',
  },
  wrong: {
    vi: 'Có một chỗ bị nhầm. So lại từng nhóm bốn với tờ giấy.',
    en: 'Something is mistyped. Compare each group of four with the paper.',
  },
  camera: { vi: 'Quét mã QR bằng máy ảnh', en: 'Scan the QR code with the camera' },
  stop: { vi: 'Tắt máy ảnh', en: 'Turn the camera off' },
  file: { vi: 'Chọn tệp PDF của giấy', en: 'Choose the PDF of the paper' },
  fileMore: {
    vi: 'Hoặc kéo tệp thả vào trang này. Tệp không rời máy của bạn; chỉ một dãy số tính từ tệp được gửi đi.',
    en: 'Or drop the file on this page. It does not leave your device; only a number made from it is sent.',
  },
  other: {
    vi: 'Đây không phải mã của giấy do cơ quan cấp ở đây. Mã không được mở.',
    en: 'This is not the code of a paper that was issued here. It was not opened.',
  },
})

const faultOf = (reason: PaperCodeReason): string => t(reason === 'check' ? 'wrong' : reason)

const CodeReader = lazyPart(() => import('../../../kit/code-reader/code-reader.tsx'))

type Asking = { readonly isBusy: boolean; readonly onAsk: (asked: Asked) => void }

const TypedCode = ({ isBusy, onAsk }: Asking) => {
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string>()
  const send = () => {
    const whole = paperPageOf(text, location.origin)?.split('#')[1] ?? text
    const code = parsePaperCode(whole)
    setFault(code.ok ? undefined : text.trim() === '' ? t('empty') : faultOf(code.reason))
    if (code.ok) {
      onAsk({ by: 'code', code: code.value })
    }
  }
  return (
    <form
      class="code-field paper-code"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Field
        id="paper-code"
        label={t('code')}
        hint={t('hint')}
        error={fault}
        value={text}
        autocomplete="off"
        onValue={setText}
      />
      <Button kind="primary" type="submit" isWide icon={check} isBusy={isBusy}>
        {t('check')}
      </Button>
    </form>
  )
}

export const PaperForm = ({ isBusy, onAsk }: Asking) => {
  const [isCamera, setCamera] = useState(false)
  const take = (text: string): boolean => {
    const code = paperPageOf(text, location.origin)?.split('#')[1]
    if (code === undefined) {
      return false
    }
    setCamera(false)
    onAsk({ by: 'code', code })
    return true
  }
  return (
    <div class="reading">
      <TypedCode isBusy={isBusy} onAsk={onAsk} />
      {isCamera && <CodeReader onText={take} other={t('other')} />}
      <Button isWide icon={camera} onPress={() => setCamera(!isCamera)}>
        {isCamera ? t('stop') : t('camera')}
      </Button>
      <FileButton
        icon={dossier}
        label={t('file')}
        accept="application/pdf,.pdf"
        isBusy={isBusy}
        onFile={(file) => onAsk({ by: 'file', file })}
      />
      <p class="quiet">{t('fileMore')}</p>
    </div>
  )
}
