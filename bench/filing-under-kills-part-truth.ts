/**
 * The database against the journal: what was acknowledged and is not there, what is there twice, what is half
 * done. What nobody of the journal did is twice as well: somebody's phone sent it and was never told.
 */
import {
  actOf,
  acts,
  returning,
  type ActName,
  type Journal,
  type KnownDossier,
} from './filing-under-kills-part-acts.ts'
import { against, faultsOf, foundBy, Tally, type Ask, type Check, type Faults } from './kills-part-asking.ts'

/** By the states of the noun: in which queue a dossier waits, and in none once it has ended. */
const PLACES = `(values ('filed', 'receive'), ('received', 'work'), ('processing', 'work'),
  ('put-forward', 'decide'), ('supplement-asked', 'waiting'), ('payment-asked', 'waiting'),
  ('paused', 'waiting')) as place (state, stage)`
const dossiers = `(select * from case_file where kind = 'dossier')`
const queued = `(select * from case_queue where kind = 'dossier')`
const writesRegister = `(facts->>'procedure' in ('temporary-residence', 'household-split'))`

/** None of these may be left behind by anything that was committed. */
const HALF: readonly Check[] = [
  [
    'granted, not returned, and nothing in the outbox that would do it',
    `select reference as it from ${dossiers} d where state = 'finished' and not exists (select 1 from outbox o
       where o.kind = 'DossierGranted' and o.data->>'caseId' = d.id::text)`,
  ],
  [
    // The other results say in the dossier what was entered, and have no paper of their own.
    'a confirmation returned without its paper',
    `select reference as it from ${dossiers} d
       where state = 'returned' and facts->>'procedure' = 'residence-confirmation' and not (
       exists (select 1 from issued_paper p where p.subject_id = d.subject_id and p.case_id = d.id)
       and exists (select 1 from case_attachment a where a.subject_id = d.subject_id and a.case_id = d.id
         and a.name like 'result.%'))`,
  ],
  [
    'granted, and the register was not changed',
    `select reference as it from ${dossiers} d where state in ('finished', 'returned') and ${writesRegister}
       and not exists (select 1 from residence_deed r where r.reference = d.reference)`,
  ],
  [
    'the register was changed without a granted dossier',
    `select r.reference as it from residence_deed r left join ${dossiers} d on d.reference = r.reference
       and d.state in ('finished', 'returned') where d.id is null`,
  ],
  [
    'a change of the register without the entry as it was before',
    `select r.reference || ' ' || n as it from residence_deed r cross join unnest(r.personal_numbers) as n
       where not exists (select 1 from person_history h where h.personal_number = n
         and h.source = 'residence ' || r.reference)`,
  ],
  [
    'an open dossier that waits in no queue, or in the wrong one',
    `select d.reference as it from ${dossiers} d join ${PLACES} on place.state = d.state
       where not exists (select 1 from ${queued} q where q.id = d.id and q.stage = place.stage
         and q.office_id = d.office_id)`,
  ],
  [
    'in a queue, and nothing is to be done with it there',
    `select d.reference as it from ${queued} q join ${dossiers} d on d.id = q.id
       left join ${PLACES} on place.state = d.state where place.stage is distinct from q.stage`,
  ],
  [
    'a count that is not what waits',
    `select coalesce(c.office_id, q.office_id) || ' ' || coalesce(c.stage, q.stage) as it from
       (select office_id, stage, sum(waiting) as n from case_count where kind = 'dossier' group by 1, 2) c
       full join (select office_id, stage, count(*) as n from ${queued} q group by 1, 2) q
         on q.office_id = c.office_id and q.stage = c.stage
       where coalesce(c.n, 0) <> coalesce(q.n, 0)`,
  ],
  [
    'waits for an agreement that nobody was asked for',
    `select d.reference as it from ${dossiers} d where d.state = 'awaiting-consents' and not exists
       (select 1 from dossier_consent c where c.case_id = d.id and c.state = 'waiting')`,
  ],
  [
    'asked to agree to what has ended',
    `select d.reference as it from ${dossiers} d join dossier_consent c on c.case_id = d.id
       where c.state = 'waiting' and d.state <> 'awaiting-consents'`,
  ],
  [
    'a name that leads to no dossier, or a dossier without its name',
    `select coalesce(n.reference, d.reference) as it from (select * from case_name where kind = 'dossier') n
       full join ${dossiers} d on d.id = n.id and d.reference = n.reference and d.office_id = n.office_id
       where n.id is null or d.id is null`,
  ],
  [
    'a running number that will be given again',
    `select o.code || ' ' || n.day as it from dossier_number n join office o on o.id = n.office_id
       where n.last < (select max(substring(d.reference from '\\d+$')::int) from ${dossiers} d
         where d.reference like upper(o.code) || '-' || to_char(n.day, 'YYMMDD') || '-%')`,
  ],
  [
    'a draft of what is filed',
    `select d.reference as it from service_draft s join ${dossiers} d on d.id = s.id`,
  ],
  [
    'an idempotency key without its outcome',
    `select encode(key_digest, 'hex') as it from idempotency_key where outcome is null`,
  ],
  ['a fact that is not told', `select kind || ' ' || id as it from outbox`],
]

