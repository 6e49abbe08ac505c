// One page of a paper, whole and as large as its print wants it.
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button, type ButtonProps } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { chevronLeft, chevronRight, dossier, minus, plus } from '../../../ui/icons.tsx'
import { focusOn, Status } from '../../../ui/attention.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { pageName, type PaperInWords } from './paper-words.ts'

const t = phrases({
  larger: { vi: 'Phóng to', en: 'Larger' },
  smaller: { vi: 'Thu nhỏ', en: 'Smaller' },
  whole: { vi: 'Cả trang', en: 'Whole page' },
  before: { vi: 'Trang trước', en: 'Page before' },
  next: { vi: 'Trang sau', en: 'Next page' },
  at: { vi: 'Trang {n} trên {of}, {size}', en: 'Page {n} of {of}, {size}' },
  percent: { vi: 'rộng {percent} %', en: '{percent} % wide' },
  sheet: {
    vi: 'Trang giấy; phím + − 0 để phóng, thu, xem cả trang',
    en: 'The page; keys + − 0 for larger, smaller, whole',
  },
})

/** Shares of the window's width; the first shows the whole page. */
const sizes = [null, 1, 1.5, 2, 3] as const
const KEYS: Readonly<Record<string, 'larger' | 'smaller' | 'whole'>> = {
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  '0': 'whole',
}

export type ShownPage = { url: string; n: number }

const useView = (pages: readonly ShownPage[], first: number) => {
  const [at, turn] = useState(first)
  const [step, setStep] = useState(0)
  const zoom = {
    larger: () => setStep((now) => Math.min(sizes.length - 1, now + 1)),
    smaller: () => setStep((now) => Math.max(0, now - 1)),
    whole: () => setStep(0),
  }
  const go = (by: 1 | -1) => turn((now) => Math.min(pages.length - 1, Math.max(0, now + by)))
  return { page: pages[at] ?? pages[0], at, size: sizes[step] ?? null, step, zoom, go }
}

type View = ReturnType<typeof useView>

/** What cannot be pressed any more (the last page, the largest) gives the focus back to the page. */
const useSheet = ({ at, step }: View) => {
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const held = document.activeElement
    if (held === null || held === document.body || held.matches(':disabled')) {
      focusOn(sheet.current)
    }
  }, [at, step])
  return sheet
}

/** Their words give way on a small screen; the names stay. */
const Tool = ({ name, ...button }: { name: string } & Omit<ButtonProps, 'children' | 'label' | 'size'>) => (
  <Button {...button} class="page-tool" size="small">
    {name}
  </Button>
)

const Tools = ({ view: { page, at, size, step, zoom, go }, of }: { view: View; of: number }) => (
  <div class="page-tools">
    {of > 1 && (
      <>
        <Tool name={t('before')} icon={chevronLeft} isDisabled={at === 0} onPress={() => go(-1)} />
        <Tool name={t('next')} icon={chevronRight} isDisabled={at === of - 1} onPress={() => go(1)} />
      </>
    )}
    <Tool name={t('smaller')} icon={minus} shortcut="-" isDisabled={step === 0} onPress={zoom.smaller} />
    <Tool
      name={t('larger')}
      icon={plus}
      shortcut="+"
      isDisabled={step === sizes.length - 1}
      onPress={zoom.larger}
    />
    <Tool name={t('whole')} icon={dossier} shortcut="0" isDisabled={step === 0} onPress={zoom.whole} />
    <Status class="page-at">
      {t('at', {
        n: page?.n ?? 1,
        of,
        size: size === null ? t('whole') : t('percent', { percent: size * 100 }),
      })}
    </Status>
  </div>
)

const Viewer = ({
  paper,
  pages,
  first,
}: {
  paper: PaperInWords
  pages: readonly ShownPage[]
  first: number
}) => {
  const view = useView(pages, first)
  const sheet = useSheet(view)
  const { page, size, zoom } = view
  const onKeyDown = (event: KeyboardEvent) => {
    const key = KEYS[event.key]
    if (key && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      zoom[key]()
    }
  }
  if (!page) {
    return null
  }
  return (
    <div class="page-viewer" onKeyDown={onKeyDown}>
      <Tools view={view} of={pages.length} />
      {/* Scrolled by its own keys once it is larger than its window. */}
      <div
        ref={sheet}
        class={`page-sheet${size === null ? ' is-whole' : ''}`}
        tabIndex={0}
        role="group"
        aria-label={t('sheet')}
      >
        <img
          src={page.url}
          alt={pageName(paper, page.n)}
          style={size === null ? undefined : { width: `${size * 100}%` }}
        />
      </div>
    </div>
  )
}

/** `first`: which of the pages is opened; null: none. */
export const PageViewer = ({
  paper,
  pages,
  first,
  onClose,
}: {
  paper: PaperInWords
  pages: readonly ShownPage[]
  first: number | null
  onClose: () => void
}) => (
  <Dialog
    isOpen={first !== null}
    onClose={onClose}
    title={[paper.kind, paper.number].filter(Boolean).join(' ')}
    size="whole"
    focusAt=".page-sheet"
  >
    {first !== null && <Viewer paper={paper} pages={pages} first={first} />}
  </Dialog>
)
