/**
 * The database against the journals: what was acknowledged and is not there, what is there twice, what is
 * half done.
 */
import { purposeOf, type Journal } from './enrol-under-kills-part-clients.ts'
import {
  asking,
  faultsOf,
  foundBy,
  untilNone,
  UNTOLD,
  type Ask,
  type Check,
  type Faults,
} from './kills-part-asking.ts'

/** Each is a state that no committed decision may leave behind. */
const HALF: readonly Check[] = [
  [
    'a decided case without its account',
    `select l.reference as it from case_file l left join account a on a.subject_id = l.subject_id and a.level = 2 where l.kind = 'level-2' and l.state = 'accepted' and a.subject_id is null`,
  ],
  [
    'an account without its decided case',
    `select a.personal_number as it from account a left join case_file l on l.subject_id = a.subject_id and l.kind = 'level-2' and l.state = 'accepted' where l.id is null`,
  ],
  [
    'an account without a proven phone',
    `select a.personal_number as it from account a left join contact c on c.subject_id = a.subject_id and c.kind = 'phone' and c.verified_at is not null where c.subject_id is null`,
  ],
  [
    'an account whose number is not confirmed',
    `select a.personal_number as it from account a left join identifier i on i.subject_id = a.subject_id and i.kind = 'number' and i.state = 'confirmed' where i.digest is null`,
  ],
  [
    'an account whose phone is not confirmed',
    `select a.personal_number as it from account a left join identifier i on i.subject_id = a.subject_id and i.kind = 'phone' and i.state = 'confirmed' where i.digest is null`,
  ],
  [
    'a decided case that still waits in a queue',
    `select l.reference as it from case_file l join case_queue q on q.id = l.id where l.kind = 'level-2' and l.state = 'accepted'`,
  ],
  [
    'a decided case with its pictures',
    `select l.reference as it from case_file l join case_attachment a on a.subject_id = l.subject_id and a.case_id = l.id where l.kind = 'level-2' and l.state = 'accepted'`,
  ],
  [
    'an idempotency key without its outcome',
    `select encode(key_digest, 'hex') as it from idempotency_key where outcome is null`,
  ],
  [
    'a decision without its notice',
    `select l.reference as it from case_file l left join letter m on m.subject_id = l.subject_id and m.template = 'level-2-issued' and m.channel = 'sms' where l.kind = 'level-2' and l.state = 'accepted' and m.id is null`,
  ],
]
const TWICE: readonly Check[] = [
  [
    'a person with two accepted cases',
    `select subject_id::text as it from case_file where kind = 'level-2' and state = 'accepted' group by subject_id having count(*) > 1`,
  ],
  [
    'a number with two accounts',
    'select personal_number as it from account group by personal_number having count(*) > 1',
  ],
  [
    'a decision with two notices',
    `select subject_id::text as it from letter where template = 'level-2-issued' and channel = 'sms' group by subject_id having count(*) > 1`,
  ],
]

/** Every acknowledged deed has its line, and no more lines than that. */
const linesAgainst = async (journal: Journal, ask: Ask): Promise<{ lost: string[]; twice: string[] }> => {
  const wanted = new Map<string, number>()
  for (const { reference, deed } of journal.acknowledged) {
    wanted.set(`${reference} ${purposeOf[deed]}`, (wanted.get(`${reference} ${purposeOf[deed]}`) ?? 0) + 1)
  }
  const rows = await ask<{ reference: string; purpose: string; n: number }>(
    `select detail->>'reference' as reference, purpose, count(*)::int as n from audit_line where purpose = any($1) and outcome not like '%.%' group by 1, 2`,
    [Object.values(purposeOf)],
  )
  const found = new Map(rows.map(({ reference, purpose, n }) => [`${reference} ${purpose}`, n]))
  return {
    lost: [...wanted]
      .filter(([key, n]) => (found.get(key) ?? 0) < n)
      .map(([key]) => `acknowledged and gone: ${key}`),
    twice: [...found]
      .filter(([key, n]) => n > (wanted.get(key) ?? 0))
      .map(([key]) => `done more often than acknowledged: ${key}`),
  }
}

const acceptedAgainst = async (journal: Journal, ask: Ask): Promise<string[]> => {
  const rows = await ask<{ id: string; number: string }>(
    `select l.id, a.personal_number as number from case_file l join account a on a.subject_id = l.subject_id and a.level = 2 where l.kind = 'level-2' and l.state = 'accepted'`,
  )
  const stands = new Set(rows.map(({ id, number }) => `${id} ${number}`))
  return journal.accepted
    .filter(({ caseId, personalNumber }) => !stands.has(`${caseId} ${personalNumber}`))
    .map(({ reference }) => `accepted and gone: ${reference}`)
}

export const faultsAgainst = (journal: Journal, databaseUrl: string): Promise<Faults> =>
  asking(databaseUrl, async (ask) => {
    // Facts are told after the deed; the notices belong to the promise, so they are waited for.
    const untold = await untilNone(ask, UNTOLD)
    const lines = await linesAgainst(journal, ask)
    const lost = [
      ...(await acceptedAgainst(journal, ask)),
      ...lines.lost,
      ...journal.seenLost.map((what) => `missed by a counter: ${what}`),
    ]
    const twice = [...(await foundBy(ask, TWICE)), ...lines.twice]
    const half = [
      ...(await foundBy(ask, HALF)),
      ...Array.from({ length: untold }, () => 'a fact that is not told'),
    ]
    return faultsOf(lost, twice, half)
  })
