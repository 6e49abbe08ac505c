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
import { openRecord, recordKey, sealRecord, shelfOf, type RecordRow, type Shelf } from './record.ts'
import * as store from './record-store.ts'

/** Models whose look-up the library follows with their session's and grant's. */
const WITH_KIN = new Set(['AuthorizationCode', 'AccessToken', 'RefreshToken'])

type Known = AdapterPayload | null

export class RecordBatch {
  private readonly tools: Tools
  private readonly keys = new Map<string, Buffer>()
  private readonly known = new Map<string, Known>()
  private readonly sessionsByUid = new Map<string, Known>()
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

  async find(model: string, id: string): Promise<AdapterPayload | undefined> {
    const key = this.keyOf(model, id)
    const known = this.known.get(key.toString('base64'))
    if (known !== undefined) {
      return known ?? undefined
    }
    const shelf = shelfOf(model)
    if (!WITH_KIN.has(model)) {
      const row = await store.findRecord(this.tools.read, shelf, key)
      return this.remember(key, row?.model === model ? openRecord(this.tools, row) : null)
    }
    const finding = store.findWithKin(this.tools.read, shelf, key)
    const owner = ownerOf(this.tools, key.toString('base64'))
    if (owner !== undefined) {
      // Told, if it fails, to whoever asks for the account.
      this.account(owner).catch(() => undefined)
    }
    let asked: Known = null
    for (const row of await finding) {
      const payload = openRecord(this.tools, row)
      this.known.set(row.key.toString('base64'), payload)
      if (row.model === 'Session' && row.session_uid) {
        this.sessionsByUid.set(row.session_uid, payload)
      }
      if (row.model === model && row.key.equals(key)) {
        asked = payload
      }
    }
    return this.remember(key, asked)
  }

  /** Looked at once in a request. */
  account(subjectId: string): Promise<Account | null> {
    const looking = this.accounts.get(subjectId) ?? findAccount(this.tools.read, subjectId)
    this.accounts.set(subjectId, looking)
    return looking
  }

  private remember(key: Buffer, payload: Known): AdapterPayload | undefined {
    this.known.set(key.toString('base64'), payload)
    return payload ?? undefined
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
      rememberOwner(this.tools, name, payload.accountId)
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
