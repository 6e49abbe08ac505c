/**
 * She takes along all that is held of her (Law 91/2025/QH15; Decree 356/2025). It is everything at once: the
 * passcode is asked before, it is limited by the day, it leaves a line, and she is told on every channel in
 * case it was not she. For oneself alone.
 */
import { ownParts, TakeOwnData, untoldKinds, ViewOwnDataParts } from '../../../../contract/own-data.ts'
import { accountPurposes } from '../../../../contract/purposes/account.ts'
import { sealOwnData } from '../../../../formats/own-data/own-data-file.ts'
import { actorReference } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Telling } from '../../../kernel/telling.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import { jwsSignerOf } from '../../documents/credentials/signing/jws-signer.ts'
import { listDevices, tryPasscodeInHand } from '../../people/accounts/device.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { OwnDataTaken } from './events.ts'
import { gatherOwnData } from './gather.ts'
import { newestGiven, newestPrinted, takesPerDay } from './rules.ts'

const DAY_S = 86_400

export const viewOwnDataParts = useCase({
  contract: ViewOwnDataParts,
  permit: citizenHerself,
  async act(_, __, { now }) {
    return {
      parts: Object.values(ownParts),
      notGiven: Object.values(untoldKinds),
      newest: inForce(newestGiven, now),
      printed: inForce(newestPrinted, now),
      perDay: inForce(takesPerDay, now),
    }
  },
  audit: none('what kinds of data there are; nothing of anybody'),
})

/**
 * By the key that signs documents on phones, with its certificate: it stays published until nothing that it
 * signed can be valid, and leads to the authority after that.
 */
const sealerOf = async ({ documentSigner }: Tools) => {
  const key = await documentSigner.present()
  const signer = jwsSignerOf(key)
  return {
    ...signer,
    header: { ...signer.header, x5c: [Buffer.from(key.certificate).toString('base64')] },
  }
}

/** `tellings`: of every module, as the composition has them. */
export const takeOwnDataOf = (tellings: readonly Telling[]) =>
  useCase({
    contract: TakeOwnData,
    permit: citizenHerself,
    isNeverReplayed: true,
    limits: (_, __: RequestContext, actor) => [
      {
        scope: 'own-data.take',
        key: actorReference(actor),
        most: inForce(takesPerDay, presentMoment()),
        per_s: DAY_S,
      },
    ],
    async act(work, { passcode }, doing) {
      const { actor, tools, now, refuse } = doing
      const account = await findAccount(work, actor.subjectId)
      if (!account) {
        throw problem('session.required')
      }
      if (account.state !== 'active') {
        throw problem('account.locked')
      }
      const wrong = await tryPasscodeInHand(work, tools, actor, passcode)
      if (wrong) {
        return refuse(wrong)
      }
      const devices = await listDevices(work, actor.subjectId)
      work.publish(OwnDataTaken, actor.subjectId, {
        deviceName: devices.find(({ id }) => id === actor.deviceId)?.name ?? '',
        at: now.toISOString(),
      })
      const data = await gatherOwnData(tellings, { work, doing, account, newest: inForce(newestGiven, now) })
      const file = await sealOwnData(data, await sealerOf(tools))
      return {
        name: `sen-my-data-${dayInVietnam(now)}.json`,
        file: `${JSON.stringify(file, null, 1)}\n`,
      }
    },
    audit: ({ actor, refusal }) => ({
      about: actor.subjectId,
      purpose: 'own-data-taken',
      ...(refusal ? {} : { fields: accountPurposes['own-data-taken'].fields }),
      outcome: refusal ?? 'done',
    }),
  })
