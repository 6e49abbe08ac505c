/** The fixture with a registered party beside it, people of level 2, and what their phones would send. */
import type { PartyFile } from '../contract/party.ts'
import type { SharedOfType } from '../server/modules/documents/sharing/scope.ts'
import { encryptJwe } from '../formats/openid4vp/jwe.ts'
import { clockOffset_ms, moveClock } from '../server/kernel/clock.ts'
import { viewAccessLog } from '../server/modules/platform/audit/access-log.ts'
import { agreeToShare } from '../server/modules/documents/sharing/answer-sharing.ts'
import { deliverPosts } from '../server/modules/documents/sharing/deliver-posts.ts'
import { openSharing } from '../server/modules/documents/sharing/open-sharing.ts'
import { addParty } from '../server/modules/registry/parties/known-parties.ts'
import { partyReports } from '../server/modules/registry/parties/report-party.ts'
import { openFixture, type Fixture } from './fixture.ts'
import { PASSCODE, settleCitizen } from './settle-citizen.ts'
import type { TestPerson } from './test-person.ts'
import type { Visitor } from './visitor.ts'
import { chance } from './sharing-kit.ts'
import { openTestParty, type Asking, type TestParty } from './sharing-party.ts'
import { stopAll } from './stop-all.ts'

export interface SharingFixture extends Fixture {
  readonly party: TestParty
  /** What the job does, until nothing is due at this moment. */
  deliver(): Promise<void>
  /** The product's time goes on; what machines sign and judge by their own does not. */
  pass(by_s: number): void
  enlist(file: PartyFile): Promise<void>
  holder(changes?: Partial<TestPerson>): Promise<Sharer>
  reports(): Promise<readonly { party_id: string; kind: string; what: string; times: number }[]>
}
export interface Sharer {
  readonly person: TestPerson
  readonly visitor: Visitor
  readonly subjectId: string
}

export const openSharingFixture = async (changes: Partial<PartyFile> = {}): Promise<SharingFixture> => {
  const [fixture, party] = [await openFixture(), await openTestParty(changes)]
  const { context, pool } = fixture
  const enlist = async (file: PartyFile): Promise<void> => {
    const added = await context.transact((work) => addParty(work, file))
    if (added !== 'added') {
      throw new Error(`the party was not added: ${added}`)
    }
  }
  await enlist(party.file)
  return {
    ...fixture,
    party,
    enlist,
    async deliver() {
      while (await deliverPosts(context)) {
        continue
      }
      await fixture.settle()
    },
    pass: (by_s) => moveClock(clockOffset_ms() + by_s * 1000),
    async holder(person = {}) {
      const citizen = await settleCitizen(fixture, person)
      const { rows } = await pool.query<{ subject_id: string }>(
        'update account set level = 2 where personal_number = $1 returning subject_id',
        [citizen.person.personalNumber],
      )
      return { ...citizen, subjectId: rows[0]?.subject_id ?? '' }
    },
    reports: () => partyReports(context.tools.read),
    stop: () => stopAll({ 'the party': () => party.stop(), 'the fixture': () => fixture.stop() }),
  }
}

/** As a link of the party's page says it. */
export const linkTo = async ({ party }: Pick<SharingFixture, 'party'>, asking: Asking = {}) => ({
  from: 'link' as const,
  clientId: asking.clientId ?? party.clientId,
  requestUri: party.offer(await party.sign(asking)),
})
export const openLink = async (
  fixture: SharingFixture,
  { visitor }: Pick<Sharer, 'visitor'>,
  asking: Asking = {},
): Promise<string> => (await visitor.do(openSharing, await linkTo(fixture, asking))).id

/** Closed for the party; Sen never looks inside. */
export const closedFor = (party: TestParty, says: unknown = { vp_token: {} }): Promise<string> =>
  encryptJwe(new TextEncoder().encode(JSON.stringify(says)), {
    recipient: party.ownKey,
    method: 'A256GCM',
    chance,
  })
const NAME_AND_BIRTH: readonly SharedOfType[] = [{ type: 'identity-card', claims: ['name', 'birthdate'] }]

export const yesTo = async (
  fixture: Pick<SharingFixture, 'party'>,
  id: string,
  shared: readonly SharedOfType[] = NAME_AND_BIRTH,
  passcode = PASSCODE,
) => ({ id, passcode, shared, answer: { response: await closedFor(fixture.party) } })

/** Opens, agrees, and lets it be delivered; answers the receipt's id. */
export const shareWith = async (
  fixture: SharingFixture,
  who: Sharer,
  asking: Asking = {},
): Promise<string> => {
  const id = await openLink(fixture, who, asking)
  const { receiptId } = await who.visitor.do(agreeToShare, await yesTo(fixture, id))
  await fixture.deliver()
  return receiptId
}

/** What her log says of sharing, newest first: purpose, who, fields. */
export const sharingLog = async ({ visitor }: Pick<Sharer, 'visitor'>) =>
  (await visitor.do(viewAccessLog, { topic: 'sharing' })).items.map(({ purpose, who, words }) => ({
    purpose,
    who,
    fields: words.fields,
  }))
