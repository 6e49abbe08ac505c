/** What was issued to which device or wallet, for whoever takes all of hers along. */
import { asShown, type TellingTo } from '../../../../kernel/telling.ts'
import { viewCredentials } from './view-credentials.ts'

/** What her phone should fetch is the phone's business. */
export const tellCredentials = async (to: TellingTo) => (await asShown(viewCredentials, {})(to)).items
