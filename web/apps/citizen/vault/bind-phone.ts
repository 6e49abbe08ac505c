// Whose phone this browser is: what it kept of whoever had it before goes before the next one's key is kept,
// and with the binding itself.
import { forgetDevice, keepDevice, type DeviceHolder } from '../../../client/device-key.ts'
import { forgetPerson } from '../../../client/of-person.ts'
import { destroyKeptCard } from './vault.ts'

/** The key made last (`keepDevice`), for whoever has just shown who she is. Her card is kept anew then. */
export const bindThisPhone = async (token: string, holder: DeviceHolder): Promise<void> => {
  forgetPerson()
  await destroyKeptCard()
  await keepDevice(token, holder)
}

/** Removed by her, or unknown to the server: removed elsewhere, or the account is closed. */
export const unbindThisPhone = async (): Promise<void> => {
  forgetPerson()
  await Promise.all([forgetDevice(), destroyKeptCard()])
}
