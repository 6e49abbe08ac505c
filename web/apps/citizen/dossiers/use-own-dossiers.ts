// Her dossiers of public services page by page, with the drafts that came with the first page.
import { useState } from 'preact/hooks'
import type { ListOwnDossiers } from '../../../../contract/dossiers.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { usePages, type Pages } from '../../../client/pages.ts'
import { ownView } from '../shell/session.ts'

type Listed = OutputOf<typeof ListOwnDossiers>
export type OwnServiceDossiers = Pages<Listed['items'][number]> & { readonly drafts: Listed['drafts'] }

/** `isOpen`: somebody is signed in here; nobody else has any. */
export const useOwnDossiers = (isOpen: boolean): OwnServiceDossiers => {
  const [drafts, take] = useState<Listed['drafts']>([])
  const pages = usePages(async (cursor) => {
    if (!isOpen) {
      return { items: [], next: null }
    }
    const listed = await ownView<typeof ListOwnDossiers>('dossiers.own', { cursor })
    if (cursor === undefined) {
      take(listed.drafts)
    }
    return listed
  })
  return { ...pages, drafts }
}
