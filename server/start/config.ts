/**
 * The one reader of the environment: names, meanings, defaults and contradictions. Nobody else looks at
 * `process.env`.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEmail } from '../../formats/email.ts'
import type { WitnessDoor } from '../modules/platform/audit/witness/ask-witness.ts'
import { readWitnessKey } from '../modules/platform/audit/witness/cosignature.ts'

/** Files of the face models, and scores of their features (docs/decisions/0008-faces.md). */
const FACE_MODELS = ['fr_detect.onnx', 'fr_landmark.onnx', 'fr_feature.onnx', 'fr_liveness.onnx'] as const
const FACE_THRESHOLDS = '0.3,0.45'

export interface Config {
  readonly port: number
  readonly host: string
  /** The data folder: embedded database, secrets, checkpoints. */
  readonly dataDir: string
  /** Where citizens reach Sen; the issuer is below it. */
  readonly publicUrl: string
  /** Any PostgreSQL from 15 on; null means the embedded one. */
  readonly databaseUrl: string | null
  /** The folder of the built pages. */
  readonly webRoot: string
  readonly isWorldOn: boolean
  /**
   * Production names its operator; without one the band "MÔI TRƯỜNG THỬ" is on every page and only test
   * people are real.
   */
  readonly operator: string | null
  /**
   * Balancers whose word on the citizen's address is believed: addresses or CIDR ranges; limits per network
   * need it behind one.
   */
  readonly trustedProxies: readonly string[]
  /**
   * The operator's face models: their folder, and below which score it is nobody, from which it is the same
   * person. Null: none.
   */
  readonly faceModels: {
    readonly folder: string
    readonly thresholds: { readonly noMatch: number; readonly match: number }
  } | null
  /** Who cosigns the checkpoints of the audit log, on machines of other people. */
  readonly witnesses: readonly WitnessDoor[]
  /** Where text messages and e-mail go out; null: letters wait, and readiness says so. */
  readonly smpp: {
    readonly host: string
    readonly port: number
    readonly systemId: string
    readonly password: string
    readonly from: string
  } | null
  readonly smtp: {
    readonly host: string
    readonly port: number
    readonly user?: string
    readonly pass?: string
    readonly secure: boolean
    readonly from: string
  } | null
  /** The mailbox of whoever is on duty; null: alarms stand in the log and the metrics alone. */
  readonly alarmTo: string | null
}

