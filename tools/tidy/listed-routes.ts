/**
 * Every HTTP route beside the use cases and the provider's protocol routes, with what guards it in place
 * of a permit.
 */
export interface ListedRoute {
  readonly file: string
  /** As it stands in the file: the method and the path of the call. */
  readonly set: string
  /** As the outside sees it, where the call tells only a part. */
  readonly route?: string
  readonly why: string
}

/** A file that opens a listening socket. */
export interface ListedEdge {
  readonly file: string
  readonly why: string
}

const edge: readonly ListedRoute[] = [
  {
    file: 'server/http/api.ts',
    set: 'ROUTE url',
    route: 'GET or POST /api/…',
    why: 'the router of use cases itself: each has its permit; any other method is refused',
  },
  { file: 'server/http/server.ts', set: 'GET /api/openapi.json', why: 'the contract is public' },
  {
    file: 'server/http/server.ts',
    set: 'REGISTER reference',
    route: 'GET /api/docs',
    why: 'the same contract, readable',
  },
  {
    file: 'server/http/trust-list.ts',
    set: 'GET /trust-list',
    why: 'the list of issuers is public by design: the same for everybody, nothing of anybody',
  },
  {
    file: 'server/http/checkpoint.ts',
    set: 'GET /audit/checkpoint',
    why: "the log's newest cosigned size and hash, public by design: nothing of anybody",
  },
  {
    file: 'server/http/checkpoint.ts',
    set: 'GET /audit/log',
    why: "the log's newest checkpoints and the keys to check them by: public, nothing of anybody",
  },
  {
    file: 'server/http/checkpoint.ts',
    set: 'GET /audit/consistency/:from/:to',
    why: 'at most 64 hashes between two checkpoints, which nobody can guess anything from',
  },
  {
    file: 'server/http/metrics.ts',
    set: 'GET /metrics',
    why: 'counters by route pattern, nothing of anybody; a balancer keeps it from the outside',
  },
  { file: 'server/http/metrics.ts', set: 'GET /healthz', why: 'says only that the process lives' },
  {
    file: 'server/http/metrics.ts',
    set: 'GET /readyz',
    why: 'says only which parts are not up, and how many events are kept',
  },
  {
    file: 'server/http/pages.ts',
    set: 'REGISTER fastifyStatic',
    route: '(none of its own)',
    why: 'registered with `serve: false`: it only sends what the routes below name',
  },
  {
    file: 'server/http/pages.ts',
    set: 'GET /assets/*',
    why: "the built apps' files, the same for everybody",
  },
  {
    file: 'server/http/pages.ts',
    set: 'GET /app/sw.js',
    why: "the citizen's app's service worker, the same for everybody",
  },
  {
    file: 'server/http/pages.ts',
    set: 'GET /${page}',
    route: 'GET /app, /counter, /console, /verify',
    why: 'leads to the page',
  },
  {
    file: 'server/http/pages.ts',
    set: 'GET /${page}/*',
    route: 'GET /app/*, /counter/*, /console/*, /verify/*',
    why: 'empty pages; what they show comes from use cases',
  },
  {
    file: 'server/start/main.ts',
    set: 'GET /',
    route: 'GET / (world off)',
    why: "leads to the citizen's app",
  },
]

const provider: readonly ListedRoute[] = [
  {
    file: 'server/modules/access/federation/provider/mount.ts',
    set: 'ROUTE ${ISSUER_PATH}${path}',
    route: 'the protocol routes',
    why: 'each stands in server/modules/access/federation/protocol-routes.ts with its own reason',
  },
  {
    file: 'server/modules/access/federation/provider/mount.ts',
    set: 'GET ${ISSUER_PATH}/interaction/:uid',
    route: 'GET /oidc/interaction/:uid',
    why: "the empty sign-in page; what it shows comes from use cases that ask for the interaction's signed cookie",
  },
  {
    file: 'server/modules/access/federation/provider/mount.ts',
    set: 'ROUTE url',
    route: 'GET or POST /oidc/interaction/:uid/…',
    why: "the sign-in page's use cases: each has its permit, and the interaction's signed cookie is asked for before it",
  },
]

