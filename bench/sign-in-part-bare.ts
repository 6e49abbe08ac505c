/**
 * The measure that Sen is held against: the same library with its own in-memory storage and the same steps
 * over HTTP, nothing else. A process of its own.
 */
import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'
import { ACR } from '../server/modules/access/federation/sign-in/acr.ts'

const [port = '0', secret = ''] = process.argv.slice(2)
const origin = `http://localhost:${port}`
const salt = randomBytes(32)
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

const provider = new Provider(`${origin}/oidc`, {
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] },
  clients: [
    {
      client_id: 'bench',
      client_secret: secret,
      redirect_uris: ['http://localhost:9/cb'],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      id_token_signed_response_alg: 'ES256',
      subject_type: 'pairwise',
      token_endpoint_auth_method: 'client_secret_basic',
    },
  ],
  scopes: ['openid', 'profile', 'phone', 'address', 'identity'],
  claims: {
    openid: ['sub', 'acr', 'amr', 'auth_time', 'sid'],
    profile: ['name', 'birthdate', 'gender'],
    phone: ['phone_number', 'phone_number_verified'],
    address: ['address'],
    identity: ['personal_number', 'account_level'],
  },
  subjectTypes: ['pairwise'],
  pairwiseIdentifier: (_, sub, client) =>
    createHmac('sha256', salt).update(`${client.clientId}\0${sub}`).digest('base64url'),
  acrValues: [ACR],
  routes: { pushed_authorization_request: '/par' },
  pkce: { required: () => true },
  responseTypes: ['code'],
  cookies: { keys: [randomBytes(32).toString('base64url')] },
  features: { devInteractions: { enabled: false }, pushedAuthorizationRequests: { enabled: true } },
  enabledJWA: { idTokenSigningAlgValues: ['ES256'], userinfoSigningAlgValues: ['ES256'] },
  ttl: {
    AccessToken: 900,
    AuthorizationCode: 60,
    IdToken: 900,
    Interaction: 900,
    Session: 28_800,
    Grant: 28_800,
  },
  interactions: { url: (_, interaction) => `/oidc/interaction/${interaction.uid}` },
  findAccount: (_, sub) => ({
    accountId: sub,
    claims: () => ({
      sub,
      name: 'Nguyễn Thị Sen',
      birthdate: '1990-02-03',
      gender: 'female',
      phone_number: '+84901234567',
      phone_number_verified: true,
      address: { formatted: 'x' },
      personal_number: sub,
      account_level: 2,
    }),
  }),
  async loadExistingGrant(ctx) {
    const { client, session, account } = ctx.oidc
    const grant = new ctx.oidc.provider.Grant({ accountId: account?.accountId, clientId: client?.clientId })
    grant.addOIDCScope([...ctx.oidc.requestParamOIDCScopes])
    await grant.save()
    void session
    return grant
  },
})
const callback = provider.callback()

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
  }
  return JSON.parse(text || '{}') as Record<string, unknown>
}
const send = (response: ServerResponse, value: unknown): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))

const interact = async (request: IncomingMessage, response: ServerResponse, step: string): Promise<void> => {
  const body = await bodyOf(request)
  const { uid } = await provider.interactionDetails(request, response)
  if (step !== 'device') {
    return send(response, { uid, step: 'second-factor' })
  }
  const login = { accountId: String(body['device']).slice(-40), acr: ACR, amr: ['pwd', 'hwk', 'pin'] }
  send(response, {
    uid,
    goTo: await provider.interactionResult(request, response, { login }, { mergeWithLastSubmission: false }),
  })
}

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', origin)
  const step = /^\/oidc\/interaction\/[^/]+\/(\w+)$/.exec(pathname)?.[1]
  if (step) {
    return void interact(request, response, step)
  }
  if (!pathname.startsWith('/oidc/')) {
    return void bodyOf(request).then(() =>
      send(response, { challenge: randomBytes(40).toString('base64url') }),
    )
  }
  Object.assign(request, { originalUrl: request.url })
  request.url = request.url?.slice('/oidc'.length)
  void callback(request, response)
}).listen(Number(port), 'localhost')
