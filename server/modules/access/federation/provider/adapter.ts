/**
 * The provider's storage as oidc-provider asks for it: inside a request by that request's batch, outside of
 * one each write for itself.
 */
import Provider, { type Adapter, type AdapterConstructor, type AdapterPayload } from 'oidc-provider'
import type { Tools } from '../../../../kernel/tools.ts'
import { clientMetadata } from '../client.ts'
import { RecordBatch } from './record-batch.ts'

const batches = new WeakMap<object, RecordBatch>()

/** Begins the batch of a request of the provider (`context` is Koa's). */
export const beginBatch = (context: object, tools: Tools): RecordBatch => {
  const batch = new RecordBatch(tools)
  batches.set(context, batch)
  return batch
}

export const batchOf = (context: object | undefined): RecordBatch | undefined =>
  context ? batches.get(context) : undefined

const present = (): RecordBatch | undefined => batchOf(Provider.ctx)

export const adapterOn = (tools: Tools): AdapterConstructor =>
  class implements Adapter {
    private readonly model: string
    constructor(model: string) {
      this.model = model
    }

    private async write(deed: (batch: RecordBatch) => void): Promise<void> {
      const batch = present()
      if (batch) {
        return deed(batch)
      }
      const own = new RecordBatch(tools)
      deed(own)
      await own.settle()
    }

    upsert(id: string, payload: AdapterPayload, lifetime_s: number): Promise<void> {
      return this.write((batch) => batch.put(this.model, id, payload, lifetime_s))
    }
    find(id: string): Promise<AdapterPayload | undefined> {
      if (this.model === 'Client') {
        return clientMetadata(tools, id)
      }
      return (present() ?? new RecordBatch(tools)).find(this.model, id)
    }
    findByUid(uid: string): Promise<AdapterPayload | undefined> {
      return (present() ?? new RecordBatch(tools)).findSession(uid)
    }
    findByUserCode(): Promise<undefined> {
      return Promise.reject(new Error('the device flow is not offered'))
    }
    consume(id: string): Promise<void> {
      return this.write((batch) => batch.spend(this.model, id))
    }
    destroy(id: string): Promise<void> {
      return this.write((batch) => batch.drop(this.model, id))
    }
    revokeByGrantId(grantId: string): Promise<void> {
      return this.write((batch) => batch.revokeGrant(grantId))
    }
  }
