// Who of the demo world's people stands at the desk: whose card lies on the invented reader, whose finger on
// the scanner, whose face before the camera.
import { askWorld, isWorldOn, type CastMember } from '../world.ts'
import { createStore } from '../../ui/store.ts'

export const cast = createStore<readonly CastMember[]>([])
export const visitor = createStore<CastMember | null>(null)

export const readCast = async (): Promise<void> => {
  if (!isWorldOn() || cast.get().length > 0) {
    return
  }
  cast.set(await askWorld<CastMember[]>('cast').catch(() => []))
}

/** The world's person with this personal number, if there is one: her chip tells who she is. */
export const visitorOf = async (personalNumber: string): Promise<CastMember | null> => {
  await readCast()
  return cast.get().find((member) => member.personal_number === personalNumber) ?? null
}
