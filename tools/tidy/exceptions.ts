/**
 * Where a law does not hold, and why that is right. The list shrinks: an exception that nothing needs any
 * more is a failure of its own.
 */
import type { Finding, Law } from './source.ts'
import type { Exception } from './exception.ts'
import { toCome } from './to-come.ts'
import { tooLong } from './too-long.ts'

const composition: readonly Exception[] = [
  {
    law: 'world-below',
    path: 'tools/start-sen.ts',
    what: 'world/attach-world.ts',
    why: '`npm start` hands the demo world in; the server itself never names it',
  },
  {
    law: 'world-below',
    path: 'tools/dev/serve.ts',
    what: 'world/attach-world.ts',
    why: '`npm run dev` does the same',
  },
  {
    law: 'world-below',
    path: 'tools/sen-cli.ts',
    what: 'world/attach-world.ts',
    why: 'the `sen` command does the same',
  },
]

const mutated: readonly Exception[] = [
  {
    law: 'any',
    path: 'testing/planted/planted.ts',
    why: 'a file is made wrong in ways that no type allows; what judges it takes unknown',
  },
]

const tables: readonly Exception[] = [
  {
    law: 'tables',
    path: 'server/kernel/audit-store.ts',
    what: 'audit_line',
    why: "the one insert stands in the deed's own transaction, below every module",
  },
  {
    law: 'tables',
    path: 'server/modules/access/authentication/store.ts',
    what: 'over device,',
    why: "one statement asks at every request whether the session, its device and its account still stand; all three are on the person's shard",
  },
  {
    law: 'tables',
    path: 'server/modules/access/authentication/store.ts',
    what: 'over account,',
    why: 'the same statement',
  },
  {
    law: 'tables',
    path: 'world/reset.ts',
    why: "the demo world's first morning: every table goes but those it lists",
  },
]

const doors: readonly Exception[] = [
  {
    law: 'hand-made-lines',
    path: 'server/modules/cases/representation/relatives/trusted-relative-lock.ts',
    why: "what a relative asked for is done by a reaction, in the person's own transaction",
  },
  {
    law: 'hand-made-lines',
    path: 'server/modules/cases/enrolment/level-1/settle-enrolment.ts',
    why: 'an application is settled by a reaction, after its answer was given',
  },
  {
    law: 'hand-made-lines',
    path: 'server/modules/access/authentication/phone-release/phone-release.ts',
    why: 'a number leaves an account by reactions and by a job, days after it was asked',
  },
  {
    law: 'hand-made-lines',
    path: 'server/modules/services/dossiers/lapse-consents.ts',
    why: 'a dossier for which an agreement did not come is ended by a job, days after it was filed',
  },
  {
    law: 'hand-made-lines',
    path: 'server/modules/services/dossiers/record/ask-register.ts',
    why: 'the register of judgments is asked by a job, after the dossier was received and again by itself',
  },
  {
    law: 'hand-made-lines',
    path: 'server/modules/cases/casework/lapse-open.ts',
    why: 'an open case that nobody goes on with is ended by a job, weeks after its last step',
  },
  {
    law: 'hand-made-lines',
    path: 'server/modules/documents/integration/look-for-documents.ts',
    why: 'registers are asked by a job, after the deed that wished for it and again by themselves',
  },
  {
    law: 'hand-made-lines',
    path: 'server/modules/documents/sharing/settle-answer.ts',
    why: 'a party is sent what she agreed to by a job, after her deed',
  },
  {
    law: 'hand-made-lines',
    path: 'server/modules/documents/sharing/settle-wish.ts',
    why: 'a party is told of her wish by a job, and answers days later',
  },
  {
    law: 'hand-made-lines',
    path: 'server/modules/people/locks/follow-register.ts',
    why: "the register's word is followed by a job and by reactions",
  },
  {
    law: 'hand-made-lines',
    path: 'server/modules/platform/audit/erase-salts.ts',
    why: 'the line of the erasure itself, which every later proof of the log needs',
  },
  {
    law: 'hand-made-lines',
    path: 'server/modules/access/federation/provider/claims.ts',
    why: 'the OpenID library asks for the claims; no use case of ours runs then',
  },
  {
    law: 'hand-made-lines',
    path: 'server/modules/access/federation/sign-in/settle-request.ts',
    why: 'the OpenID library has ended the session; no use case of ours runs then',
  },
  {
    law: 'hand-made-lines',
    path: 'server/modules/documents/credentials/issuing/follow-facts.ts',
    why: 'issued documents follow locks, devices and the register by reactions and by a job',
  },
  {
    law: 'environment',
    path: 'server/storage/embedded/run-program.ts',
    why: "hands the system's own folders (SystemRoot, TEMP, PATH) to PostgreSQL's programs on Windows; no setting of ours",
  },
  {
    law: 'environment',
    path: 'world/portal/main.ts',
    why: "the demo portal is another party's program in a process of its own",
  },
  {
    law: 'begin',
    path: 'server/storage/migrate.ts',
    why: 'each migration and its row in one transaction, before any context stands',
  },
  {
    law: 'begin',
    path: 'server/modules/registry/population/import/bulk-connection.ts',
    why: 'a batch of the import goes by COPY on one connection, which a Work does not offer',
  },
  {
    law: 'problem-renderer',
    path: 'server/http/openapi.ts',
    why: "names the media type in the API's description; it answers nothing",
  },
  {
    law: 'clock',
    path: 'server/storage/embedded/lock-file.ts',
    why: "compares with a file's time, which is the machine's",
  },
  {
    law: 'clock',
    path: 'world/web/world.ts',
    why: "measures how far the world's time runs ahead of this machine's",
  },
  {
    law: 'clock',
    path: 'world/portal/sessions.ts',
    why: "another party's program: it has the machine's clock",
  },
  { law: 'clock', path: 'world/portal/provider-client.ts', why: "the same: another party's program" },
  { law: 'clock', path: 'world/parties/own-clock.ts', why: "the same: other parties' programs" },
  { law: 'ids', path: 'world/parties/own-clock.ts', why: "other parties' programs: they draw their own" },
  {
    law: 'ids',
    path: 'world/portal/sessions.ts',
    why: "another party's program: it draws its own session ids",
  },
  {
    law: 'ids',
    path: 'web/apps/citizen/vault/vault.ts',
    why: 'the nonce of a box that is sealed in the browser (WebCrypto)',
  },
  {
    law: 'ids',
    path: 'web/apps/citizen/share/make-answer.ts',
    why: "the nonce of an answer that is closed in the browser for one party's key (WebCrypto)",
  },
  {
    law: 'ids',
    path: 'web/client/uuid7.ts',
    why: 'the browser names a case before the server has heard of it',
  },
  {
    law: 'ids',
    path: 'web/client/chance.ts',
    why: 'what the server must not know: blinding factors, receipt codes, the moment at which a report goes out',
  },
  {
    law: 'ids',
    path: 'web/apps/counter/case/outbox.ts',
    why: 'the idempotency key of a deed that waits for the line',
  },
  {
    law: 'ids',
    path: 'web/apps/counter/shell/sealed-store.ts',
    why: 'the nonce of a box that is sealed in the browser (WebCrypto)',
  },
  {
    law: 'ids',
    path: 'web/client/call.ts',
    why: "the browser's idempotency key, and the spread of its retries",
  },
]