/** A setting that cannot work. The message is one clear sentence for the operator. */
export class ConfigRefused extends Error {}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** `unsetWorld`: what an unset SEN_WORLD means; only `npm start` takes it as on. */
export const readConfig = (env: NodeJS.ProcessEnv, unsetWorld: 'on' | 'off' = 'off'): Config => {
  const port = readPort(env['PORT'] ?? '4000')
  const host = env['SEN_HOST'] || '127.0.0.1'
  const publicUrl = readPublicUrl(env['SEN_PUBLIC_URL'] || `http://localhost:${port}`)
  const world = env['SEN_WORLD'] || unsetWorld
  if (world !== 'on' && world !== 'off') {
    throw new ConfigRefused(`SEN_WORLD is "${world}"; it can be on or off.`)
  }
  const isWorldOn = world === 'on'
  if (isWorldOn && !LOOPBACK.has(new URL(publicUrl).hostname)) {
    throw new ConfigRefused(
      `The demo world runs on this machine only, and SEN_PUBLIC_URL is ${publicUrl}. Set SEN_WORLD=off, or use a localhost address.`,
    )
  }
  if (isWorldOn && env['SEN_OPERATOR']) {
    throw new ConfigRefused(
      'The demo world has no operator, and SEN_OPERATOR is set. Set SEN_WORLD=off, or leave SEN_OPERATOR unset.',
    )
  }
  if (isWorldOn && !LOOPBACK.has(host)) {
    throw new ConfigRefused(
      `The demo world listens on loopback only, and SEN_HOST is ${host}. Set SEN_WORLD=off, or leave SEN_HOST unset.`,
    )
  }
  return {
    port,
    host,
    publicUrl,
    isWorldOn,
    dataDir: resolve(env['SEN_DATA'] || 'data'),
    databaseUrl: env['DATABASE_URL'] || null,
    webRoot: resolve(env['SEN_WEB'] || join(import.meta.dirname, '..', '..', 'dist', 'web')),
    operator: env['SEN_OPERATOR'] || null,
    trustedProxies: listed(env['SEN_TRUSTED_PROXIES'] ?? ''),
    faceModels: readFaceModels(env['SEN_FACE_MODELS'], env['SEN_FACE_THRESHOLDS'] || FACE_THRESHOLDS),
    witnesses: readWitnesses(env['SEN_WITNESSES'] ?? ''),
    smpp: readSmpp(env['SEN_SMPP_URL']),
    smtp: readSmtp(env['SEN_SMTP_URL']),
    alarmTo: readMailbox(env['SEN_ALARM_EMAIL']),
  }
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

/** Each is the witness's address, `#` and its key, as `sen witness` prints it. */
const readWitnesses = (text: string): WitnessDoor[] => {
  const doors = listed(text).map((one): WitnessDoor => {
    const [address = '', key = ''] = one.split('#')
    const url = lineUrl('SEN_WITNESSES', address, ['http:', 'https:'], 'https://witness.example/#name+id+key')
    try {
      return { url: url.href.endsWith('/') ? url.href : `${url.href}/`, key: readWitnessKey(key) }
    } catch (error) {
      throw new ConfigRefused(`SEN_WITNESSES has no good key for ${address}. ${(error as Error).message}`)
    }
  })
  if (new Set(doors.map(({ key }) => key.name)).size < doors.length) {
    throw new ConfigRefused('SEN_WITNESSES names one witness twice.')
  }
  return doors
}

const readMailbox = (text: string | undefined): string | null => {
  if (!text) {
    return null
  }
  const address = parseEmail(text)
  if (!address.ok) {
    throw new ConfigRefused(`SEN_ALARM_EMAIL is "${text}"; it must be one address such as duty@example.vn.`)
  }
  return address.value
}

const readFaceModels = (named: string | undefined, limits: string): Config['faceModels'] => {
  if (!named) {
    return null
  }
  const folder = resolve(named)
  const lacking = FACE_MODELS.find((file) => !existsSync(join(folder, file)))
  if (lacking) {
    throw new ConfigRefused(`SEN_FACE_MODELS is ${named}; ${lacking} is not there.`)
  }
  const [noMatch, match, ...more] = limits.split(',').map(Number)
  if (
    noMatch === undefined ||
    match === undefined ||
    more.length > 0 ||
    !(noMatch > 0 && noMatch < match && match < 1)
  ) {
    throw new ConfigRefused(
      `SEN_FACE_THRESHOLDS is "${limits}"; it must be two scores between 0 and 1, the lower first: ${FACE_THRESHOLDS}.`,
    )
  }
  return { folder, thresholds: { noMatch, match } }
}

const readPort = (text: string): number => {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65534) {
    throw new ConfigRefused(`PORT is "${text}"; it must be a whole number from 1 to 65534.`)
  }
  return port
}

const readPublicUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new ConfigRefused(
      `SEN_PUBLIC_URL is "${text}"; it must be an origin such as https://id.example.vn, without a path.`,
    )
  }
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname)) {
    throw new ConfigRefused(`SEN_PUBLIC_URL is ${text}; outside this machine it must be https.`)
  }
  return url.origin
}

const lineUrl = (name: string, text: string, schemes: readonly string[], example: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !schemes.includes(url.protocol) || !url.hostname) {
    throw new ConfigRefused(`${name} is not such an address: ${example}`)
  }
  return url
}

const readSmpp = (text: string | undefined): Config['smpp'] => {
  if (!text) {
    return null
  }
  const url = lineUrl('SEN_SMPP_URL', text, ['smpp:'], 'smpp://system:password@host:2775?from=SEN')
  return {
    host: url.hostname,
    port: Number(url.port || 2775),
    systemId: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    from: url.searchParams.get('from') ?? 'SEN',
  }
}

const readSmtp = (text: string | undefined): Config['smtp'] => {
  if (!text) {
    return null
  }
  const url = lineUrl(
    'SEN_SMTP_URL',
    text,
    ['smtp:', 'smtps:'],
    'smtps://user:password@host:465?from=sen@example.vn',
  )
  const secure = url.protocol === 'smtps:'
  const sign = url.username
    ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
    : {}
  return {
    host: url.hostname,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    from: url.searchParams.get('from') ?? 'sen@localhost',
    ...sign,
  }
}
