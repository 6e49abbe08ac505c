// What the office asked for, all of it, answered at once: the law lets it ask only once.
import './dossier.css'
import { useState } from 'preact/hooks'
import type { AnswerSupplement } from '../../../../contract/dossiers.ts'
import { usePress } from '../../../client/press.ts'
import { Problem } from '../../../client/problem.ts'
import { pageOfFile, type SentPicture } from '../../../kit/portrait/picture.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { camera } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { ownDeed } from '../shell/session.ts'
import type { OwnDossier } from './clock-card.tsx'
import { dueText } from './dossier-words.ts'

type Supplement = NonNullable<OwnDossier['supplement']>
type Item = Supplement['items'][number]
type Given = Readonly<Record<string, { readonly text?: string; readonly picture?: SentPicture }>>

const t = phrases({
  title: { vi: 'Bạn cần bổ sung {count} điều', en: '{count} things are needed from you' },
  all: {
    vi: 'Đây là tất cả; nơi giải quyết chỉ được hỏi thêm một lần. Gửi trước {at}.',
    en: 'This is all; the office may ask only once. Send it by {at}.',
  },
  answer: { vi: 'Trả lời', en: 'Your answer' },
  take: { vi: 'Chụp', en: 'Take a picture' },
  again: { vi: 'Chụp lại', en: 'Take it again' },
  of: { vi: '{deed}: {what}', en: '{deed}: {what}' },
  alt: { vi: 'Ảnh vừa chụp: {what}', en: 'The picture just taken: {what}' },
  missing: { vi: 'Cần trả lời câu này.', en: 'This needs an answer.' },
  missingPicture: { vi: 'Cần ảnh cho điều này.', en: 'This needs a picture.' },
  send: { vi: 'Gửi cả {count} điều', en: 'Send all {count}' },
  sendOne: { vi: 'Gửi bổ sung', en: 'Send it' },
  unreadable: {
    vi: 'Tệp này không mở được như một ảnh. Chưa có gì được gửi; hãy chọn ảnh JPEG, PNG hoặc WebP.',
    en: 'This file does not open as a picture. Nothing was sent; choose a JPEG, PNG or WebP.',
  },
})

const isGiven = ({ id, answer }: Item, given: Given): boolean =>
  answer === 'text' ? (given[id]?.text ?? '').trim() !== '' : given[id]?.picture !== undefined

const AskedItem = ({
  item,
  given,
  isJudged,
  onGive,
}: {
  item: Item
  given: Given
  isJudged: boolean
  onGive: (part: Given[string]) => void
}) => {
  const taking = usePress()
  const error = isJudged && !isGiven(item, given)
  const picture = given[item.id]?.picture
  const take = (file: File) =>
    void taking.press(async () => {
      const made = await pageOfFile(file)
      if (!made) {
        throw new Problem({ code: 'evidence.page-unreadable', detail: t('unreadable'), status: 422 })
      }
      onGive({ picture: made })
    })
  if (item.answer === 'text') {
    return (
      <Field
        id={`supplement-${item.id}`}
        label={item.what}
        error={error ? t('missing') : undefined}
        rows={3}
        maxLength={2000}
        value={given[item.id]?.text ?? ''}
        onValue={(text) => onGive({ text })}
      />
    )
  }
  const deed = t(picture ? 'again' : 'take')
  return (
    <div class="supplement-picture">
      <p>
        <b>{item.what}</b>
        {error && <span class="field-error">{t('missingPicture')}</span>}
      </p>
      {taking.problem && <ProblemNotice key={taking.refusals} problem={taking.problem} />}
      {picture && <img src={picture.url} alt={t('alt', { what: item.what })} />}
      <FileButton
        icon={camera}
        label={deed}
        labelOf={t('of', { deed, what: item.what })}
        accept="image/jpeg,image/png,image/webp"
        isBusy={taking.isBusy}
        onFile={take}
      />
    </div>
  )
}

const sent = (items: readonly Item[], given: Given) =>
  items.map(({ id, answer }) => ({
    id,
    ...(answer === 'text' ? { text: given[id]?.text ?? '' } : { picture: given[id]?.picture?.base64 ?? '' }),
  }))

export const SupplementForm = ({
  reference,
  supplement: { items, until },
  onDone,
}: {
  reference: string
  supplement: Supplement
  onDone: (own: OwnDossier) => void
}) => {
  const [given, give] = useState<Given>({})
  const [isJudged, judge] = useState(false)
  const sending = usePress()
  const send = () => {
    judge(true)
    if (!items.every((item) => isGiven(item, given))) {
      return
    }
    void sending.press(async () =>
      onDone(
        await ownDeed<typeof AnswerSupplement>(
          'dossiers.supplement',
          { reference, items: sent(items, given) },
          { timeout_s: 60 },
        ),
      ),
    )
  }
  return (
    <section class="supplement" aria-labelledby="supplement-title">
      <h2 id="supplement-title">{t('title', { count: items.length })}</h2>
      <p>{t('all', { at: dueText(until) })}</p>
      <form
        id="supplement"
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {sending.problem && <ProblemNotice key={sending.refusals} problem={sending.problem} onRetry={send} />}
        <ol class="supplement-items">
          {items.map((item) => (
            <li key={item.id}>
              <AskedItem
                item={item}
                given={given}
                isJudged={isJudged}
                onGive={(part) => give((before) => ({ ...before, [item.id]: part }))}
              />
            </li>
          ))}
        </ol>
        <Button kind="primary" type="submit" isBusy={sending.isBusy}>
          {items.length === 1 ? t('sendOne') : t('send', { count: items.length })}
        </Button>
      </form>
    </section>
  )
}
