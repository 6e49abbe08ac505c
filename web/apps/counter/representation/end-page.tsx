// A guardianship ends by a decision that is shown at the counter: the two numbers, the decision, and why.
// Both are told at once.
import './representation.css'
import { useState } from 'preact/hooks'
import type { EndRepresentation } from '../../../../contract/representation-request.ts'
import { deed } from '../../../client/call.ts'
import { faultSentence } from '../../../client/faults.ts'
import { endRepresentation } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { Field } from '../../../ui/field.tsx'
import { arrowLeft, close } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { PaperForm } from '../evidence/paper-form.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { paperChoices, type Paper } from './request.ts'

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
  save: { vi: 'Chấm dứt ngay', en: 'End it now' },
  what: {
    vi: 'Người đại diện mất quyền ngay, kể cả khi đang mở hồ sơ. Cả hai được báo. Tài khoản được giữ, chờ người ấy đến quầy. Làm nhầm thì đăng ký lại với giấy tờ.',
    en: 'The representative loses the right at once, also in an open profile. Both are told. The account is kept until its holder comes to a counter. A mistake is undone by registering again with papers.',
  },
  done: { vi: 'Đã chấm dứt', en: 'It has ended' },
  doneMore: { vi: 'Cả hai đã được báo.', en: 'Both are told.' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
})
const ofNumber = (code: string) => faultSentence('personalNumber', code)
const toList = () => navigate('/representation')

const EndForm = ({ onDone }: { onDone: () => void }) => {
  const form = useForm({
    rules: endRepresentation,
    start: { personalNumber: '', representativeNumber: '', note: '' },
    ids: { personalNumber: 'end-ward', representativeNumber: 'end-by', note: 'end-note' },
    words: { representativeNumber: ofNumber, note: () => t('noteMissing') },
  })
  const end = (paper: Paper) =>
    void form.send(async () => {
      const { personalNumber, representativeNumber, note } = form.values
      await orSignIn(
        deed<typeof EndRepresentation>('representation.end', {
          personalNumber,
          representativeNumber,
          paper,
          note: note.trim(),
        }),
      )
      onDone()
    })
  return (
    <div class="rep-form">
      <FormSummary form={form} />
      <Refusal problem={form.refusal} />
      <PersonalNumberField {...form.of('personalNumber')} label={t('ward')} autocomplete="off" />
      <PersonalNumberField {...form.of('representativeNumber')} label={t('by')} autocomplete="off" />
      <Field {...form.of('note')} label={t('note')} hint={t('noteHint')} rows={2} maxLength={500} />
      <PaperForm
        kinds={paperChoices()}
        first={{ kind: 'court-decision', number: '', authority: '', date: '' }}
        hasTerm={false}
        saveWords={t('save')}
        isBusy={form.sending.isBusy}
        onSave={end}
      />
    </div>
  )
}

const EndPage = () => {
  const [isDone, setDone] = useState(false)
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
        {isDone ? (
          <Verdict tone="ok" title={t('done')}>
            {t('doneMore')}
          </Verdict>
        ) : (
          <Card title={t('title')} icon={close}>
            <EndForm onDone={() => setDone(true)} />
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
