/** SQL of registered parties. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type { PartyState } from './party.ts'

export interface PartyRow {
  readonly id: string
  readonly definition: unknown
  readonly state: PartyState
  readonly state_since: Date
  readonly state_why: string | null
}
const PARTY = 'p.id, p.definition, p.state, p.state_since, p.state_why'

export const find = (read: Reading, id: string) =>
  read.maybe<PartyRow>(`select ${PARTY} from party p where id = $1`, [id])
export const lock = (work: Work, id: string) =>
  work.maybe<PartyRow>(`select ${PARTY} from party p where id = $1 for update`, [id])
export const findByCertificate = (read: Reading, digest: Buffer) =>
  read.maybe<PartyRow>(
    `select ${PARTY} from party_certificate c join party p on p.id = c.party_id where c.digest = $1`,
    [digest],
  )
/** By a host that a certificate names; several parties may stand behind one host. */
export const findByName = (read: Reading, name: string, most: number) =>
  read.rows<PartyRow>(
    `select ${PARTY} from party p where id in
       (select party_id from party_certificate where names @> array[$1]) order by id limit $2`,
    [name, most],
  )
export const pageAfter = (read: Reading, after: string, most: number) =>
  read.rows<PartyRow>(`select ${PARTY} from party p where id > $1 order by id limit $2`, [after, most])

interface NewVersion {
  readonly id: string
  readonly version: number
  readonly definition: unknown
  readonly at: Date
}
/** A new one, or the same one by its new version; its state stays. */
export const put = async (work: Work, { id, version, definition, at }: NewVersion): Promise<void> => {
  const text = JSON.stringify(definition)
  await work.run('insert into party_version (id, version, definition, added_at) values ($1, $2, $3, $4)', [
    id,
    version,
    text,
    at,
  ])
  await work.run(
    `insert into party (id, version, definition, state, state_since, added_at)
     values ($1, $2, $3, 'active', $4, $4)
     on conflict (id) do update set version = excluded.version, definition = excluded.definition`,
    [id, version, text, at],
  )
}
export const forgetCertificates = (work: Work, id: string): Promise<number> =>
  work.run('delete from party_certificate where party_id = $1', [id])
/** False when it is another party's. */
export const addCertificate = async (
  work: Work,
  id: string,
  { digest, names }: { readonly digest: Buffer; readonly names: readonly string[] },
): Promise<boolean> =>
  (await work.run(
    `insert into party_certificate (digest, names, party_id) values ($1, $2, $3)
     on conflict (digest) do nothing`,
    [digest, names, id],
  )) === 1
export const setState = (
  work: Work,
  id: string,
  { state, why, at }: { readonly state: PartyState; readonly why: string | null; readonly at: Date },
): Promise<number> =>
  work.run('update party set state = $2, state_why = $3, state_since = $4 where id = $1', [
    id,
    state,
    why,
    at,
  ])

interface NewReport {
  readonly partyId: string
  readonly day: string
  readonly kind: string
  readonly what: string
  readonly slice: number
  readonly at: Date
}
export const countReport = (work: Work, { partyId, day, kind, what, slice, at }: NewReport): void =>
  work.send(
    `insert into party_report as r (party_id, day, kind, what, slice, times, last_at)
     values ($1, $2, $3, $4, $5, 1, $6)
     on conflict (party_id, day, kind, what, slice) do update
       set times = r.times + 1, last_at = excluded.last_at`,
    [partyId, day, kind, what, slice, at],
  )
export interface ReportRow {
  readonly party_id: string
  readonly day: string
  readonly kind: string
  readonly what: string
  readonly times: number
}
/** The newest days first. */
export const reports = (read: Reading, most: number) =>
  read.rows<ReportRow>(
    `select party_id, day::text as day, kind, what, sum(times)::int as times from party_report
     group by party_id, day, kind, what order by day desc, party_id, kind, what limit $1`,
    [most],
  )
