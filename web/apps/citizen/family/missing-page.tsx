// Somebody is missing from the list: the relation is not in the register, and a case is opened to have it
// looked at. The same answer for every number.
import { FormProblems, useForm } from '../../../kit/form.tsx'
import { reportRelation } from '../../../client/form-rules.ts'
import './family.css'
import { useState } from 'preact/hooks'
import type { ReportRelation } from '../../../../contract/representation.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { check } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed } from '../shell/session.ts'

const t = phrases({
  title: { vi: 'Báo thiếu quan hệ', en: 'Report a missing relation' },
  lead: {
    vi: 'Cơ sở dữ liệu chưa ghi bạn là cha mẹ hoặc người giám hộ của ai? Báo ở đây để cơ quan hộ tịch kiểm tra. Nếu gấp, mang giấy khai sinh hoặc quyết định đến quầy.',
    en: 'Does the register not name you as the parent or guardian of somebody? Report it here to have it looked at. If it is urgent, bring the birth certificate or the decision to a counter.',
  },
  number: { vi: 'Số định danh của người ấy', en: 'Personal number of that person' },
  numberHint: {
    vi: '12 số, ghi trên giấy khai sinh hoặc thẻ.',
    en: '12 digits, on the birth certificate or the card.',
  },
  kind: { vi: 'Bạn là', en: 'You are' },
  parent: { vi: 'Cha hoặc mẹ', en: 'A parent' },
  guardian: { vi: 'Người giám hộ', en: 'A guardian' },
  send: { vi: 'Gửi báo cáo', en: 'Send the report' },
  done: { vi: 'Đã ghi nhận', en: 'It is noted' },
  doneMore: {
    vi: 'Một hồ sơ sai lệch đã được mở. Bạn theo dõi được ở mục Sai lệch dữ liệu.',
    en: 'A case of differing data is open. You can follow it under Data mismatches.',
  },
  cases: { vi: 'Xem hồ sơ', en: 'See the case' },
})

type Kind = 'parent' | 'guardian'

const useReport = () => {
  const form = useForm({
    rules: reportRelation,
    start: { personalNumber: '' },
    ids: { personalNumber: 'number' },
  })
  const [kind, setKind] = useState<Kind>('parent')
  const [isDone, setDone] = useState(false)
  const send = () =>
    void form.send(async () => {
      await ownDeed<typeof ReportRelation>('representation.report-relation', { ...form.values, kind })
      setDone(true)
    })
  return { form, kind, setKind, isDone, send }
}

const ReportForm = ({ form, kind, setKind, send }: ReturnType<typeof useReport>) => (
  <form
    class="form"
    id="missing"
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      send()
    }}
  >
    <Notice isQuiet>{t('lead')}</Notice>
    <FormProblems form={form} />
    <PersonalNumberField
      {...form.of('personalNumber')}
      label={t('number')}
      hint={t('numberHint')}
      autocomplete="off"
    />
    <RadioCards<Kind>
      name="kind"
      look="tiles"
      legend={t('kind')}
      value={kind}
      onValue={setKind}
      choices={[
        { value: 'parent', title: t('parent') },
        { value: 'guardian', title: t('guardian') },
      ]}
    />
  </form>
)

const Noted = () => (
  <EmptyState
    icon={check}
    title={t('done')}
    action={
      <LinkButton kind="primary" href={hrefTo('/cases')}>
        {t('cases')}
      </LinkButton>
    }
  >
    {t('doneMore')}
  </EmptyState>
)

export default function MissingPage() {
  const report = useReport()
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/family')} />}
      action={
        report.isDone ? undefined : (
          <Button kind="primary" isWide type="submit" form="missing" isBusy={report.form.sending.isBusy}>
            {t('send')}
          </Button>
        )
      }
    >
      {report.isDone ? <Noted /> : <ReportForm {...report} />}
    </Screen>
  )
}
