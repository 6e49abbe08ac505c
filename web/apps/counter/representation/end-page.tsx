// A guardianship ends by a decision that is shown at the counter: the two numbers, the decision, and why.
// Another officer confirms it; then both are told.
import './representation.css'
import { useState } from 'preact/hooks'
import type { EndRepresentation, NameRepresentation } from '../../../../contract/representation-end.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed } from '../../../client/call.ts'
import { Problem } from '../../../client/problem.ts'
import { faultSentence } from '../../../client/faults.ts'
import { endRepresentation } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { dateVN } from '../../../ui/format.ts'
import { arrowLeft, close } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { PaperForm, type ShownPaper } from '../evidence/paper-form.tsx'
import { useWaitingPages, WaitingPages } from '../evidence/waiting-pages.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { inWords, paperChoices, type Paper } from './request.ts'

const t = phrases({
  title: { vi: 'Chấm dứt giám hộ', en: 'End a guardianship' },
  ward: { vi: 'Số định danh của người được đại diện', en: 'Personal number of the represented person' },
  by: { vi: 'Số định danh của người đại diện', en: 'Personal number of the representative' },
  note: { vi: 'Vì sao', en: 'Why' },
  noteHint: {
    vi: 'Ví dụ “Toà tuyên chấm dứt giám hộ”. Ít nhất 5 chữ cái.',
    en: 'Such as “ended by the court”. 5 letters at least.',
  },
  noteMissing: { vi: 'Ghi lý do, ít nhất 5 chữ cái.', en: 'Write the reason, 5 letters at least.' },
  look: { vi: 'Xem là của ai', en: 'See whose it is' },
  ask: {
    vi: 'Đề nghị chấm dứt giám hộ của hai người này?',
    en: 'Propose to end the guardianship of these two?',
  },
  whose: {
    vi: 'Sau khi đồng nghiệp xác nhận, {by} không còn đại diện cho {ward}, sinh {born}.',
    en: 'Once a colleague has confirmed, {by} will no longer act for {ward}, born {born}.',
  },
  compare: {
    vi: 'So tên với quyết định trước khi bấm.',
    en: 'Compare the names with the decision before you press.',
  },
  lacking: {
    vi: 'Chưa có ảnh quyết định. Chưa gửi gì và những gì đã nhập vẫn còn; hãy chụp giấy tờ rồi bấm lại.',
    en: 'There is no picture of the decision yet. Nothing was sent and what you entered stays; take a picture of it, then press again.',
  },
  notThese: { vi: 'Không phải, sửa số', en: 'Not these, change the numbers' },
  save: { vi: 'Gửi người duyệt thứ hai', en: 'Send to the second person' },
  what: {
    vi: 'Một đồng nghiệp xem quyết định rồi xác nhận. Khi đó người đại diện mất quyền ngay, kể cả khi đang mở hồ sơ, và cả hai được báo. Tài khoản được giữ, chờ người ấy đến quầy. Làm nhầm thì đăng ký lại với giấy tờ.',
    en: 'A colleague looks at the decision and confirms. Then the representative loses the right at once, also in an open profile, and both are told. The account is kept until its holder comes to a counter. A mistake is undone by registering again with papers.',
  },
  done: { vi: 'Đã gửi người duyệt thứ hai', en: 'Sent to the second person' },
  doneMore: {
    vi: 'Đề nghị {reference}. Việc giám hộ vẫn còn cho đến khi đồng nghiệp xác nhận.',
    en: 'Proposal {reference}. The guardianship stands until a colleague confirms.',
  },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
})
const ofNumber = (code: string) => faultSentence('personalNumber', code)
const toList = () => navigate('/representation')

type Named = OutputOf<typeof NameRepresentation>
type Shown = ShownPaper<Paper['kind']>
type Asked = { named: Named; paper: Shown }

