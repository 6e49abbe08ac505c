/** What follows from the facts of trusted relatives and of a lost or new phone. */
import { vietnamDay } from '../../formats/vietnam-day.ts'
import type { Reaction, ToldFact } from '../jobs/outbox.ts'
import { recoveryWays } from '../../contract/phrases/letters-recovery.ts'
import { now } from '../kernel/clock.ts'
import { inForce } from '../kernel/policy.ts'
import { putAsk, takeConfirmation, takeDenial } from '../modules/access/authentication/recovery/answer-ask.ts'
import { stopCodeOf } from '../modules/access/authentication/recovery/keep-recovery.ts'
import {
  askRelative,
  followEnd,
  takeAnswer,
} from '../modules/cases/representation/relatives/trusted-relative-follow.ts'
import { relativeCooling_h } from '../modules/cases/representation/relatives/trusted-relative-rules.ts'
import { notice, tellContacts } from './tell-contacts.ts'

const on = (kind: string, name: string, run: Reaction['run']): Reaction => ({ on: kind, name, run })
const text = (fact: ToldFact, key: string): string => String(fact.data[key] ?? '')
const dayText = (iso: string): string => vietnamDay(iso).split('-').reverse().join('/')

const askThem: Reaction['run'] = async (work, fact, tools) => {
  const namedBy = text(fact, 'namedBy')
  const lapsesAt = text(fact, 'lapsesAt')
  const name = await askRelative(work, tools, fact.subjectId, {
    id: text(fact, 'id'),
    namedBy,
    askedAt: new Date(text(fact, 'askedAt')),
    lapsesAt: new Date(lapsesAt),
  })
  if (name !== null) {
    await tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('relative-asked', () => ({ name, until: dayText(lapsesAt) })),
    )
  }
}

const takeTheirAnswer: Reaction['run'] = async (work, fact, tools) => {
  const outcome = await takeAnswer(work, fact.subjectId, {
    id: text(fact, 'id'),
    accept: fact.data['accept'] === true,
    at: new Date(text(fact, 'at')),
  })
  if (outcome === 'trusted') {
    await tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('relative-accepted', () => ({ hours: inForce(relativeCooling_h, now()) })),
    )
  }
  if (outcome === 'declined') {
    await tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('relative-declined', () => ({})),
    )
  }
}

/** 22/11/2026 14:05, by the clock of Vietnam. */
const momentText = (iso: string): string => {
  const at = new Date(iso)
  return `${at.toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' })} ${dayText(iso)}`
}

/**
 * A notice of a recovery that still stands, with the code that ends it; nothing when it has ended meanwhile.
 */
const withStopCode =
  (write: (fact: ToldFact, code: string) => Parameters<typeof tellContacts>[3]): Reaction['run'] =>
  async (work, fact, tools) => {
    const code = await stopCodeOf(work, tools, fact.subjectId)
    if (code) {
      await tellContacts(work, tools, fact.subjectId, write(fact, grouped(code)))
    }
  }
const grouped = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
const wayOf = (fact: ToldFact) => recoveryWays[text(fact, 'rung') as keyof typeof recoveryWays]

const askTrustedRelative: Reaction['run'] = async (work, fact, tools) => {
  const ask = {
    recoveryId: text(fact, 'recoveryId'),
    forSubject: text(fact, 'forSubject'),
    sealedMatch: Buffer.from(text(fact, 'match'), 'base64url'),
    endsAt: new Date(text(fact, 'endsAt')),
  }
  const name = await putAsk(work, tools, fact.subjectId, ask, now())
  if (name !== null) {
    await tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('recovery-asks-relative', () => ({ name })),
    )
  }
}

export const recoveryReactions: readonly Reaction[] = [
  on('RelativeAsked', 'ask the relative', askThem),
  on('RelativeNamed', 'tell the holder', (work, fact, tools) =>
    tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('relative-named', () => ({})),
    ),
  ),
  on('RelativeAnswered', 'the answer reaches the person', takeTheirAnswer),
  on('RelativeEnded', 'the other side ends', async (work, fact, tools) => {
    const side = text(fact, 'side') === 'relative' ? 'relative' : 'named'
    if (await followEnd(work, fact.subjectId, text(fact, 'id'), side, now())) {
      await tellContacts(
        work,
        tools,
        fact.subjectId,
        notice('relative-ended', () => ({})),
      )
    }
  }),
  on(
    'RecoveryBegun',
    'tell the holder on every channel',
    withStopCode((fact, code) => notice('recovery-begun', () => ({ code, way: wayOf(fact) }))),
  ),
  on(
    'RecoveryWaits',
    'tell the holder on every channel',
    withStopCode((fact, code) =>
      notice('recovery-waits', () => ({ code, until: momentText(text(fact, 'until')) })),
    ),
  ),
  on(
    'RecoveryReminderDue',
    'tell the holder once more',
    withStopCode((fact, code) =>
      notice('recovery-reminder', () => ({ code, until: momentText(text(fact, 'until')) })),
    ),
  ),
  on('RecoveryDone', 'tell the holder on every channel', (work, fact, tools) =>
    tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('recovery-done', () => ({ device: text(fact, 'deviceName').slice(0, 40) || '—' })),
    ),
  ),
  on('RecoveryStopped', 'tell the holder', (work, fact, tools) =>
    text(fact, 'how') === 'disputed'
      ? tellContacts(
          work,
          tools,
          fact.subjectId,
          notice('recovery-disputed', () => ({})),
        )
      : tellContacts(
          work,
          tools,
          fact.subjectId,
          notice('recovery-stopped', () => ({})),
        ),
  ),
  on('RecoveryVoucherIssued', 'tell the holder on every channel', (work, fact, tools) =>
    tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('recovery-voucher-issued', () => ({
        office: text(fact, 'office').slice(0, 40),
        until: momentText(text(fact, 'until')),
      })),
    ),
  ),
  on('RecoveryAsksRelative', 'ask the relative', askTrustedRelative),
  on('RelativeConfirmed', 'her yes is a proof', async (work, fact, tools) => {
    await takeConfirmation(
      work,
      tools,
      fact.subjectId,
      { recoveryId: text(fact, 'recoveryId'), relativeId: text(fact, 'relativeId') },
      now(),
    )
  }),
  on('RelativeDenied', 'her no ends it', async (work, fact, tools) => {
    if (await takeDenial(work, fact.subjectId, text(fact, 'recoveryId'), now())) {
      await tellContacts(
        work,
        tools,
        fact.subjectId,
        notice('recovery-stopped', () => ({})),
      )
    }
  }),
]
