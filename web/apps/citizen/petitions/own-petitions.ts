// What she has written to offices.
import type { OutputOf } from '../../../../contract/operation.ts'
import type { ViewOwnPetitions } from '../../../../contract/petition.ts'
import { ownView } from '../shell/session.ts'

export type OwnPetition = OutputOf<typeof ViewOwnPetitions>['items'][number]

export const readOwnPetitions = async (): Promise<readonly OwnPetition[]> =>
  (await ownView<typeof ViewOwnPetitions>('petition.own', {})).items
