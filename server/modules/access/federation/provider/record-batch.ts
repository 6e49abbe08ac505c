/**
 * The records that one request of the provider reads and writes. Writes wait until the library is done and
 * then go to the database in one
 * statement before the answer leaves: a code is spent exactly when its tokens exist, and a lost race leaves
 * nothing behind.
 */
import type { AdapterPayload } from 'oidc-provider'
import { now } from '../../../../kernel/clock.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import type { Account } from '../../../people/accounts/account.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { ownerOf, rememberOwner } from './record-owners.ts'
import {
  openRecord,
  recordKey,
  sealRecord,
  shelfOf,
  type FoundRow,
  type RecordRow,
  type Shelf,
} from './record.ts'
import * as store from './record-store.ts'
import { consentOf, type ConsentRow } from '../store.ts'

/** Models whose look-up the library follows with their session's and grant's. */
const WITH_KIN = new Set(['AuthorizationCode', 'AccessToken', 'RefreshToken'])

type Known = AdapterPayload | null

export class RecordBatch {
  private readonly tools: Tools
  private readonly keys = new Map<string, Buffer>()
  private readonly known = new Map<string, Known>()
  private readonly sessionsByUid = new Map<string, Known>()
  private readonly finding = new Map<string, Promise<AdapterPayload | undefined>>()
  private readonly consents = new Map<string, Promise<ConsentRow | undefined>>()
  private readonly accounts = new Map<string, Promise<Account | null>>()
  private readonly puts = new Map<string, RecordRow & { shelf: Shelf }>()
  private readonly drops = new Map<string, { shelf: Shelf; key: Buffer }>()
  private readonly spends = new Map<string, { shelf: Shelf; key: Buffer; grantId: string | null }>()
  private readonly revoked = new Set<string>()

  constructor(tools: Tools) {
    this.tools = tools
  }

  /** A request asks for the same record again and again. */
  private keyOf(model: string, id: string): Buffer {
    const name = `${model} ${id}`
    const key = this.keys.get(name) ?? recordKey(this.tools, model, id)
    this.keys.set(name, key)
    return key
  }

  /** Asked once in a request, also while the answer is on its way. */
  find(model: string, id: string): Promise<AdapterPayload | undefined> {
    const key = this.keyOf(model, id)
    const name = key.toString('base64')
    const known = this.known.get(name)
    if (known !== undefined) {
      return Promise.resolve(known ?? undefined)
    }
    const finding = this.finding.get(name) ?? this.look(model, key, name)
    this.finding.set(name, finding)
    return finding
  }

  private look(model: string, key: Buffer, name: string): Promise<AdapterPayload | undefined> {
    const { read } = this.tools
    const shelf = shelfOf(model)
    const looking = WITH_KIN.has(model)
      ? store.findWithKin(read, shelf, key).then((rows) => this.openKin(model, key, rows))
      : store
          .findRecord(read, shelf, key)
          .then((row) => (row?.model === model ? openRecord(this.tools, row) : null))
    this.readAlong(name)
    return looking.then((payload) => {
      // What this request has written or dropped meanwhile counts.
      const held = this.known.get(name)
      const present = held === undefined ? payload : held
      this.known.set(name, present)
      return present ?? undefined
    })
  }

  private openKin(model: string, key: Buffer, rows: readonly FoundRow[]): Known {
    let asked: Known = null
    for (const row of rows) {
      const payload = openRecord(this.tools, row)
      this.known.set(row.key.toString('base64'), payload)
      if (row.model === 'Session' && row.session_uid) {
        this.sessionsByUid.set(row.session_uid, payload)
      }
      if (row.model === model && row.key.equals(key)) {
        asked = payload
      }
    }
    return asked
  }