const TWICE: readonly Check[] = [
  [
    'a number given to two dossiers',
    `select reference as it from ${dossiers} d group by reference having count(*) > 1`,
  ],
  [
    'a result with two papers',
    'select case_id::text as it from issued_paper group by case_id having count(*) > 1',
  ],
  [
    'a register changed twice by one dossier',
    `select reference as it from residence_deed group by reference having count(*) > 1`,
  ],
  [
    'two entries before one change',
    `select personal_number || ' ' || source as it from person_history where source like 'residence %'
       group by personal_number, source having count(*) > 1`,
  ],
]

const isGranted = (dossier: KnownDossier): boolean => dossier.acts.some((name) => actOf(name).isGrant)
/** What was done last decides where it stands, and what became of who was asked. */
const lastOf = <K extends 'state' | 'consent'>(done: readonly ActName[], of: K) =>
  done.map((name) => actOf(name)[of]).findLast((value) => value !== undefined)
const consentOf = (done: readonly ActName[]) =>
  done.includes('withdraw') && lastOf(done, 'consent') === 'waiting' ? 'lapsed' : lastOf(done, 'consent')

interface Wanted {
  readonly dossiers: Tally
  readonly lines: Tally
  readonly steps: Tally
  readonly letters: Tally
  readonly consents: Tally
}
const CHANNELS = ['inbox', 'sms']
const wantedBy = (journal: Journal): Wanted => {
  const wanted: Wanted = {
    dossiers: new Tally(),
    lines: new Tally(),
    steps: new Tally(),
    letters: new Tally(),
    consents: new Tally(),
  }
  const letter = (subject: string, template: string | undefined): void => {
    if (template !== undefined) {
      CHANNELS.forEach((channel) => wanted.letters.add(`${subject} ${template} ${channel}`))
    }
  }
  for (const dossier of journal.dossiers) {
    const { draft, reference, filer, asked, acts: done } = dossier
    wanted.dossiers.add(`${draft} ${reference} ${filer} ${lastOf(done, 'state')}`)
    for (const act of [...done.map(actOf), ...(isGranted(dossier) ? [returning] : [])]) {
      const { line, lineOfAsked, step, letterToAsked } = {
        lineOfAsked: undefined,
        letterToAsked: undefined,
        ...act,
      }
      wanted.lines.add(`${reference} ${line} ${filer}`)
      letter(filer, act.letter)
      if (step !== undefined) {
        wanted.steps.add(`${reference} ${step}`)
      }
      if (asked !== null) {
        letter(asked, letterToAsked)
      }
      if (asked !== null && lineOfAsked !== undefined) {
        wanted.lines.add(`${reference} ${lineOfAsked} ${asked}`)
      }
    }
    if (asked !== null) {
      wanted.consents.add(`${reference} ${asked} ${consentOf(done)}`)
    }
  }
  return wanted
}

