/** The provider ready to be set into a web server; for the composition root. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '../../kernel/house.ts'
import type { ProviderSecrets } from './configuration.ts'
import { mountFederation, type FederationOptions } from './mount.ts'
import { openProvider, type ProviderDoor } from './provider.ts'

export interface Federation {
  readonly provider: ProviderDoor
  mount(app: FastifyInstance): Promise<void>
  close(): Promise<void>
}

export const openFederation = async (parts: {
  readonly house: House
  readonly secrets: ProviderSecrets
  readonly servePage: (reply: FastifyReply, request: FastifyRequest) => unknown
} & Pick<FederationOptions, 'askingOf' | 'mustBeOwnOrigin'> & { readonly onError?: (error: Error) => void }): Promise<Federation> => {
  const provider = await openProvider(parts)
  return {
    provider,
    mount: (app) => mountFederation(app, { ...parts, provider }),
    close() {
      provider.close()
      return Promise.resolve()
    },
  }
}
