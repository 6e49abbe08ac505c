// Papers of a dossier: each opens as PDF.
import type { EndPaper, ViewDossierPaper } from '../../../../contract/dossiers.ts'
import { usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { PAPER_PAGE } from '../../../kit/paper-link.ts'
import { saveBytes } from '../../../kit/save-file.ts'
import { Card, Row } from '../../../ui/card.tsx'
import { now } from '../../../ui/clock.ts'
import { dateVN, isoDayVN } from '../../../ui/format.ts'
import { dossier, download, Icon } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { AskedDeed } from '../shell/asked-deed.tsx'
import { ownDeed, ownView } from '../shell/session.ts'
import type { OwnDossier } from './clock-card.tsx'

const t = phrases({
  title: { vi: 'Giấy tờ', en: 'Papers' },
  detail: { vi: 'PDF · {day}', en: 'PDF · {day}' },
  valid: {
    vi: 'PDF · {day} · có giá trị đến hết {until}',
    en: 'PDF · {day} · valid until the end of {until}',
  },
  runOut: { vi: 'PDF · {day} · đã hết hạn {until}', en: 'PDF · {day} · ran out on {until}' },
  ended: { vi: 'PDF · {day} · hết giá trị từ {at}', en: 'PDF · {day} · not valid since {at}' },
  end: { vi: 'Ngừng giá trị giấy này', en: 'End this paper' },
  endAsk: { vi: 'Ngừng giá trị giấy này?', en: 'End this paper?' },
  endEffect: {
    vi: 'Ai quét mã trên giấy sẽ thấy giấy không còn giá trị, không thấy lý do. Không khôi phục được; cần thì xin giấy mới, miễn phí.',
    en: 'Whoever scans its code reads that it is no longer valid, without a reason. It cannot be restored; a new one is free.',
  },
  endPaidEffect: {
    vi: 'Ai quét mã trên giấy sẽ thấy giấy không còn giá trị, không thấy lý do. Không khôi phục được; cần thì xin giấy mới, có thể phải nộp phí.',
    en: 'Whoever scans its code reads that it is no longer valid, without a reason. It cannot be restored; a new one may cost its fee.',
  },
  hersAlone: {
    vi: 'Phiếu này để bạn biết. Không ai được đòi bạn nộp; ai mở {place} với mã trên phiếu chỉ thấy phiếu là thật, không thấy nội dung.',
    en: 'This is for you to know. Nobody may ask you for it; whoever opens {place} with its code sees that it is genuine, and nothing of what it says.',
  },
  check: {
    vi: 'Người nhận giấy quét mã, hoặc mở {place}, để kiểm tra. Bạn thấy mỗi lần kiểm tra trong nhật ký.',
    en: 'Whoever gets the paper scans its code, or opens {place}, to check it. You read of each check in your log.',
  },
})

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

type Paper = OwnDossier['papers'][number]

const detailOf = ({ at, standing }: Paper): string => {
  const day = dateVN(at)
  if (standing?.endedAt) {
    return t('ended', { day, at: dateVN(standing.endedAt) })
  }
  const until = standing?.validUntil
  if (!until) {
    return t('detail', { day })
  }
  return t(until < isoDayVN(now()) ? 'runOut' : 'valid', { day, until: dateVN(until) })
}
const isHeld = ({ standing }: Paper): boolean =>
  standing !== null &&
  standing.endedAt === null &&
  (standing.validUntil === null || standing.validUntil >= isoDayVN(now()))

/** Certificate no. 2: nobody may ask her for it. */
const FOR_HERSELF = 'criminal-record-2'

/** What she can do with a paper that proves something to others. */
const Held = ({ own, kind, onDone }: { own: OwnDossier; kind: string; onDone: Done }) => (
  <div class="spaced stack">
    <p class="quiet small">
      {t(kind === FOR_HERSELF ? 'hersAlone' : 'check', { place: `${location.host}${PAPER_PAGE}` })}
    </p>
    <div>
      <AskedDeed
        label={t('end')}
        title={t('endAsk')}
        effect={t(own.fees.length > 0 ? 'endPaidEffect' : 'endEffect')}
        onYes={async () =>
          onDone(await ownDeed<typeof EndPaper>('dossiers.end-paper', { reference: own.reference, kind }))
        }
      />
    </div>
  </div>
)

type Done = (own: OwnDossier) => void
export const DossierPapers = ({ own, onDone }: { own: OwnDossier; onDone: Done }) => {
  const { papers, reference } = own
  const opening = usePress()
  const save = (kind: string) =>
    void opening.press(async () => {
      const { name, pdf } = await ownView<typeof ViewDossierPaper>('dossiers.paper', { reference, kind })
      saveBytes(name, bytesOf(pdf), 'application/pdf')
    })
  return papers.length === 0 ? null : (
    <Card title={t('title')} icon={dossier}>
      {opening.problem && <ProblemNotice key={opening.refusals} problem={opening.problem} />}
      {papers.toReversed().map((paper) => (
        <Row
          key={paper.kind}
          lead={null}
          title={inLanguage(paper.words)}
          detail={detailOf(paper)}
          end={<Icon of={download} size={20} />}
          onPress={() => save(paper.kind)}
        />
      ))}
      {papers.filter(isHeld).map(({ kind }) => (
        <Held key={kind} own={own} kind={kind} onDone={onDone} />
      ))}
    </Card>
  )
}