const ISSUER_MOUNT = 'server/modules/documents/credentials/openid4vci/mount.ts'
const issuer: readonly ListedRoute[] = [
  {
    file: ISSUER_MOUNT,
    set: 'GET /.well-known/openid-credential-issuer/credentials',
    why: 'public metadata (OpenID4VCI 1.0 §12.2)',
  },
  {
    file: ISSUER_MOUNT,
    set: 'GET /.well-known/oauth-authorization-server/credentials',
    why: 'public metadata (RFC 8414 §3)',
  },
  {
    file: ISSUER_MOUNT,
    set: 'GET /.well-known/jwt-vc-issuer/credentials',
    why: 'public keys (SD-JWT VC §4)',
  },
  {
    file: ISSUER_MOUNT,
    set: 'GET /credentials/trust',
    why: 'public keys and root certificates, for verifiers',
  },
  {
    file: ISSUER_MOUNT,
    set: 'GET /status-lists/:id',
    why: 'a list of statuses in which nobody can be told from a herd (Token Status List §12)',
  },
  {
    file: ISSUER_MOUNT,
    set: 'ROUTE ${ISSUER_PATH}/${door}',
    route: 'POST /credentials/…',
    why: 'the doors of OpenID4VCI: each is a use case with its permit',
  },
]

const WORLD_ONLY = 'demo world only, on loopback, from its own pages'
const inWorld = (set: string, why: string, prefix = '/world'): ListedRoute => ({
  file: 'world/routes.ts',
  set,
  route: set.replace(' ', ` ${prefix}`),
  why: `${WORLD_ONLY}: ${why}`,
})

const ofAgencies = (set: string, why: string): ListedRoute => ({
  ...inWorld(set, why),
  file: 'world/agencies/agency-routes.ts',
})

const ofParties = (set: string, why: string): ListedRoute => ({
  ...inWorld(set, why),
  file: 'world/parties/party-routes.ts',
})

const world: readonly ListedRoute[] = [
  ofParties('GET /parties', 'names the simulated parties that ask for documents'),
  ofParties('POST /parties/:id', 'makes one of them fail or ask too much'),
  { ...inWorld('POST /stays', 'draws the keys of the invented hotel'), file: 'world/world-stays.ts' },
  ofAgencies('GET /agencies', 'names the simulated agencies'),
  ofAgencies('POST /agencies/:id', 'makes one of them fail, decide or correct'),
  inWorld('POST /devices', 'an administrator registers the invented devices of a desk'),
  inWorld('GET /', 'the start page', ''),
  inWorld('GET /cast', 'the invented people whose parts a visitor may take'),
  inWorld('GET /portraits/:file', 'their drawn portraits'),
  inWorld('GET /chips/:file', 'the chip of an invented card, as from a reader'),
  inWorld('GET /chips/:id/answer', 'what such a chip says to a challenge'),
  inWorld('GET /fingers/:id', 'impressions of their invented fingers, as from a scanner'),
  inWorld('GET /outbox', 'the messages of its own post office'),
  inWorld('GET /tour', 'how far the tour has come'),
  inWorld('GET /simulators.js', "the script that lends the world's people and devices to the apps"),
  inWorld('GET /places', 'the doors of this installation'),
  inWorld('GET /clock', "the world's time"),
  inWorld('GET /stream', "the post office's messages as they come"),
  inWorld('POST /reset', 'puts the world back to its first morning'),
  inWorld('POST /enter', 'a ticket for an invented officer'),
  inWorld('POST /clock', "moves the world's time ahead"),
  inWorld('POST /sms', 'how long its post office takes'),
]

export const listedRoutes: readonly ListedRoute[] = [...edge, ...provider, ...issuer, ...world]

export const listedEdges: readonly ListedEdge[] = [
  { file: 'server/http/server.ts', why: 'the edge' },
  {
    file: 'server/modules/evidence/chips/reader/agent.ts',
    why: "the counter agent: a program of its own on the officer's machine, on loopback, for one origin",
  },
  {
    file: 'server/modules/platform/audit/witness/witness-server.ts',
    why: "a witness of the log: a process of its own on other people's machine; it holds no person's data and believes signatures only",
  },
  {
    file: 'server/start/main.ts',
    why: 'asks whether the port is free, before anything else is opened, and closes at once',
  },
  {
    file: 'server/storage/embedded/postmaster.ts',
    why: 'asks the system for a free port for PostgreSQL, and closes at once',
  },
  {
    file: 'world/portal/portal.ts',
    why: "a relying party in a process of its own; its routes are not Sen's",
  },
  {
    file: 'world/agencies/agency.ts',
    why: "an agency's register in a process of its own; its routes are not Sen's",
  },
  {
    file: 'world/agencies/agency-processes.ts',
    why: 'hands each connection to the agency whose process it is for, on loopback',
  },
  {
    file: 'world/parties/main.ts',
    why: "a party that asks for documents, in a process of its own; its routes are not Sen's",
  },
  {
    file: 'world/parties/party-processes.ts',
    why: 'hands each connection to the party whose process it is for, on loopback',
  },
  { file: 'world/post-office/mail-room.ts', why: "the demo world's mail server, on loopback" },
  { file: 'world/post-office/sms-centre.ts', why: "the demo world's SMS centre, on loopback" },
]