const limits: readonly Exception[] = [
  {
    law: 'limits-as-data',
    path: 'server/modules/registry/population/synthesis/person-record.ts',
    why: 'ages at which invented people marry and work; nothing is decided by them',
  },
  {
    law: 'limits-as-data',
    path: 'server/modules/access/authentication/sessions/app-session.ts',
    why: "how long a browser keeps the cookie; the session's own end, a policy, decides",
  },
  {
    law: 'limits-as-data',
    path: 'server/modules/platform/notifications/sms-line.ts',
    why: "the largest span that the SMS centre is asked to hold (SMPP 3.4 §7.1.1); the letter's own end decides",
  },
]

const wholePictures = (
  [
    ['evidence/capture/portrait.ts', 'a live face is compared with it'],
    ['cases/cards/print-card.ts', 'it stands on the card'],
    ['cases/enrolment/level-1/settle-enrolment.ts', 'an application is compared with it'],
    ['cases/representation/register-ward.ts', 'whether there is one to compare with'],
    ['access/authentication/recovery/prove-recovery.ts', 'a live face is compared with it'],
    ['documents/wallet/identity-card.ts', 'the person herself sees it'],
    ['registry/population/tell-register.ts', 'the person herself takes it along'],
    ['documents/credentials/identity-card/identity-card-content.ts', 'it is made small for her own document'],
  ] as const
).map(([path, why]): Exception => ({ law: 'register-picture', path: `server/modules/${path}`, why }))

export const exceptions: readonly Exception[] = [
  ...composition,
  ...tables,
  ...doors,
  ...limits,
  ...tooLong,
  ...mutated,
  ...toCome,
  ...wholePictures,
]

const covers = (exception: Exception, { law, path, what }: Finding): boolean =>
  exception.law === law &&
  exception.path === path &&
  (exception.what === undefined || what.includes(exception.what))

/** Findings that nobody excused, and excuses that nobody needs. */
export const settle = (
  law: Law,
  findings: readonly Finding[],
  listed: readonly Exception[] = exceptions,
): Finding[] => {
  const own = listed.filter((exception) => exception.law === law)
  const spent = own.filter((exception) => !findings.some((finding) => covers(exception, finding)))
  return [
    ...findings.filter((finding) => !own.some((exception) => covers(exception, finding))),
    ...spent.map(({ path, what }): Finding => ({
      law,
      path,
      line: 1,
      what: `an exception that is needed no more${what ? ` (${what})` : ''}`,
      mend: 'take it off tools/tidy/exceptions.ts',
    })),
  ]
}
