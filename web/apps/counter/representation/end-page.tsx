// A guardianship ends by a decision that is shown at the counter: the two numbers, the decision, and why.
// Both are told at once.
import './representation.css'
import { useState } from 'preact/hooks'
import type { EndRepresentation } from '../../../../contract/representation.ts'
import { parsePersonalNumber } from '../../../../formats/personal-number.ts'
import { deed } from '../../../client/call.ts'
import { faultSentence } from '../../../client/faults.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { Field } from '../../../ui/field.tsx'
import { arrowLeft, close } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { PapersForm } from './papers-form.tsx'
import type { Paper } from './request.ts'

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
const faultOf = (number: string): string | undefined => {
  const read = parsePersonalNumber(number)
  return read.ok ? undefined : faultSentence('personalNumber', read.reason)
}

const EndPage = () => {
  const [ward, setWard] = useState('')
  const [by, setBy] = useState('')
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const [isDone, setDone] = useState(false)
  const ending = usePress()
  const back = () => navigate('/representation')
  useKeys({ Escape: back })
  const end = (paper: Paper) => {
    setTried(true)
    if (faultOf(ward) || faultOf(by) || note.trim().length < 5) {
      return
    }
    void ending.press(async () => {
      await orSignIn(
        deed<typeof EndRepresentation>('representation.end', {
          personalNumber: ward,
          representativeNumber: by,
          paper,
          note: note.trim(),
        }),
      )
      setDone(true)
    })
  }
  return (
    <CounterFrame title={t('title')} keys={[['Esc', t('back')]]}>
      <PageHead
        title={t('title')}
        end={
          <Button size="small" icon={arrowLeft} onPress={back}>
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
            <div class="rep-form">
              <Refusal problem={ending.problem} />
              <PersonalNumberField
                id="end-ward"
                label={t('ward')}
                value={ward}
                onValue={setWard}
                autocomplete="off"
                error={isTried ? faultOf(ward) : undefined}
              />
              <PersonalNumberField
                id="end-by"
                label={t('by')}
                value={by}
                onValue={setBy}
                autocomplete="off"
                error={isTried ? faultOf(by) : undefined}
              />
              <Field
                id="end-note"
                label={t('note')}
                hint={t('noteHint')}
                rows={2}
                maxLength={500}
                value={note}
                onValue={setNote}
                error={isTried && note.trim().length < 5 ? t('noteMissing') : undefined}
              />
              <PapersForm
                first={{ kind: 'court-decision', number: '', authority: '', date: '' }}
                hasTerm={false}
                saveWords={t('save')}
                isBusy={ending.isBusy}
                onSave={end}
              />
            </div>
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
