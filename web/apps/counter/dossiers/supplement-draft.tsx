// Everything that is missing, asked for at once: the law lets an office ask only one time. Drawn up from what
// differs and what did not come, read as its person will read it, then sent.
import './draft.css'
import { useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { announce, focusField, useFocusAt } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field, SelectField } from '../../../ui/field.tsx'
import { check, Icon, message, plus, trash } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { Checkbox } from '../../../ui/switch.tsx'
import { useKeys } from '../shell/keys.ts'
import { Refusal } from '../shell/refusal.tsx'
import type { Dossier } from './dossier.ts'
import { nameOf } from './dossier-words.ts'
import { askSupplement, type AskedItem } from './send-act.ts'
import { ITEMS_MAX, templatesOf, WHAT_MAX, type Template } from './supplement-templates.ts'
import { WillRead } from './will-read.tsx'

const t = phrases({
  title: { vi: 'Yêu cầu bổ sung, bản nháp', en: 'What is missing, a draft' },
  once: { vi: 'Chỉ được hỏi một lần: ghi đủ mọi thứ', en: 'Asked only once: name everything' },
  what: { vi: 'Người nộp cần gửi gì', en: 'What the person should send' },
  answer: { vi: 'Gửi bằng', en: 'Sent as' },
  picture: { vi: 'Ảnh chụp', en: 'A picture' },
  text: { vi: 'Câu trả lời viết', en: 'A written answer' },
  needless: { vi: 'Không cần hỏi: {by}', en: 'No need to ask: {by}' },
  another: { vi: 'Thêm điều khác', en: 'Add something else' },
  remove: { vi: 'Bỏ mục này', en: 'Take it out' },
  tooShort: { vi: 'Viết ít nhất 5 chữ cái.', en: 'Write 5 letters at least.' },
  none: { vi: 'Chọn hoặc viết ít nhất một điều.', en: 'Choose or write one thing at least.' },
  opening: {
    vi: '{office} cần bạn gửi thêm **{n} điều** cho hồ sơ {reference} ({title}):',
    en: '{office} needs **{n} more** from you for dossier {reference} ({title}):',
  },
  closing: {
    vi: 'Đây là tất cả; sẽ không hỏi thêm lần nữa. Thời hạn dừng lại trong lúc chờ bạn.',
    en: 'That is all; you will not be asked again. The time limit stands still until you answer.',
  },
  send: { vi: 'Gửi yêu cầu bổ sung', en: 'Send what is missing' },
  close: { vi: 'Đóng bản nháp', en: 'Close the draft' },
})

interface Line {
  readonly id: string
  readonly title: string | null
  readonly isIn: boolean
  readonly item: AskedItem
}

const lineOf = (template: Template): Line => ({
  id: template.id,
  title: inLanguage(template.title),
  isIn: template.id.startsWith('answer-'),
  item: template.item,
})

const isShort = ({ item }: Line): boolean => item.what.trim().length < 5

const useDraft = (dossier: Dossier) => {
  const templates = templatesOf(dossier)
  const [lines, setLines] = useState<readonly Line[]>(() =>
    templates.filter(({ needless }) => needless === null).map(lineOf),
  )
  const change = (id: string, part: Partial<Omit<Line, 'item'>> & { item?: Partial<AskedItem> }) =>
    setLines((before) =>
      before.map((line) =>
        line.id === id ? { ...line, ...part, item: { ...line.item, ...part.item } } : line,
      ),
    )
  const add = () =>
    setLines((before) => [
      ...before,
      { id: `own-${before.length}`, title: null, isIn: true, item: { what: '', answer: 'text' } },
    ])
  const remove = (id: string) => setLines((before) => before.filter((line) => line.id !== id))
  const asked = lines.filter(({ isIn }) => isIn).slice(0, ITEMS_MAX)
  return { lines, change, add, remove, asked, needless: templates.filter(({ needless }) => needless) }
}

type Draft = ReturnType<typeof useDraft>

