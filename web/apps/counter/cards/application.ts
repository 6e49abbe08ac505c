// One application for a card at this desk: the server's last word of it, and the deeds that change it. Cards
// are made with the line up.
import { useEffect, useRef } from 'preact/hooks'
import type { ViewCard } from '../../../../contract/card-taking.ts'
import type { ViewDesk } from '../../../../contract/counter.ts'
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

/**
 * While a question waits at the citizen's screen: asks the desk, which leaves no trace with her, and reads
 * the application once when it is answered.
 */
export const useScreenAnswer = (isWaiting: boolean, caseId: string) => {
  const isReading = useRef(false)
  useEffect(() => {
    if (!isWaiting) {
      return
    }
    const look = async () => {
      if (isReading.current) {
        return
      }
      isReading.current = true
      try {
        const { asking } = await orSignIn(view<typeof ViewDesk>('desk.state', {}, { retries: 0 }))
        if (!asking) {
          await readApplication(caseId)
        }
      } catch {
        // Asked again in a moment.
      } finally {
        isReading.current = false
      }
    }
    const timer = setInterval(() => void look(), 1500)
    return () => clearInterval(timer)
  }, [isWaiting, caseId])
}
