// A guest is added: the code of her card by a hand-held scanner or the camera, or by typing. What was told
// last can be taken back at once.
import { useRef, useState } from 'preact/hooks'
import type { ChangeStay, ReportStay } from '../../../contract/stays.ts'
import { parseCardQr } from '../../../formats/card-qr.ts'
import { deed } from '../../client/call.ts'
import { usePress } from '../../client/press.ts'
import { newId } from '../../client/uuid7.ts'
import { FormProblems } from '../../kit/form.tsx'
import { ProblemNotice } from '../../kit/problem-notice.tsx'
import {
  atFields,
  fillFromCard,
  GuestFields,
  guestOf,
  nextGuest,
  stayOf,
  useGuestForm,
  type GuestForm,
} from '../../kit/stays/guest-form.tsx'
import { lateText, type Notice as StayNotice } from '../../kit/stays/stay-words.ts'
import { announce, focusField, Status } from '../../ui/attention.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { camera, check, person, scan } from '../../ui/icons.tsx'
import { Field } from '../../ui/field.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { phrases } from '../../ui/phrases.ts'
import { orClosed, type DeskState } from './desk.ts'

const t = phrases({
  title: { vi: 'Thêm khách', en: 'Add a guest' },
  scan: { vi: 'Quét thẻ căn cước', en: 'Scan an identity card' },
  scanHint: {
    vi: 'Đưa mã QR trên thẻ vào máy quét, hoặc gõ thông tin ở dưới',
    en: 'Hold the code of the card to the scanner, or type below',
  },
  camera: { vi: 'Quét bằng máy ảnh', en: 'Scan with the camera' },
  stop: { vi: 'Tắt máy ảnh', en: 'Turn the camera off' },
  notCard: {
    vi: 'Đây không phải mã in trên thẻ căn cước. Quét lại, hoặc gõ thông tin.',
    en: 'This is not the code printed on an identity card. Scan again, or type.',
  },
  read: {
    vi: 'Đã đọc thẻ của {name}. Nhìn mặt khách, xem phòng và ngày rồi bấm Báo.',
    en: 'Read the card of {name}. Look at the guest, check room and days, then press Notify.',
  },
  tell: { vi: 'Báo và thêm khách tiếp', en: 'Notify, and next guest' },
  done: { vi: 'Vừa báo: {name}', en: 'Notified: {name}' },
  there: {
    vi: '{name} đã được báo từ trước, không báo lại',
    en: '{name} was notified before, and not again',
  },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  undone: { vi: 'Đã huỷ thông báo của {name}', en: 'The notice of {name} was taken back' },
})

const CodeReader = lazyPart(() => import('../../kit/code-reader/code-reader.tsx'))

/** A scanner ends with Enter. */
const ScanField = ({ onText }: { onText: (text: string) => boolean }) => {
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') {
          setWrong(!onText(text))
          setText('')
        }
      }}
    >
      <Field
        id="scanned"
        label={t('scan')}
        hint={t('scanHint')}
        value={text}
        onValue={setText}
        error={isWrong ? t('notCard') : undefined}
      />
    </form>
  )
}

const Scanning = ({ form, onRead }: { form: GuestForm; onRead: (name: string) => void }) => {
  const [isCamera, setCamera] = useState(false)
  const take = (text: string): boolean => {
    const read = parseCardQr(text)
    if (read.ok) {
      fillFromCard(form, read.value)
      setCamera(false)
      onRead(read.value.name)
    }
    return read.ok
  }
  return (
    <div class="scanning">
      <ScanField onText={take} />
      {isCamera && <CodeReader onText={take} other={t('notCard')} />}
      <Button icon={isCamera ? scan : camera} onPress={() => setCamera(!isCamera)}>
        {t(isCamera ? 'stop' : 'camera')}
      </Button>
    </div>
  )
}

const Last = ({ notice, isNew, onUndone }: { notice: StayNotice; isNew: boolean; onUndone: () => void }) => {
  const undoing = usePress()
  const { fullName: name, id } = notice
  const undo = () =>
    void undoing.press(async () => {
      const to = { change: 'cancel', why: 'wrong-person' } as const
      await orClosed(deed<typeof ChangeStay>('stays.change', { id, to }))
      announce(t('undone', { name }))
      onUndone()
    })
  return (
    <>
      {undoing.problem && <ProblemNotice problem={undoing.problem} onRetry={undo} />}
      <p class="last-told">
        <span>
          {t(isNew ? 'done' : 'there', { name })}
          {notice.late_min > 0 && ` · ${lateText(notice.late_min)}`}
        </span>
        {isNew && (
          <Button kind="quiet" size="small" isBusy={undoing.isBusy} onPress={undo}>
            {t('undo')}
          </Button>
        )}
      </p>
    </>
  )
}

export const AddGuest = ({ state, onDone }: { state: DeskState; onDone: () => void }) => {
  const form = useGuestForm(state.reasons)
  const [last, setLast] = useState<{ notice: StayNotice; isNew: boolean } | null>(null)
  const [card, setCard] = useState<string | null>(null)
  // Pressed again after a lost answer, it is the same notice.
  const id = useRef(newId())
  const tell = () =>
    void form.send(async () => {
      const { values } = form
      const sent = { id: id.current, guest: guestOf(values), stay: stayOf(values) }
      const way = card === null ? ('typed' as const) : ('card' as const)
      setLast(await orClosed(atFields(deed<typeof ReportStay>('stays.report', { ...sent, way }))))
      id.current = newId()
      setCard(null)
      nextGuest(form)
      onDone()
      focusField('scanned')
    })
  return (
    <Card title={t('title')} icon={person}>
      <div class="stack">
        <Scanning form={form} onRead={setCard} />
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            tell()
          }}
        >
          <FormProblems form={form} onRetry={tell} />
          <Status>{card === null ? '' : t('read', { name: card })}</Status>
          <GuestFields form={form} reasons={state.reasons} />
          <Button kind="primary" type="submit" icon={check} isWide isBusy={form.sending.isBusy}>
            {t('tell')}
          </Button>
        </form>
        <Status as="div">
          {last && (
            <Last
              key={last.notice.id}
              {...last}
              onUndone={() => {
                setLast(null)
                onDone()
              }}
            />
          )}
        </Status>
      </div>
    </Card>
  )
}
