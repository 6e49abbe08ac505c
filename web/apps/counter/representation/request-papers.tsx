// The papers that were shown for a request, and their pictures: noted and taken by one officer, read by the
// other beside what was typed.
import { useEffect, useRef, useState } from 'preact/hooks'
import type {
  DropPaperPage,
  NotePapers,
  TakePaperPage,
  ViewPaperPages,
} from '../../../../contract/representation-request.ts'
import { deed, view } from '../../../client/call.ts'
import type { SentPicture } from '../../../kit/portrait/picture.ts'
import { focusOn } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateVN } from '../../../ui/format.ts'
import { dossier } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { sealed } from '../devices/seal-capture.ts'
import { PaperForm } from '../evidence/paper-form.tsx'
import { NoPicture, PaperPages, PaperPictures } from '../evidence/paper-pages.tsx'
import { usePagePictures, type Loaded } from '../evidence/use-page-pictures.ts'
import { orSignIn } from '../shell/officer.ts'
import type { Keep } from './request-evidence.tsx'
import { inWords, paperChoices, paperWords, type Paper, type Request } from './request.ts'

const t = phrases({
  papers: { vi: 'Giấy tờ đã xem', en: 'Papers that were shown' },
  change: { vi: 'Sửa', en: 'Change' },
  authority: { vi: 'Nơi cấp', en: 'Issued by' },
  date: { vi: 'Ngày cấp', en: 'Date' },
  until: { vi: 'Hiệu lực đến hết', en: 'In force until' },
})

const readPages = async ({ caseId, papers }: Request): Promise<Loaded> => {
  const read = (paper: number) =>
    orSignIn(view<typeof ViewPaperPages>('representation.view-pages', { caseId, paper: String(paper) }))
  const withPages = papers.flatMap(({ pages }, at) => (pages.length > 0 ? [at] : []))
  return (await Promise.all(withPages.map(read))).flatMap(({ pages }) => pages)
}

const givePage = async (caseId: string, paper: number, { base64 }: SentPicture): Promise<Request> => {
  const taken = await sealed({ caseId, paper, page: base64 })
  return orSignIn(deed<typeof TakePaperPage>('representation.take-page', taken, { timeout_s: 40 }))
}

/** What has ended without its deed has no pictures any more. */
const isKept = ({ state }: Request): boolean => state !== 'refused' && state !== 'discarded'

export const useRequestPages = (request: Request) =>
  usePagePictures(
    request.papers.flatMap(({ pages }) => pages),
    isKept(request) ? () => readPages(request) : null,
  )
type RequestPages = ReturnType<typeof useRequestPages>

const Words = ({ paper, until }: { paper: Paper; until: string | null }) => (
  <DataPairs
    pairs={[
      { label: paperWords(paper.kind), value: paper.number },
      { label: t('authority'), value: paper.authority },
      { label: t('date'), value: dateVN(paper.date) },
      ...(until ? [{ label: t('until'), value: dateVN(until) }] : []),
    ]}
  />
)

type Part = {
  request: Request
  keep: Keep
  onRequest: (request: Request) => void
  isBusy: boolean
  pictures: RequestPages
}

const OnePaper = ({ request, keep, onRequest, pictures, at }: Part & { at: number }) => {
  const { caseId, state, until, pagesMost } = request
  const paper = request.papers[at]
  if (!paper) {
    return null
  }
  const pagesPart =
    state === 'open' ? (
      <PaperPages
        paper={inWords(paper)}
        pages={paper.pages}
        most={pagesMost}
        pictures={pictures}
        onTake={async (picture) => {
          await pictures.keep(picture)
          onRequest(await givePage(caseId, at, picture))
        }}
        onRemove={(id) =>
          keep(() => orSignIn(deed<typeof DropPaperPage>('representation.drop-page', { caseId, id })))
        }
      />
    ) : (
      <div class="stack">
        {paper.pages.length === 0 && state === 'waiting-second' && <NoPicture />}
        <PaperPictures paper={inWords(paper)} pages={paper.pages} pictures={pictures} />
      </div>
    )
  return (
    <div class="paper-beside">
      <Words paper={paper} until={until} />
      {pagesPart}
    </div>
  )
}

const note = (caseId: string, paper: Omit<Paper, 'pages'>, until: string | null): Promise<Request> =>
  orSignIn(deed<typeof NotePapers>('representation.papers', { caseId, papers: [paper], until }))

/** What was pressed goes with the form or its words, so the heading takes the focus. */
const useCard = (isForm: boolean) => {
  const card = useRef<HTMLDivElement>(null)
  const before = useRef(isForm)
  useEffect(() => {
    if (before.current !== isForm) {
      before.current = isForm
      focusOn(card.current?.querySelector('h2'))
    }
  }, [isForm])
  return card
}

export const Papers = (part: Part) => {
  const { request, keep, isBusy } = part
  const [isChanging, change] = useState(false)
  const [paper] = request.papers
  const isForm = request.state === 'open' && (!paper || isChanging)
  const card = useCard(isForm)
  return (
    <div ref={card}>
      <Card
        title={t('papers')}
        icon={dossier}
        aside={
          paper &&
          !isForm &&
          request.state === 'open' && (
            <Button size="small" kind="quiet" onPress={() => change(true)}>
              {t('change')}
            </Button>
          )
        }
      >
        {isForm ? (
          <PaperForm
            kinds={paperChoices()}
            first={paper ?? { kind: 'birth-certificate', number: '', authority: '', date: '' }}
            until={request.until}
            isBusy={isBusy}
            onSave={(given, until) => {
              // What was typed stays until it is noted.
              keep(async () => {
                const noted = await note(request.caseId, given, until)
                change(false)
                return noted
              })
            }}
          />
        ) : (
          <div class="stack">
            {request.papers.map((one, at) => (
              <OnePaper key={one.number} {...part} at={at} />
            ))}
          </div>
        )}
      </Card>
    </div>
  )
}
