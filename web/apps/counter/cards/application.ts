// One application for a card at this desk: the server's last word of it, and the deeds that change it. Cards
// are made with the line up.
import type { ViewCard } from '../../../../contract/card-taking.ts'
import { deed, view } from '../../../client/call.ts'
import { createStore } from '../../../ui/store.ts'
import { officer, orSignIn } from '../shell/officer.ts'
import type { CardApplication } from './card-words.ts'

export const application = createStore<CardApplication | null>(null)

export const readApplication = async (caseId: string): Promise<CardApplication> => {
  const read = await orSignIn(view<typeof ViewCard>('card.view', { caseId }))
  application.set(read)
  return read
}

/** One deed about the open application; what the server answers is shown. */
export const act = async (name: string, input: Record<string, unknown> = {}): Promise<CardApplication> => {
  const here = application.get()
  if (!here) {
    throw new Error('no application is open')
  }
  const after = (await orSignIn(
    deed(name, { caseId: here.caseId, ...input }, { timeout_s: 30 }),
  )) as CardApplication
  application.set(after)
  return after
}

export const mayDo = (task: string): boolean => officer.get()?.tasks.includes(task) ?? false
