/**
 * Naming, accepting, declining and ending a trusted relative. Each deed writes one side; the other side
 * follows by a fact
 * (`RelativeAsked`, `RelativeAnswered`, `RelativeEnded`), so that no transaction spans two persons.
 */
import {
  AnswerRelative,
  EndRelative,
  LeaveRelative,
  NameRelative,
  ViewRelatives,
} from '../../../../../contract/relatives.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { newId } from '../../../../kernel/id.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { tryPasscodeInHand } from '../../../people/accounts/device.ts'
import { findSubject, accountForUpdate } from '../../../people/accounts/open-account.ts'
import { answered, askedNow, endedNow, isStanding, standingOf, type Bond } from './trusted-relative.ts'
import { relativeCooling_h, relativesMost } from './trusted-relative-rules.ts'
import * as store from './trusted-relative-store.ts'
import type { NamedRow } from './trusted-relative-store.ts'
import { RelativeAnswered, RelativeAsked, RelativeEnded, RelativeNamed } from './events.ts'

const LABEL = 'trusted_relative.label'
interface Label {
  readonly label: string
  readonly number: string
}

const openLabel = async (tools: Tools, row: NamedRow): Promise<Label> =>
  JSON.parse((await tools.sealer.open(row.subject_id, LABEL, row.sealed_label)).toString('utf8')) as Label

const bondOf = (row: NamedRow): Bond => ({
  state: row.state,
  lapsesAt: row.lapses_at,
  trustedFrom: row.trusted_from,
})

export const viewRelatives = useCase({
  contract: ViewRelatives,
  permit: citizenHerself,
  async act(work, _, { actor, tools, now }) {
    const named = await Promise.all(
      (await store.namedBy(work, actor.subjectId)).map(async (row) => {
        const { label, number } = await openLabel(tools, row)
        return {
          id: row.id,
          label,
          numberEnd: number.slice(-3),
          state: standingOf(bondOf(row), now),
          askedAt: row.asked_at.toISOString(),
          lapsesAt: row.lapses_at.toISOString(),
          trustedFrom: row.trusted_from?.toISOString() ?? null,
        }
      }),
    )
    const asked = (await store.askedOf(work, actor.subjectId)).filter(
      (row) => row.state === 'accepted' || row.lapses_at > now,
    )
    const namedBy = await Promise.all(
      asked.map(async (row) => ({
        id: row.id,
        name: (await tools.sealer.open(actor.subjectId, 'trusted_by.name', row.sealed_name)).toString('utf8'),
        state: row.state === 'accepted' ? ('accepted' as const) : ('asked' as const),
        askedAt: row.asked_at.toISOString(),
        lapsesAt: row.lapses_at.toISOString(),
      })),
    )
    return { most: inForce(relativesMost, now), cooling_h: inForce(relativeCooling_h, now), named, namedBy }
  },
  audit: none("a person's own list"),
})

/** The places are counted under the account's lock: two deeds at once do not take the last one twice. */
const mustHavePlace = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  number: string,
  at: Date,
): Promise<void> => {
  const standing = (await store.namedByForUpdate(work, subjectId)).filter((row) =>
    isStanding(standingOf(bondOf(row), at)),
  )
  if (standing.length >= inForce(relativesMost, at)) {
    throw problem('relative.too-many', { params: { most: inForce(relativesMost, at) } })
  }
  for (const row of standing) {
    if ((await openLabel(tools, row)).number === number) {
      throw problem('relative.named-already')
    }
  }
}

export const nameRelative = useCase({
  contract: NameRelative,
  limits: (_, __, actor) => [
    { scope: 'relative.name', key: actor.kind === 'citizen' ? actor.subjectId : '', most: 10, per_s: 86_400 },
  ],
  permit: citizenHerself,
  async act(work, { personalNumber, label, passcode }, { actor, tools, now, refuse }) {
    const refusal = await tryPasscodeInHand(work, tools, actor, passcode)
    if (refusal) {
      return refuse(refusal)
    }
    const account = await accountForUpdate(work, actor.subjectId)
    if (account?.personalNumber === personalNumber) {
      throw problem('relative.yourself')
    }
    await mustHavePlace(work, tools, actor.subjectId, personalNumber, now)
    const id = newId()
    const bond = askedNow(now)
    const relativeId = await findSubject(work, tools, personalNumber)
    await store.insertNamed(work, {
      subject_id: actor.subjectId,
      id,
      relative_id: relativeId,
      state: bond.state,
      asked_at: now,
      lapses_at: bond.lapsesAt,
      sealed_label: await tools.sealer.seal(
        actor.subjectId,
        LABEL,
        JSON.stringify({ label, number: personalNumber } satisfies Label),
      ),
    })
    // Published for nobody as well, so that the answer's work is the same.
    work.publish(RelativeNamed, actor.subjectId, {})
    work.publish(RelativeAsked, relativeId ?? id, {
      id,
      namedBy: actor.subjectId,
      askedAt: now.toISOString(),
      lapsesAt: bond.lapsesAt.toISOString(),
    })
    return {}
  },
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'relative-named',
    outcome: refusal ?? 'done',
  }),
})

export const endRelative = useCase({
  contract: EndRelative,
  permit: citizenHerself,
  async act(work, { id }, { actor, now }) {
    const row = await store.namedForUpdate(work, actor.subjectId, id)
    const ended = row && endedNow(bondOf(row), now)
    if (!ended) {
      throw problem('relative.gone')
    }
    await store.saveNamed(work, actor.subjectId, id, ended.state, ended.trustedFrom, now)
    if (row.relative_id) {
      work.publish(RelativeEnded, row.relative_id, { id, side: 'relative' })
    }
    return {}
  },
  audit: ({ actor }) => ({
    about: actor.subjectId,
    purpose: 'relative-ended',
    outcome: 'done',
  }),
})

export const answerRelative = useCase({
  contract: AnswerRelative,
  permit: citizenHerself,
  async act(work, { id, accept }, { actor, now }) {
    const row = await store.askedForUpdate(work, actor.subjectId, id)
    const made =
      row && answered({ state: row.state, lapsesAt: row.lapses_at, trustedFrom: null }, accept, now)
    if (!made) {
      throw problem('relative.gone')
    }
    await store.saveAnswer(work, actor.subjectId, id, made.state, now)
    work.publish(RelativeAnswered, row.named_by, { id, accept, at: now.toISOString() })
    return {}
  },
  audit: ({ actor, refusal, input }) => ({
    about: actor.subjectId,
    purpose: 'relative-answered',
    outcome: refusal ?? (input.accept ? 'accepted' : 'refused'),
  }),
})

export const leaveRelative = useCase({
  contract: LeaveRelative,
  permit: citizenHerself,
  async act(work, { id }, { actor }) {
    const row = await store.askedForUpdate(work, actor.subjectId, id)
    if (!row || (await store.endAsked(work, actor.subjectId, id)) !== 1) {
      throw problem('relative.gone')
    }
    work.publish(RelativeEnded, row.named_by, { id, side: 'named' })
    return {}
  },
  audit: ({ actor }) => ({
    about: actor.subjectId,
    purpose: 'relative-ended',
    outcome: 'done',
  }),
})