/** First whose it is, in names; then the deed. */
const useEnding = (onDone: (reference: string) => void) => {
  const [asked, ask] = useState<Asked | null>(null)
  const waiting = useWaitingPages()
  const form = useForm({
    rules: endRepresentation,
    start: { personalNumber: '', representativeNumber: '', note: '' },
    ids: { personalNumber: 'end-ward', representativeNumber: 'end-by', note: 'end-note' },
    words: { representativeNumber: ofNumber, note: () => t('noteMissing') },
  })
  const name = (paper: Shown) =>
    void form.send(async () => {
      const { personalNumber, representativeNumber } = form.values
      const two = { personalNumber, representativeNumber }
      const named = await orSignIn(deed<typeof NameRepresentation>('representation.name', two))
      if (named.needsPicture && waiting.pages.length === 0) {
        throw new Problem({ code: 'evidence.paper-not-pictured', detail: t('lacking'), status: 422 })
      }
      ask({ named, paper })
    })
  const end = ({ paper }: Asked) =>
    void form.send(async () => {
      const { personalNumber, representativeNumber, note } = form.values
      const { reference } = await orSignIn(
        deed<typeof EndRepresentation>('representation.end', {
          personalNumber,
          representativeNumber,
          ...(await waiting.signed()),
          paper,
          note: note.trim(),
        }),
      )
      onDone(reference)
    })
  return { form, asked, name, end, leave: () => ask(null), waiting }
}

const WhoseDialog = ({ ending: { form, asked, end, leave } }: { ending: ReturnType<typeof useEnding> }) => (
  <Dialog
    isOpen={asked !== null}
    onClose={leave}
    title={t('ask')}
    actions={
      <>
        <Button onPress={leave}>{t('notThese')}</Button>
        {asked && (
          <Button kind="primary" isBusy={form.sending.isBusy} onPress={() => end(asked)}>
            {t('save')}
          </Button>
        )}
      </>
    }
  >
    {asked && (
      <>
        <Refusal problem={form.refusal} />
        <p>
          {t('whose', {
            by: asked.named.representative.fullName,
            ward: asked.named.ward.fullName,
            born: dateVN(asked.named.ward.birthDate),
          })}
        </p>
        <p>{t('compare')}</p>
      </>
    )}
  </Dialog>
)

const EndForm = ({ onDone }: { onDone: (reference: string) => void }) => {
  const ending = useEnding(onDone)
  const { form, waiting } = ending
  const isMended = form.refusal?.code === 'evidence.paper-not-pictured' && waiting.pages.length > 0
  return (
    <div class="rep-form">
      <FormSummary form={form} />
      <Refusal problem={isMended ? null : form.refusal} />
      <PersonalNumberField {...form.of('personalNumber')} label={t('ward')} autocomplete="off" />
      <PersonalNumberField {...form.of('representativeNumber')} label={t('by')} autocomplete="off" />
      <Field {...form.of('note')} label={t('note')} hint={t('noteHint')} rows={2} maxLength={500} />
      <PaperForm
        kinds={paperChoices()}
        first={{ kind: 'court-decision', number: '', authority: '', date: '' }}
        hasTerm={false}
        saveWords={t('look')}
        isBusy={form.sending.isBusy}
        onSave={ending.name}
      >
        {(paper) => <WaitingPages paper={inWords(paper)} waiting={waiting} />}
      </PaperForm>
      <WhoseDialog ending={ending} />
    </div>
  )
}

const EndPage = () => {
  const [done, setDone] = useState<string | null>(null)
  useKeys({ Escape: toList })
  return (
    <CounterFrame title={t('title')} keys={[['Esc', t('back')]]}>
      <PageHead
        title={t('title')}
        end={
          <Button size="small" icon={arrowLeft} onPress={toList}>
            {t('back')}
          </Button>
        }
      />
      <div class="rep-desk">
        {done !== null ? (
          <Verdict tone="ok" title={t('done')}>
            {t('doneMore', { reference: done })}
          </Verdict>
        ) : (
          <Card title={t('title')} icon={close}>
            <EndForm onDone={setDone} />
          </Card>
        )}
        <Notice isQuiet tone="warn">
          {t('what')}
        </Notice>
      </div>
    </CounterFrame>
  )
}

export default EndPage
