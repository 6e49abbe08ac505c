/** client add, keys rotate. */
import { readFile } from 'node:fs/promises'
import { addClient } from '../modules/access/federation/add-client.ts'
import { rotateKeys } from '../modules/access/federation/provider/signing-keys.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'
import { leaveOperatorLine } from './operator-line.ts'

const AUTHS = ['client_secret_basic', 'private_key_jwt'] as const
const PROFILES = ['oidc', 'fapi2'] as const
const oneOf = <T extends string>(text: string, allowed: readonly T[], what: string): T => {
  const found = allowed.find((one) => one === text)
  if (!found) {
    throw new UsageRefused(`${what} is one of ${allowed.join(', ')}.`)
  }
  return found
}

const addParty = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const { values } = readWords(
    words,
    {
      name: { type: 'string' },
      'redirect-uri': { type: 'string', multiple: true },
      'post-logout-redirect-uri': { type: 'string', multiple: true },
      'backchannel-logout-uri': { type: 'string' },
      auth: { type: 'string', default: 'client_secret_basic' },
      jwks: { type: 'string' },
      profile: { type: 'string', default: 'oidc' },
    },
    0,
  )
  if (!values.name || !values['redirect-uri']?.length) {
    throw new UsageRefused('--name and --redirect-uri are needed.')
  }
  const auth = oneOf(values.auth, AUTHS, '--auth')
  if (auth === 'private_key_jwt' && !values.jwks) {
    throw new UsageRefused("private_key_jwt needs the party's public keys: --jwks FILE.")
  }
  const jwks: unknown = values.jwks ? JSON.parse(await readFile(values.jwks, 'utf8')) : undefined
  const { name, 'redirect-uri': redirectUris } = values
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    const client = await context.transact(async (work) => {
      const added = await addClient(work, context.tools, {
        name,
        redirectUris,
        postLogoutRedirectUris: values['post-logout-redirect-uri'] ?? [],
        backchannelLogoutUri: values['backchannel-logout-uri'],
        auth,
        jwks,
        profile: oneOf(values.profile, PROFILES, '--profile'),
      })
      const effect = { clientId: added.client_id, name, auth, redirectUris: redirectUris.join(' ') }
      leaveOperatorLine(work, { config }, { command: 'client add', purpose: 'operator-client', effect })
      return added
    })
    out(JSON.stringify(client))
    return 0
  })
}

const rotate = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  readWords(words, {}, 0)
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    const rotated = await context.transact(async (work) => {
      const effect = await rotateKeys(work, context.tools)
      leaveOperatorLine(
        work,
        { config },
        { command: 'keys rotate', purpose: 'operator-keys', effect: { ...effect } },
      )
      return effect
    })
    out(JSON.stringify(rotated))
    return 0
  })
}

export const partyCommands: Command[] = [
  {
    usage:
      'client add --name NAME --redirect-uri URI [--auth client_secret_basic|private_key_jwt --jwks FILE] [--profile oidc|fapi2]',
    says: 'registers a relying party; prints JSON',
    leaves: 'operator-client',
    run: addParty,
  },
  {
    usage: 'keys rotate',
    says: 'the next signing key takes over; the old one is published until what it signed has lapsed',
    leaves: 'operator-keys',
    run: rotate,
  },
]