const tallied = async (ask: Ask, sql: string, params: readonly unknown[] = []): Promise<Tally> => {
  const tally = new Tally()
  for (const { it, n } of await ask<{ it: string; n: number }>(sql, params)) {
    tally.add(it, n)
  }
  return tally
}

const all = Object.values<ReturnType<typeof actOf>>(acts)
const LINES = [...new Set([...all.flatMap((act) => [act.line, act.lineOfAsked ?? act.line]), returning.line])]
const LETTERS = [
  ...new Set([...all.flatMap((act) => [act.letter, act.letterToAsked]), returning.letter]),
].filter((template) => template !== undefined)

/** What a change of the register leaves beside the dossier, for each whose entry it is. */
const toldOfRegister = async (ask: Ask) => {
  const changed = `residence_deed r cross join unnest(r.personal_numbers) as n
    join account a on a.personal_number = n`
  const wanted = await tallied(
    ask,
    `select a.subject_id || ' ' || channel as it, count(*)::int as n
     from ${changed} cross join unnest($1::text[]) as channel group by 1`,
    [CHANNELS],
  )
  const found = await tallied(
    ask,
    `select subject_id || ' ' || channel as it, count(*)::int as n from letter
     where template = 'residence-changed' group by 1`,
  )
  const lines = await tallied(ask, `select r.reference || ' ' || a.subject_id as it, 1 as n from ${changed}`)
  const linesFound = await tallied(
    ask,
    `select detail->>'reference' || ' ' || subject_id as it, count(*)::int as n from audit_line
     where use_case = 'population.change-residence' group by 1`,
  )
  return [
    against('a letter about a change of the register', wanted, found),
    against('a line about a change of the register', lines, linesFound),
  ]
}

/** Judged by the database alone, as it is at this moment. */
export const judge = async (journal: Journal, ask: Ask): Promise<Faults> => {
  const wanted = wantedBy(journal)
  const compared = [
    against(
      'a dossier as it was left',
      wanted.dossiers,
      await tallied(
        ask,
        `select id || ' ' || reference || ' ' || subject_id || ' ' || state as it, count(*)::int as n
         from ${dossiers} d group by 1`,
      ),
    ),
    against(
      'a line',
      wanted.lines,
      await tallied(
        ask,
        `select detail->>'reference' || ' ' || purpose || ' ' || subject_id as it, count(*)::int as n
         from audit_line where purpose = any($1) and outcome not like '%.%' group by 1`,
        [LINES],
      ),
    ),
    against(
      'a step',
      wanted.steps,
      await tallied(
        ask,
        `select d.reference || ' ' || h.what as it, count(*)::int as n from case_history h
         join ${dossiers} d on d.subject_id = h.subject_id and d.id = h.case_id group by 1`,
      ),
    ),
    against(
      'a letter',
      wanted.letters,
      await tallied(
        ask,
        `select subject_id || ' ' || template || ' ' || channel as it, count(*)::int as n from letter
         where template = any($1) group by 1`,
        [LETTERS],
      ),
    ),
    against(
      'an agreement as it was answered',
      wanted.consents,
      await tallied(
        ask,
        `select d.reference || ' ' || c.subject_id || ' ' || c.state as it, count(*)::int as n
         from dossier_consent c join ${dossiers} d on d.id = c.case_id group by 1`,
      ),
    ),
    ...(await toldOfRegister(ask)),
  ]
  return faultsOf(
    [...journal.missed.map((what) => `missed by a client: ${what}`), ...compared.flatMap(({ lost }) => lost)],
    [...compared.flatMap(({ twice }) => twice), ...(await foundBy(ask, TWICE))],
    await foundBy(ask, HALF),
  )
}
