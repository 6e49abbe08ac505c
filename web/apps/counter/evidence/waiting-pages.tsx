// Pages of a paper that is sent whole, with what was typed of it: they wait here until then.
import { useState } from 'preact/hooks'
import type { CaptureSeal } from '../../../../contract/devices.ts'
import { newId } from '../../../client/uuid7.ts'
import type { SentPicture } from '../../../kit/portrait/picture.ts'
import { sealed } from '../devices/seal-capture.ts'
import { PaperPages } from './paper-pages.tsx'
import type { PaperInWords } from './paper-words.ts'
import { pageIdOf } from './use-page-pictures.ts'

/** What one request has room for; how many a paper may have the server says. */
const PAGES_MOST = 4

type Page = { id: string; picture: SentPicture }
type SealedPage = { caseId: string; page: string; seal?: CaptureSeal }

const signedPage = async (caseId: string, { base64 }: SentPicture) => {
  const { page, seal } = await sealed<SealedPage>({ caseId, page: base64 })
  return { page, ...(seal ? { seal } : {}) }
}

export const useWaitingPages = () => {
  const [caseId] = useState(newId)
  const [pages, setPages] = useState<readonly Page[]>([])
  return {
    pages,
    take: async (picture: SentPicture) => {
      const id = await pageIdOf(picture)
      setPages((before) => [...before.filter((one) => one.id !== id), { id, picture }])
    },
    remove: (id: string) => setPages((before) => before.filter((one) => one.id !== id)),
    /** Signed when they are sent: what is signed is good for some minutes. */
    signed: async () => ({
      caseId,
      pages: await Promise.all(pages.map(({ picture }) => signedPage(caseId, picture))),
    }),
  }
}

const nothingToLoad = { isLoading: false, problem: null, reload: () => undefined }

export const WaitingPages = ({
  paper,
  waiting: { pages, take, remove },
}: {
  paper: PaperInWords
  waiting: ReturnType<typeof useWaitingPages>
}) => (
  <PaperPages
    paper={paper}
    // Whether the desk's camera signs them shows when they are sent.
    pages={pages.map(({ id }) => ({ id, isUnsigned: false }))}
    most={PAGES_MOST}
    pictures={{ ...nothingToLoad, urls: new Map(pages.map(({ id, picture }) => [id, picture.url])) }}
    onTake={take}
    onRemove={remove}
  />
)
