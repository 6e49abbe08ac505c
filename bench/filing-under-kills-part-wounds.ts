/**
 * The control of the judge: wounds, one at a time, in a database that it found whole, each undone again. A
 * judge that does not see what was dropped, doubled or torn on purpose has proven nothing.
 */
import type { Journal } from './filing-under-kills-part-acts.ts'
import { judge } from './filing-under-kills-part-truth.ts'
import type { Ask } from './kills-part-asking.ts'

type Kind = 'lost' | 'twice' | 'half'
type Wound = readonly [kind: Kind, what: string, sql: string]

/** Any one dossier in this state. */
const one = (state: string, where = 'true'): string =>
  `(select id from case_file where kind = 'dossier' and state = '${state}' and ${where} order by id limit 1)`
const CHANGING = `facts->>'procedure' = 'temporary-residence'`
const CONFIRMING = `facts->>'procedure' = 'residence-confirmation'`
const again = (table: string, changes: string, where: string): string => {
  const [column = '', value = ''] = changes.split(' = ')
  return `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('${column}', ${value}))).*
    from ${table} t where ${where}`
}

const WOUNDS: readonly Wound[] = [
  ['lost', 'a filed dossier is gone', `delete from case_file where id = ${one('filed')}`],
  [
    'lost',
    'a decision is taken back',
    `update case_file set state = 'processing' where id = ${one('returned')}`,
  ],
  [
    'lost',
    'a line of the log is gone',
    `delete from audit_line where (subject_id, id) in
       (select subject_id, id from audit_line where purpose = 'dossier-receive' limit 1)`,
  ],
  [
    'lost',
    'a step is gone',
    `delete from case_history where case_id = ${one('returned')} and what = 'received'`,
  ],
  [
    'lost',
    'an agreement is gone',
    `update dossier_consent set state = 'waiting'
       where state = 'agreed' and case_id = ${one('returned', CHANGING)}`,
  ],
  [
    'lost',
    'a letter is gone',
    `delete from letter where (subject_id, id) in (select subject_id, id from letter
       where template = 'dossier-returned' and channel = 'inbox' limit 1)`,
  ],
  [
    'twice',
    'one draft is two dossiers',
    again('case_file', 'id = gen_random_uuid()', `id = ${one('returned')}`),
  ],
  [
    'twice',
    'one number, two dossiers',
    `update case_file set reference = (select reference from case_file where id = ${one('filed')})
       where id = ${one('returned')}`,
  ],
  [
    'twice',
    'a line twice',
    again(
      'audit_line',
      'id = gen_random_uuid()',
      `(subject_id, id) in (select subject_id, id from audit_line where purpose = 'dossier-decided' limit 1)`,
    ),
  ],
  [
    'twice',
    'a decision twice',
    again('case_history', 'id = gen_random_uuid()', `case_id = ${one('returned')} and what = 'finished'`),
  ],
  [
    'twice',
    'a letter twice',
    again(
      'letter',
      'id = gen_random_uuid()',
      `(subject_id, id) in (select subject_id, id from letter where template = 'dossier-received' limit 1)`,
    ),
  ],
  [
    'twice',
    'an entry of the register changed twice',
    again(
      'person_history',
      'version = t.version + 1000',
      `(personal_number, version) in (select personal_number, version from person_history
         where source like 'residence %' limit 1)`,
    ),
  ],
  [
    'twice',
    'two papers of one result',
    `insert into issued_paper (digest, subject_id, case_id, kind, issued_at) select decode(md5('x'), 'hex'),
       subject_id, case_id, kind, issued_at from issued_paper limit 1`,
  ],
  [
    'half',
    'granted and never returned',
    `update case_file set state = 'finished' where id = ${one('returned')}`,
  ],
  [
    'half',
    'returned without its paper',
    `delete from issued_paper where case_id = ${one('returned', CONFIRMING)}`,
  ],
  [
    'half',
    'granted, the register as before',
    `delete from residence_deed where reference = (select reference from case_file
       where id = ${one('returned', CHANGING)})`,
  ],
  [
    'half',
    'an entry changed without what it was before',
    `delete from person_history where source like 'residence %'`,
  ],
  ['half', 'open and in no queue', `delete from case_queue where id = ${one('paused')}`],
  [
    'half',
    'ended and still in a queue',
    `insert into case_queue (office_id, kind, stage, sort_at, id, subject_id) select office_id, kind, 'work',
       opened_at, id, subject_id from case_file where id = ${one('returned')}`,
  ],
  [
    'half',
    'a count that is one off',
    `update case_count set waiting = waiting + 1 where ctid = (select ctid from case_count
       where kind = 'dossier' limit 1)`,
  ],
  ['half', 'waits for nobody', `delete from dossier_consent where case_id = ${one('awaiting-consents')}`],
  ['half', 'a dossier without its name', `delete from case_name where id = ${one('returned')}`],
  ['half', 'a number that will be given again', 'update dossier_number set last = last - 1'],
  [
    'half',
    'a key without its outcome',
    `update idempotency_key set outcome = null where ctid = (select ctid from idempotency_key limit 1)`,
  ],
  [
    'half',
    'a fact that nobody tells',
    `insert into outbox (subject_id, id, kind, data, due_at) values (gen_random_uuid(), gen_random_uuid(),
       'DossierFiled', '{}', now())`,
  ],
]

/** Names of the wounds that the judge did not see. */
export const unseenWounds = async (
  journal: Journal,
  ask: Ask,
): Promise<{ readonly inflicted: number; readonly unseen: readonly string[] }> => {
  const before = await judge(journal, ask)
  const unseen: string[] = []
  for (const [kind, what, sql] of WOUNDS) {
    await ask('begin')
    await ask(sql)
    const { [kind]: found } = await judge(journal, ask)
    await ask('rollback')
    if (found <= before[kind]) {
      unseen.push(`${kind}: ${what}`)
    }
  }
  return { inflicted: WOUNDS.length, unseen }
}
