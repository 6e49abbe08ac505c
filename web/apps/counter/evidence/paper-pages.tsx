// The pictures of a paper: taken and taken away by whoever notes it, read by whoever decides second.
import './paper-pages.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Problem } from '../../../client/problem.ts'
import type { SentPicture } from '../../../kit/portrait/picture.ts'
import { announce, focusOn } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { alert, camera, dossier, Icon, search, trash } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Skeleton } from '../../../ui/waiting.tsx'
import { Refusal } from '../shell/refusal.tsx'
import { PageCamera } from './page-camera.tsx'
import { PageViewer } from './page-viewer.tsx'
import { pageName, type PaperInWords } from './paper-words.ts'

const t = phrases({
  title: { vi: 'Ảnh giấy tờ', en: 'Pictures of the paper' },
  page: { vi: 'Trang {n}', en: 'Page {n}' },
  open: { vi: 'Xem lớn trang {n}', en: 'Open page {n} large' },
  openShort: { vi: 'Xem lớn', en: 'Open large' },
  remove: { vi: 'Bỏ trang {n}', en: 'Remove page {n}' },
  removeShort: { vi: 'Bỏ', en: 'Remove' },
  first: { vi: 'Chụp giấy tờ', en: 'Take a picture of it' },
  another: { vi: 'Chụp thêm trang', en: 'Take another page' },
  added: { vi: 'Đã có ảnh trang {n}.', en: 'There is a picture of page {n} now.' },
  removed: { vi: 'Đã bỏ ảnh. Còn {n} trang.', en: 'The picture is removed. Pages left: {n}.' },
  full: { vi: 'Đã đủ {n} trang cho một giấy tờ.', en: 'A paper has {n} pages at most.' },
  why: {
    vi: 'Chụp trang có tên người, nội dung quyết định hoặc yêu cầu, chữ ký và dấu. Người duyệt thứ hai xem đúng ảnh này.',
    en: 'Take the pages with names, what is decided or asked, signature and seal. The second officer sees these very pictures.',
  },
  unsigned: { vi: 'Chưa có chữ ký của máy ảnh quầy', en: "Not signed by the desk's camera" },
  none: {
    vi: 'Chưa có ảnh giấy tờ: hãy xem bản gốc',
    en: 'No picture of the paper: look at the original',
  },
  gone: { vi: 'Ảnh đã xoá khi hồ sơ kết thúc', en: 'The picture went when the case ended' },
})

export type PageOf = { id: string; isUnsigned: boolean }
/** `urls`: the pictures that are here, by page; `problem`: why others are not. */
export type PagePictures = {
  urls: ReadonlyMap<string, string>
  isLoading: boolean
  problem: Problem | null
  reload: () => void
}

const Thumb = ({
  name,
  n,
  url,
  onOpen,
}: {
  name: string
  n: number
  url: string | undefined
  onOpen: () => void
}) =>
  url ? (
    <button type="button" class="page-open" aria-label={t('open', { n })} onClick={onOpen}>
      <img src={url} alt={name} />
      <span aria-hidden="true">
        <Icon of={search} size={18} />
        {t('openShort')}
      </span>
    </button>
  ) : (
    <span class="page-gone">
      <Icon of={dossier} size={30} />
      {t('gone')}
    </span>
  )

type OnePage = PageOf & {
  paper: PaperInWords
  n: number
  url: string | undefined
  onOpen: () => void
  onRemove?: ((id: string) => void) | undefined
}
const OnePage = ({ paper, id, isUnsigned, n, url, onOpen, onRemove }: OnePage) => (
  <li>
    <Thumb name={pageName(paper, n)} n={n} url={url} onOpen={onOpen} />
    <div class="page-foot">
      <b>{t('page', { n })}</b>
      {onRemove && (
        <Button
          size="small"
          kind="quiet"
          icon={trash}
          label={t('remove', { n })}
          onPress={() => onRemove(id)}
        >
          {t('removeShort')}
        </Button>
      )}
    </div>
    {isUnsigned && (
      <p class="page-unsigned">
        <Icon of={alert} size={18} />
        {t('unsigned')}
      </p>
    )}
  </li>
)

/** `onRemove` is left out where nothing is taken away any more. */
export const PaperPictures = ({
  paper,
  pages,
  pictures,
  onRemove,
}: {
  paper: PaperInWords
  pages: readonly PageOf[]
  pictures: PagePictures
  onRemove?: (id: string) => void
}) => {
  const [opened, open] = useState<number | null>(null)
  const shown = pages.flatMap(({ id }, i) => {
    const url = pictures.urls.get(id)
    return url ? [{ url, n: i + 1, id }] : []
  })
  if (pages.length === 0) {
    return null
  }
  if (pictures.isLoading && shown.length < pages.length) {
    return <Skeleton shape="card" />
  }
  return (
    <>
      <Refusal problem={pictures.problem} onRetry={pictures.reload} />
      <ul class="pages" aria-label={t('title')}>
        {pages.map((page, i) => (
          <OnePage
            key={page.id}
            {...page}
            paper={paper}
            n={i + 1}
            url={pictures.urls.get(page.id)}
            onOpen={() => open(shown.findIndex(({ id }) => id === page.id))}
            onRemove={onRemove}
          />
        ))}
      </ul>
      <PageViewer paper={paper} pages={shown} first={opened} onClose={() => open(null)} />
    </>
  )
}

/** For the second pair of eyes: none is a reason to look at the original. */
export const NoPicture = () => (
  <p class="page-unsigned">
    <Icon of={alert} size={18} />
    {t('none')}
  </p>
)

/** Says what became of the pages; where the button that was pressed is gone, the title takes the focus. */
const usePagesTold = (count: number, most: number, isShooting: boolean) => {
  const title = useRef<HTMLHeadingElement>(null)
  const before = useRef(count)
  useEffect(() => {
    const was = before.current
    // Within the open dialog neither would arrive.
    if (isShooting || count === was) {
      return
    }
    before.current = count
    announce(t(count > was ? 'added' : 'removed', { n: count }))
    if (count < was || count >= most) {
      focusOn(title.current)
    }
  }, [count, isShooting])
  return title
}

export const PaperPages = ({
  paper,
  pages,
  most,
  pictures,
  onTake,
  onRemove,
}: {
  paper: PaperInWords
  pages: readonly PageOf[]
  most: number
  pictures: PagePictures
  onTake: (picture: SentPicture) => Promise<void>
  onRemove: (id: string) => void
}) => {
  const [isShooting, shoot] = useState(false)
  const title = usePagesTold(pages.length, most, isShooting)
  return (
    <section class="paper-pages" aria-labelledby="paper-pages-title">
      <h3 id="paper-pages-title" ref={title}>
        {t('title')}
      </h3>
      <p class="quiet">{t('why')}</p>
      <PaperPictures paper={paper} pages={pages} pictures={pictures} onRemove={onRemove} />
      {pages.length < most ? (
        <Button icon={camera} onPress={() => shoot(true)}>
          {t(pages.length === 0 ? 'first' : 'another')}
        </Button>
      ) : (
        <p class="quiet">{t('full', { n: most })}</p>
      )}
      <PageCamera
        isOpen={isShooting}
        paper={paper}
        page={pages.length + 1}
        onTake={onTake}
        onClose={() => shoot(false)}
      />
    </section>
  )
}
