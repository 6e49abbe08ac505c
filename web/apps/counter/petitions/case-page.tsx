// One petition and its answer. Opening it leaves a line that the person sees, so the page reads once.
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../../contract/operation.ts'
import type { AnswerPetition, ViewPetition } from '../../../../contract/petition.ts'
import { deed, view } from '../../../client/call.ts'
import { answerPetition } from '../../../client/decision-form-rules.ts'
import { useLoad } from '../../../client/press.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { topicWords } from '../../../kit/petition-words.ts'
import { useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { useNow } from '../../../ui/clock.ts'
import { PageHead } from '../../../ui/console-frame.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { Field } from '../../../ui/field.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { arrowLeft, message, pencil, share } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { WaitingCase } from '../case/waiting-case.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { ForwardDialog } from './forward-dialog.tsx'

const t = phrases({
  title: { vi: 'Phản ánh, kiến nghị', en: 'Petition' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  said: { vi: 'Người dân viết', en: 'What the person wrote' },
  person: { vi: 'Người gửi', en: 'From' },
  unnamed: { vi: 'Chưa rõ tên', en: 'Name not known' },
  place: { vi: 'Nơi được phản ánh', en: 'About' },
  noPlace: { vi: 'nơi người gửi cư trú', en: 'where the person lives' },
  sentAt: { vi: 'Gửi lúc', en: 'Sent' },
  logged: {
    vi: 'Lần mở này đã được ghi lại; người dân nhìn thấy.',
    en: 'This opening is logged; the person sees it.',
  },
  forwarded: { vi: 'Đơn vị khác đã chuyển đến', en: 'Handed over by another office' },
  forwardedMore: {
    vi: '{reason} Phản ánh đã chuyển một lần, đơn vị này trả lời.',
    en: '{reason} It was handed over once, and is answered here.',
  },
  answer: { vi: 'Trả lời', en: 'Answer' },
  words: { vi: 'Nội dung trả lời', en: 'What you answer' },
  wordsHint: {
    vi: 'Ít nhất 20 chữ cái. Nói đã làm gì, bao giờ xong, hoặc vì sao không làm được. Người dân đọc nguyên văn.',
    en: '20 letters at least. Say what was done, by when, or why it cannot be done. The person reads it as it is.',
  },
  wordsMissing: { vi: 'Viết câu trả lời, ít nhất 20 chữ cái.', en: 'Answer in 20 letters at least.' },
  article: { vi: 'Căn cứ pháp lý', en: 'The rule that it rests on' },
  articleHint: {
    vi: 'Ví dụ: Điều 12 Nghị định 168/2024/NĐ-CP',
    en: 'For example: article 12 of Decree 168/2024',
  },
  send: { vi: 'Gửi trả lời', en: 'Send the answer' },
  sent: { vi: 'Đã trả lời. Người dân được báo.', en: 'Answered. The person is told.' },
  forward: { vi: 'Chuyển cơ quan khác', en: 'Hand over to another office' },
  moved: {
    vi: 'Đã chuyển đến {office}. Người dân được báo.',
    en: 'Handed over to {office}. The person is told.',
  },
})

type Found = OutputOf<typeof ViewPetition>

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n+/).map((paragraph, index) => (
      <p key={index}>{paragraph}</p>
    ))}
  </>
)

const Said = ({ found }: { found: Found }) => (
  <Card title={t('said')} icon={message}>
    <div class="stack">
      <DataPairs
        columns={2}
        pairs={[
          { label: t('person'), value: found.name ?? t('unnamed') },
          { label: t('place'), value: found.place ?? t('noPlace') },
          { label: t('sentAt'), value: dateTimeVN(found.openedAt) },
        ]}
      />
      <Paragraphs text={found.text} />
      <p class="quiet">{t('logged')}</p>
    </div>
  </Card>
)

const AnswerForm = ({ found, onDone }: { found: Found; onDone: (after: Found) => void }) => {
  const form = useForm<'answer' | 'article'>({
    rules: answerPetition,
    start: { answer: '', article: '' },
    words: {
      answer: (code) => (code === 'required' || code === 'too_small' ? t('wordsMissing') : undefined),
    },
  })
  const send = () =>
    void form.send(async () => {
      const { answer, article } = form.values
      const rule = article.trim() === '' ? {} : { article: article.trim() }
      const input = { caseId: found.id, answer: answer.trim(), ...rule }
      onDone(await orSignIn(deed<typeof AnswerPetition>('petition.answer', input)))
    })
  return (
    <Card title={t('answer')} icon={pencil}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FormSummary form={form} />
        <Refusal problem={form.refusal} onRetry={send} />
        <Field {...form.of('answer')} label={t('words')} hint={t('wordsHint')} rows={7} maxLength={4000} />
        <Field
          {...form.of('article')}
          isOptional
          label={t('article')}
          hint={t('articleHint')}
          maxLength={200}
        />
        <Button kind="primary" type="submit" isBusy={form.sending.isBusy}>
          {t('send')}
        </Button>
      </form>
    </Card>
  )
}

const toList = () => navigate('/petitions')

const Foot = ({ found, onForward }: { found: Found; onForward: () => void }) => (
  <>
    <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={toList}>
      {t('back')}
    </Button>
    {found.state === 'open' && !found.forwarded && (
      <Button kind="quiet" icon={share} onPress={onForward}>
        {t('forward')}
      </Button>
    )}
  </>
)

const OpenPetition = ({ read }: { read: Found }) => {
  const [found, setFound] = useState(read)
  const [isForwarding, forward] = useState(false)
  useNow(30)
  useStep(found.state)
  useKeys(isForwarding ? {} : { Escape: toList })
  return (
    <CounterFrame
      title={t('title')}
      keys={[['Esc', t('back')]]}
      foot={<Foot found={found} onForward={() => forward(true)} />}
    >
      <PageHead
        title={topicWords(found.topic)}
        beside={<Pill tone="cham">{found.reference}</Pill>}
        end={!found.endedAt && <Due dueAt={found.dueAt} />}
      />
      {found.forwarded && (
        <Notice isQuiet icon={share} title={t('forwarded')}>
          {t('forwardedMore', { reason: found.forwarded.reason })}
        </Notice>
      )}
      {found.answer !== null && (
        <Notice isQuiet tone="ok" title={t('answer')}>
          <Paragraphs text={found.answer} />
        </Notice>
      )}
      <Said found={found} />
      {found.state === 'open' && (
        <AnswerForm
          found={found}
          onDone={(after) => {
            setFound(after)
            toast(t('sent'))
          }}
        />
      )}
      {isForwarding && (
        <ForwardDialog
          caseId={found.id}
          onClose={() => forward(false)}
          onDone={(office) => {
            toast(t('moved', { office }))
            toList()
          }}
        />
      )}
    </CounterFrame>
  )
}

const PetitionPage = ({ params }: PageProps) => {
  const { data, problem, reload } = useLoad(() =>
    orSignIn(view<typeof ViewPetition>('petition.view', { caseId: params['id'] ?? '' })),
  )
  return data ? (
    <OpenPetition read={data} />
  ) : (
    <WaitingCase title={t('title')} list="/petitions" problem={problem} onRetry={reload} />
  )
}

export default PetitionPage