const LineFields = ({ line, draft, isTried }: { line: Line; draft: Draft; isTried: boolean }) => (
  <div class="dos-line-fields">
    <Field
      id={`what-${line.id}`}
      label={t('what')}
      value={line.item.what}
      error={isTried && isShort(line) ? t('tooShort') : undefined}
      onValue={(what) => draft.change(line.id, { item: { what } })}
      rows={4}
      maxLength={WHAT_MAX}
    />
    <SelectField
      id={`answer-of-${line.id}`}
      label={t('answer')}
      value={line.item.answer}
      onValue={(answer) =>
        draft.change(line.id, { item: { answer: answer === 'text' ? 'text' : 'picture' } })
      }
      options={(['picture', 'text'] as const).map((value) => ({ value, label: t(value) }))}
    />
    {line.title === null && (
      <Button size="small" kind="quiet" icon={trash} onPress={() => draft.remove(line.id)}>
        {t('remove')}
      </Button>
    )}
  </div>
)

const Lines = ({ draft, isTried }: { draft: Draft; isTried: boolean }) => (
  <ul class="dos-draft-lines">
    {draft.lines.map((line) => (
      <li key={line.id}>
        {line.title !== null && (
          <Checkbox
            id={`ask-${line.id}`}
            label={<b>{line.title}</b>}
            isOn={line.isIn}
            onSwitch={(isIn) => draft.change(line.id, { isIn })}
          />
        )}
        {line.isIn && <LineFields line={line} draft={draft} isTried={isTried} />}
      </li>
    ))}
    {draft.needless.map(({ id, title, needless }) => (
      <li key={id} class="is-needless">
        <Icon of={check} size={20} />
        <span>
          <b>{inLanguage(title)}</b>
          <small>{needless && t('needless', { by: inLanguage(needless) })}</small>
        </span>
      </li>
    ))}
  </ul>
)

const Preview = ({ dossier, asked }: { dossier: Dossier; asked: readonly Line[] }) => {
  const [before = '', count = '', after = ''] = t('opening', {
    office: dossier.office,
    reference: dossier.reference,
    title: inLanguage(dossier.title),
    n: asked.length,
  }).split('**')
  return (
    <WillRead name={nameOf(dossier)}>
      <p>
        {before}
        <b>{count}</b>
        {after}
      </p>
      <ol lang="vi">
        {asked.map(({ id, item }) => (
          <li key={id}>{item.what || '…'}</li>
        ))}
      </ol>
      <p>{t('closing')}</p>
    </WillRead>
  )
}

const DraftHead = () => {
  const heading = useFocusAt<HTMLHeadingElement>('draft')
  return (
    <header class="card-head">
      <h2 id="draft-title" ref={heading} tabIndex={-1}>
        <Icon of={message} size={20} />
        {t('title')}
      </h2>
      <Pill tone="gold">{t('once')}</Pill>
    </header>
  )
}

const useSending = (dossier: Dossier, asked: readonly Line[], onDone: (after: Dossier) => void) => {
  const [isTried, setTried] = useState(false)
  const sending = usePress()
  const go = () => {
    setTried(true)
    if (asked.length === 0) {
      announce(t('none'), 'assertive')
      return
    }
    const short = asked.find(isShort)
    if (short) {
      focusField(`what-${short.id}`)
      return
    }
    const items = asked.map(({ item }) => ({ ...item, what: item.what.trim() }))
    void sending.press(async () => onDone(await askSupplement(dossier.reference, items)))
  }
  useKeys({ 'Ctrl+enter': go })
  return { isTried, sending, go }
}

export const SupplementDraft = ({
  dossier,
  onClose,
  onDone,
}: {
  dossier: Dossier
  onClose: () => void
  onDone: (after: Dossier) => void
}) => {
  const draft = useDraft(dossier)
  const { asked } = draft
  const { isTried, sending, go } = useSending(dossier, asked, onDone)
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    }
  }
  return (
    <section class="card dos-draft" aria-labelledby="draft-title" onKeyDown={closeByKey}>
      <DraftHead />
      <Refusal problem={sending.problem} onRetry={go} />
      <div class="dos-draft-body">
        <div>
          <Lines draft={draft} isTried={isTried} />
          <Button size="small" kind="quiet" icon={plus} onPress={draft.add}>
            {t('another')}
          </Button>
        </div>
        <Preview dossier={dossier} asked={asked} />
      </div>
      {isTried && asked.length === 0 && <p class="field-error">{t('none')}</p>}
      <div class="search-acts">
        <Button shortcut="Esc" onPress={onClose}>
          {t('close')}
        </Button>
        <Button kind="primary" icon={message} shortcut="Ctrl Enter" isBusy={sending.isBusy} onPress={go}>
          {t('send')}
        </Button>
      </div>
    </section>
  )
}