  /** In the same message as the record itself; a fault is told to whoever asks for it later. */
  private readAlong(name: string): void {
    const owner = ownerOf(this.tools, name)
    if (!owner) {
      return
    }
    const { subjectId, clientId, pushed } = owner
    const along: (Promise<unknown> | undefined)[] = [
      this.account(subjectId),
      clientId === undefined ? undefined : this.consent(subjectId, clientId),
      pushed === undefined ? undefined : this.find('PushedAuthorizationRequest', pushed),
    ]
    for (const read of along) {
      read?.catch(() => undefined)
    }
  }

  /** Looked at once in a request. */
  account(subjectId: string): Promise<Account | null> {
    const looking = this.accounts.get(subjectId) ?? findAccount(this.tools.read, subjectId)
    this.accounts.set(subjectId, looking)
    return looking
  }

  /** What she agreed to with a party; when the request settles, it is looked at again. */
  consent(subjectId: string, clientId: string): Promise<ConsentRow | undefined> {
    const name = `${subjectId} ${clientId}`
    const looking = this.consents.get(name) ?? consentOf(this.tools.read, subjectId, clientId)
    this.consents.set(name, looking)
    return looking
  }

  async findSession(uid: string): Promise<AdapterPayload | undefined> {
    const known = this.sessionsByUid.get(uid)
    if (known !== undefined) {
      return known ?? undefined
    }
    const row = await store.findSession(this.tools.read, uid)
    const payload = row ? openRecord(this.tools, row) : null
    this.sessionsByUid.set(uid, payload)
    return payload ?? undefined
  }

  put(model: string, id: string, payload: AdapterPayload, lifetime_s: number): void {
    const key = this.keyOf(model, id)
    const name = key.toString('base64')
    const endsAt = new Date(now().getTime() + lifetime_s * 1000)
    const row = sealRecord(this.tools, { key, model, id }, payload, endsAt)
    this.known.set(name, payload)
    if (model === 'Session' && payload.uid) {
      this.sessionsByUid.set(payload.uid, payload)
    }
    if (WITH_KIN.has(model) && payload.accountId !== undefined) {
      rememberOwner(this.tools, name, { subjectId: payload.accountId })
    }
    this.drops.delete(name)
    this.puts.set(name, { ...row, shelf: shelfOf(model) })
  }

  drop(model: string, id: string): void {
    const key = this.keyOf(model, id)
    const name = key.toString('base64')
    this.known.set(name, null)
    this.puts.delete(name)
    this.drops.set(name, { shelf: shelfOf(model), key })
  }

  /** To be spent by this request and no other. */
  spend(model: string, id: string): void {
    const key = this.keyOf(model, id)
    const name = key.toString('base64')
    const known = this.known.get(name)
    this.spends.set(name, { shelf: shelfOf(model), key, grantId: known?.grantId ?? null })
    if (known) {
      known.consumed = Math.floor(now().getTime() / 1000)
    }
  }

  revokeGrant(grantId: string): void {
    this.revoked.add(grantId)
    for (const [name, put] of this.puts) {
      if (put.grant_id === grantId) {
        this.puts.delete(name)
      }
    }
  }

  get isEmpty(): boolean {
    return this.puts.size + this.drops.size + this.spends.size + this.revoked.size === 0
  }

  /**
   * False when something had been spent before: then nothing was put, and the grants it stood on are revoked
   * here.
   */
  async settle(to: Reading = this.tools.read): Promise<boolean> {
    if (this.isEmpty) {
      return true
    }
    const changes = {
      at: now(),
      puts: [...this.puts.values()],
      spends: [...this.spends.values()],
      drops: [...this.drops.values()],
      revokedGrants: [...this.revoked],
    }
    const isFair = await store.applyChanges(to, changes)
    if (!isFair) {
      const grants = [...this.spends.values()].map((s) => s.grantId).filter((id) => id !== null)
      if (grants.length > 0) {
        await store.applyChanges(to, {
          at: changes.at,
          puts: [],
          spends: [],
          drops: [],
          revokedGrants: grants,
        })
      }
    }
    return isFair
  }
}
