/**
 * PACE (ICAO Doc 9303 part 11 §4.4; BSI TR-03110-3), elliptic curves with generic mapping: a password that
 * many could guess makes a key that nobody can.
 */
import { timingSafeEqual } from 'node:crypto'
import { curveNamed, type Curve, type CurveName } from '../../../../../formats/emrtd/curves.ts'
import { INTEGER, readOne, SET } from '../../../../../formats/emrtd/der-reader.ts'
import { smallInteger } from '../../../../../formats/emrtd/der-values.ts'
import { derOid, derValue } from '../../../../../formats/emrtd/der-writer.ts'
import { readSecurityInfos } from '../../../../../formats/emrtd/dg14.ts'
import { ChipFault } from '../../../../../formats/emrtd/chip-fault.ts'
import { oids } from '../../../../../formats/emrtd/oids.ts'
import { newSecret } from '../../../../kernel/id.ts'
import { paceReference, paceSecret, type AccessKey } from './access-key.ts'
import { WELL } from './apdu.ts'
import { objectsOf, type CardChannel } from './card-channel.ts'
import { abscissa, add, basePoint, decodePoint, encodePoint, multiply, type Point } from './ec-point.ts'
import { ReaderFault } from './reader-fault.ts'
import { SecureChannel, type ChannelKeys } from './secure-channel.ts'
import { blockBytes, checksum, decrypt, deriveKey, KDF, zeroIv, type Suite } from './session-keys.ts'

export interface PaceProfile {
  readonly oid: string
  readonly suite: Suite
  readonly parameters: number
  readonly curve: Curve
}

const SUITES: ReadonlyMap<string, Suite> = new Map([
  [`${oids.paceEcdhGm}.1`, '3des'],
  [`${oids.paceEcdhGm}.2`, 'aes128'],
  [`${oids.paceEcdhGm}.3`, 'aes192'],
  [`${oids.paceEcdhGm}.4`, 'aes256'],
])
/** Standardised domain parameters (9303-11 table 6), those of curves that are known here. */
const CURVES: ReadonlyMap<number, CurveName> = new Map([
  [10, 'P-224'],
  [11, 'brainpoolP224r1'],
  [12, 'P-256'],
  [13, 'brainpoolP256r1'],
  [14, 'brainpoolP320r1'],
  [15, 'P-384'],
  [16, 'brainpoolP384r1'],
  [17, 'brainpoolP512r1'],
  [18, 'P-521'],
])
const STRENGTH: readonly Suite[] = ['3des', 'aes128', 'aes192', 'aes256']

/** Of what EF.CardAccess offers, the strongest that we can; undefined when there is none. */
export const paceProfileOf = (cardAccess: Uint8Array): PaceProfile | undefined => {
  try {
    const set = readOne(cardAccess, 'card access')
    if (set.tag !== SET) {
      throw new ReaderFault('odd-chip')
    }
    const found = readSecurityInfos(set, 'card access').flatMap(
      ({ oid, required, optional }): PaceProfile[] => {
        const suite = SUITES.get(oid)
        const parameters = optional?.tag === INTEGER ? smallInteger(optional, 'card access') : undefined
        const curve = parameters === undefined ? undefined : CURVES.get(parameters)
        return suite &&
          curve &&
          parameters !== undefined &&
          required.tag === INTEGER &&
          smallInteger(required, 'card access') === 2
          ? [{ oid, suite, parameters, curve: curveNamed(curve) }]
          : []
      },
    )
    return found.sort(
      (a, b) => STRENGTH.indexOf(b.suite) - STRENGTH.indexOf(a.suite) || b.curve.bits - a.curve.bits,
    )[0]
  } catch (error) {
    throw error instanceof ChipFault ? new ReaderFault('odd-chip') : error
  }
}

export const drawScalar = ({ n, bits }: Curve): bigint =>
  (BigInt(`0x${newSecret(Math.ceil(bits / 8) + 8).toString('hex')}`) % (n - 1n)) + 1n

/** s·G + H, where H is the point that both sides reach from their first keys. */
export const mappedBase = (curve: Curve, nonce: Uint8Array, shared: Point): Point =>
  add(curve, multiply(curve, BigInt(`0x${Buffer.from(nonce).toString('hex')}`), basePoint(curve)), shared)

