// The end of a guardianship before the second pair of eyes: whose it is, in names, the paper and why; then
// how it was decided.
import './representation.css'
import { useState } from 'preact/hooks'
import type { z } from 'zod'
import type {
  representationEnd,
  SecondRepresentationEnd,
  ViewEndPages,
  ViewRepresentationEnd,
  WithdrawRepresentationEnd,
} from '../../../../contract/representation-end.ts'
import { deed, view, type GivenTo } from '../../../client/call.ts'
import { decideRepresentationEnd } from '../../../client/decision-form-rules.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateTimeVN, dateVN, groupPersonalNumber } from '../../../ui/format.ts'
import { dossier, family } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import type { PageProps } from '../../../ui/router.tsx'
import { SecondFrame } from '../case/second-frame.tsx'
import { decideAsSeen } from '../case/second-verdict.tsx'
import { WaitingCase } from '../case/waiting-case.tsx'
import { NoPicture, PaperPictures, type PagePictures } from '../evidence/paper-pages.tsx'
import { usePagePictures } from '../evidence/use-page-pictures.ts'
import { Verdict } from '../evidence/verdict.tsx'
import { officer, orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { inWords, kindWords, paperWords } from './request.ts'

const t = phrases({
  title: { vi: 'Chấm dứt giám hộ', en: 'End of a guardianship' },
  two: { vi: 'Hai người', en: 'The two persons' },
  ward: { vi: 'Người được đại diện', en: 'Represented person' },
  by: { vi: 'Người đại diện', en: 'Representative' },
  number: { vi: 'Số định danh', en: 'Personal number' },
  born: { vi: 'Ngày sinh', en: 'Born' },
  kind: { vi: 'Quan hệ', en: 'Relation' },
  since: { vi: 'Đại diện từ', en: 'Acts since' },
  paper: { vi: 'Quyết định đã xem', en: 'The decision that was shown' },
  authority: { vi: 'Nơi cấp', en: 'Issued by' },
  date: { vi: 'Ngày cấp', en: 'Date' },
  why: { vi: 'Vì sao', en: 'Why' },
  guide: {
    vi: 'Đọc ảnh quyết định, so với những gì đã ghi và với tên hai người; chưa chắc thì xem bản gốc. Xác nhận thì người đại diện mất quyền ngay và cả hai được báo.',
    en: 'Read the picture of the decision, compare it with what was typed and with both names; in doubt look at the original. When you confirm, the representative loses the right at once, and both are told.',
  },
  waiting: { vi: 'Chờ người duyệt thứ hai', en: 'Waits for a second pair of eyes' },
  own: {
    vi: 'Bạn đã đề nghị, nên một người khác phải duyệt. Đến lúc đó việc giám hộ vẫn còn.',
    en: 'You proposed it, so somebody else must decide. Until then the guardianship stands.',
  },
  accepted: { vi: 'Đã chấm dứt', en: 'It has ended' },
  acceptedMore: { vi: 'Cả hai đã được báo.', en: 'Both are told.' },
  refused: { vi: 'Không chấm dứt', en: 'Not ended' },
  'second-denied': {
    vi: 'Người duyệt thứ hai không xác nhận. Việc giám hộ vẫn còn.',
    en: 'The second officer did not confirm it. The guardianship stands.',
  },
  'no-tie': {
    vi: 'Việc giám hộ này đã kết thúc trước đó.',
    en: 'This guardianship had ended before.',
  },
  lapsed: {
    vi: 'Không ai duyệt trong hạn nên đề nghị hết hiệu lực. Việc giám hộ vẫn còn; có thể đề nghị lại.',
    en: 'Nobody decided in time, so the proposal lapsed. The guardianship stands; it can be proposed anew.',
  },
  withdrawn: {
    vi: 'Người đề nghị đã rút lại. Việc giám hộ vẫn còn.',
    en: 'Whoever proposed it took it back. The guardianship stands.',
  },
  takeBack: { vi: 'Rút đề nghị', en: 'Take the proposal back' },
  confirm: { vi: 'Chấm dứt giám hộ', en: 'End the guardianship' },
  deny: { vi: 'Không chấm dứt', en: 'Do not end it' },
  confirmTitle: { vi: 'Chấm dứt giám hộ của hai người này?', en: 'End the guardianship of these two?' },
  confirmWhat: {
    vi: '{by} không còn đại diện cho {ward}, sinh {born}.',
    en: '{by} will no longer act for {ward}, born {born}.',
  },
  denyTitle: { vi: 'Không chấm dứt giám hộ này?', en: 'Leave this guardianship standing?' },
  denyWhat: {
    vi: 'Không có gì thay đổi. Quyết định đứng tên bạn và người dân nhìn thấy nó.',
    en: 'Nothing changes. The decision stands in your name, and the person sees it.',
  },
})
type End = z.infer<typeof representationEnd>

const read = (caseId: string): Promise<End> =>
  orSignIn(view<typeof ViewRepresentationEnd>('representation.view-end', { caseId }))
type Deciding = GivenTo<typeof SecondRepresentationEnd>
const decide = (given: Deciding): Promise<End> =>
  orSignIn(deed<typeof SecondRepresentationEnd>('representation.second-end', given))
const readPages = async (caseId: string) =>
  (await orSignIn(view<typeof ViewEndPages>('representation.view-end-pages', { caseId }))).pages
const withdraw = (caseId: string): Promise<End> =>
  orSignIn(deed<typeof WithdrawRepresentationEnd>('representation.withdraw-end', { caseId }))

const TakeBack = ({ end, onDone }: { end: End; onDone: (after: End) => void }) => {
  const taking = usePress()
  return (
    <>
      <Button
        kind="quiet"
        isBusy={taking.isBusy}
        onPress={() => void taking.press(async () => onDone(await withdraw(end.caseId)))}
      >
        {t('takeBack')}
      </Button>
      <Refusal problem={taking.problem} />
    </>
  )
}

const Outcome = ({ end: { state, reason }, mayDecide }: { end: End; mayDecide: boolean }) => {
  if (state === 'accepted') {
    return (
      <Verdict tone="ok" title={t('accepted')}>
        {t('acceptedMore')}
      </Verdict>
    )
  }
  if (state === 'refused') {
    return (
      <Verdict tone="son" title={t('refused')}>
        {reason ? t(reason) : ''}
      </Verdict>
    )
  }
  return (
    <Verdict tone="gold" title={t('waiting')}>
      {t(mayDecide ? 'guide' : 'own')}
    </Verdict>
  )
}

const TwoPersons = ({ end: { ward, representative, kind, begunAt } }: { end: End }) => (
  <Card title={t('two')} icon={family}>
    <DataPairs
      pairs={[
        { label: t('ward'), value: ward.fullName },
        { label: t('born'), value: dateVN(ward.birthDate) },
        { label: t('number'), value: groupPersonalNumber(ward.personalNumber) },
        { label: t('by'), value: representative.fullName },
        { label: t('kind'), value: kindWords(kind) },
        { label: t('number'), value: groupPersonalNumber(representative.personalNumber) },
        { label: t('since'), value: dateTimeVN(begunAt) },
      ]}
    />
  </Card>
)

const ShownPaper = ({ end: { state, paper, note }, pictures }: { end: End; pictures: PagePictures }) => (
  <Card title={t('paper')} icon={dossier}>
    <div class="paper-beside">
      <DataPairs
        pairs={[
          { label: paperWords(paper.kind), value: paper.number },
          { label: t('authority'), value: paper.authority },
          { label: t('date'), value: dateVN(paper.date) },
          { label: t('why'), value: note },
        ]}
      />
      <div class="stack">
        {paper.pages.length === 0 && state === 'waiting-second' && <NoPicture />}
        <PaperPictures paper={inWords(paper)} pages={paper.pages} pictures={pictures} />
      </div>
    </div>
  </Card>
)

const EndOf = ({ first }: { first: End }) => {
  const [end, setEnd] = useState(first)
  const tasks = officer.use()?.tasks ?? []
  const pictures = usePagePictures(
    end.paper.pages,
    end.state === 'refused' ? null : () => readPages(end.caseId),
  )
  useStep(end.state)
  const mayDecide =
    end.state === 'waiting-second' && tasks.includes('representation.second') && !end.isTakenByMe
  const { ward, representative } = end
  const what = t('confirmWhat', {
    by: representative.fullName,
    ward: ward.fullName,
    born: dateVN(ward.birthDate),
  })
  return (
    <SecondFrame
      name={ward.fullName}
      reference={end.reference}
      list="/representation"
      // Once the picture of the paper is before her.
      mayDecide={mayDecide && !pictures.isLoading}
      words={{
        confirm: { title: t('confirmTitle'), what, yes: t('confirm') },
        deny: { title: t('denyTitle'), what: t('denyWhat'), yes: t('deny') },
      }}
      rules={decideRepresentationEnd}
      onDecide={(verdict, note) =>
        decideAsSeen(
          async () =>
            setEnd(await decide({ caseId: end.caseId, verdict, note, seenPages: [...pictures.seen] })),
          async () => setEnd(await read(end.caseId)),
        )
      }
      history={end.history}
      person={<TwoPersons end={end} />}
    >
      <Outcome end={end} mayDecide={mayDecide} />
      {end.state === 'waiting-second' && end.isTakenByMe && <TakeBack end={end} onDone={setEnd} />}
      <ShownPaper end={end} pictures={pictures} />
    </SecondFrame>
  )
}

const EndCasePage = ({ params }: PageProps) => {
  const { data, problem, reload } = useLoad(() => read(params['id'] ?? ''))
  if (data) {
    return <EndOf first={data} />
  }
  return <WaitingCase title={t('title')} list="/representation" problem={problem} onRetry={reload} />
}

export default EndCasePage
