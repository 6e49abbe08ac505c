/**
 * The one reader of this portal's environment. It knows its own address and the provider's issuer; everything
 * else comes from the issuer's metadata.
 */
export interface Settings {
  readonly port: number
  readonly host: string
  /** The portal's own origin. */
  readonly url: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

const needed = (env: NodeJS.ProcessEnv, name: string): string => {
  const value = env[name]
  if (!value) {
    throw new Error(`${name} is not set; the demo portal needs it.`)
  }
  return value
}

export const readSettings = (env: NodeJS.ProcessEnv): Settings => ({
  port: Number(needed(env, 'PORTAL_PORT')),
  host: env['PORTAL_HOST'] || '127.0.0.1',
  url: new URL(needed(env, 'PORTAL_URL')).origin,
  issuer: needed(env, 'PORTAL_ISSUER'),
  clientId: needed(env, 'PORTAL_CLIENT_ID'),
  clientSecret: needed(env, 'PORTAL_CLIENT_SECRET'),
})