export const paceSession = ({ suite, curve }: PaceProfile, shared: Point): ChannelKeys => {
  const secret = abscissa(curve, shared)
  return {
    suite,
    encryption: deriveKey(suite, secret, KDF.encryption),
    checksum: deriveKey(suite, secret, KDF.checksum),
    counter: Buffer.alloc(blockBytes(suite)),
  }
}

/** The checksum over the other side's public key, which proves that one has the same keys. */
export const paceToken = ({ oid, curve, suite }: PaceProfile, keys: ChannelKeys, other: Point): Buffer =>
  checksum(suite, keys.checksum, derValue(0x7f49, derOid(oid), derValue(0x86, encodePoint(curve, other))))

export const passwordKey = (suite: Suite, key: AccessKey): Buffer =>
  deriveKey(suite, paceSecret(key), KDF.password)

/** `scalars` is for the standard's worked example only. */
export const openByPace = async (
  card: CardChannel,
  profile: PaceProfile,
  key: AccessKey,
  scalars?: readonly [mapping: bigint, agreement: bigint],
): Promise<void> => {
  const { curve, suite, oid } = profile
  const set = await card.ask({
    cla: 0,
    ins: 0x22,
    p1: 0xc1,
    p2: 0xa4,
    data: Buffer.concat([
      derValue(0x80, derOid(oid).subarray(2)),
      derValue(0x83, Uint8Array.of(paceReference(key))),
      derValue(0x84, Uint8Array.of(profile.parameters)),
    ]),
  })
  // 63Cx: fewer tries are left, the password may still be right.
  if (set.status !== WELL && (set.status & 0xfff0) !== 0x63c0) {
    throw new ReaderFault(key.kind === 'can' ? 'needs-mrz' : 'odd-chip')
  }
  const nonce = decrypt(
    suite,
    passwordKey(suite, key),
    zeroIv(suite),
    mustBeBlocks(await step(card, 0x10, null, 0x80), suite),
  )
  const [mapping, agreement] = scalars ?? [drawScalar(curve), drawScalar(curve)]
  const theirMapping = decodePoint(
    curve,
    await step(card, 0x10, [0x81, encodePoint(curve, multiply(curve, mapping, basePoint(curve)))], 0x82),
  )
  const base = mappedBase(curve, nonce, multiply(curve, mapping, theirMapping))
  const ours = multiply(curve, agreement, base)
  const theirs = decodePoint(curve, await step(card, 0x10, [0x83, encodePoint(curve, ours)], 0x84))
  // A chip that sends our own key back would make us talk to ourselves.
  if (encodePoint(curve, ours).equals(encodePoint(curve, theirs))) {
    throw new ReaderFault('odd-chip')
  }
  const keys = paceSession(profile, multiply(curve, agreement, theirs))
  const token = await step(card, 0, [0x85, paceToken(profile, keys, theirs)], 0x86, 'wrong-key')
  const expected = paceToken(profile, keys, ours)
  if (token.length !== expected.length || !timingSafeEqual(token, expected)) {
    throw new ReaderFault('wrong-key')
  }
  card.protectBy(new SecureChannel(keys))
}

/** One GENERAL AUTHENTICATE: what we say under a tag, what the chip says under another. */
const step = async (
  card: CardChannel,
  cla: number,
  say: readonly [tag: number, bytes: Uint8Array] | null,
  hear: number,
  fault: 'odd-chip' | 'wrong-key' = 'odd-chip',
): Promise<Uint8Array> => {
  const { data, status } = await card.ask({
    cla,
    ins: 0x86,
    p1: 0,
    p2: 0,
    data: derValue(0x7c, ...(say ? [derValue(...say)] : [])),
    le: 256,
  })
  if (status !== WELL) {
    throw new ReaderFault(fault)
  }
  const [outer] = objectsOf(data)
  const inner = outer?.tag === 0x7c ? objectsOf(outer.value).find(({ tag }) => tag === hear) : undefined
  if (!inner) {
    throw new ReaderFault('odd-chip')
  }
  return inner.value
}

const mustBeBlocks = (bytes: Uint8Array, suite: Suite): Uint8Array => {
  if (bytes.length === 0 || bytes.length % blockBytes(suite) !== 0 || bytes.length > 64) {
    throw new ReaderFault('odd-chip')
  }
  return bytes
}
