/**
 * A card of software: answers commands as a chip does (ICAO Doc 9303 parts 10 and 11), with basic access or
 * PACE, secure messaging and active
 * authentication. The counter's agent reads it without any reader; nothing in it knows how the reader does
 * its part.
 */
import type { ChipFile, ChipPart } from '../../../../../formats/emrtd/chip-file.ts'
import { curveNamed, type CurveName } from '../../../../../formats/emrtd/curves.ts'
import { childrenOf, readOne } from '../../../../../formats/emrtd/der-reader.ts'
import { derInteger, derOid, derSet, derValue, sequence } from '../../../../../formats/emrtd/der-writer.ts'
import { oids } from '../../../../../formats/emrtd/oids.ts'
import { newSecret } from '../../../../kernel/id.ts'
import { basicSeed, type AccessKey } from './access-key.ts'
import { answerBytes, commandOf, WELL, type Answer, type Command, type Transport } from './apdu.ts'
import { basicSession } from './basic-access.ts'
import { basePoint, decodePoint, encodePoint, multiply, type Point } from './ec-point.ts'
import { drawScalar, mappedBase, paceSession, paceToken, passwordKey, type PaceProfile } from './pace.ts'
import { SecureChannel, type ChannelKeys } from './secure-channel.ts'
import { checksum, decrypt, deriveKey, encrypt, KDF, zeroIv, type Suite } from './session-keys.ts'

export interface SoftChipPlan {
  readonly parts: ChipFile
  /** The machine-readable zone's information of 24 characters, and the number on the card's face. */
  readonly information: string
  readonly number: string
  readonly access: 'bac' | { readonly suite: Suite; readonly curve: CurveName }
  answer?(challenge: Uint8Array): Uint8Array
}

const FILES: Readonly<Record<number, ChipPart>> = {
  0x011e: 'com',
  0x0101: 'dg1',
  0x0102: 'dg2',
  0x010d: 'dg13',
  0x010e: 'dg14',
  0x010f: 'dg15',
  0x011d: 'sod',
}
const SUITE_NUMBERS: Readonly<Record<Suite, number>> = { '3des': 1, aes128: 2, aes192: 3, aes256: 4 }
const CURVE_NUMBERS: Readonly<Record<CurveName, number>> = {
  'P-224': 10,
  brainpoolP224r1: 11,
  'P-256': 12,
  brainpoolP256r1: 13,
  brainpoolP320r1: 14,
  'P-384': 15,
  brainpoolP384r1: 16,
  brainpoolP512r1: 17,
  'P-521': 18,
}

const nothing = (status: number): Answer => ({ data: new Uint8Array(), status })
const well = (data: Uint8Array): Answer => ({ data, status: WELL })
const REFUSED = 0x6982
const NOT_FOUND = 0x6a82
const WRONG = 0x6300

interface PaceState {
  readonly nonce: Buffer
  readonly key: AccessKey
  base?: Point
  secret?: bigint
  ours?: Point
  theirs?: Point
  keys?: ChannelKeys
}

export class SoftChip implements Transport {
  private readonly plan: SoftChipPlan
  private readonly profile: PaceProfile | null
  private channel: SecureChannel | null = null
  private isInApplication = false
  private file: Uint8Array | null = null
  private challenge: Buffer | null = null
  private pace: PaceState | null = null
  constructor(plan: SoftChipPlan) {
    this.plan = plan
    const { access } = plan
    this.profile =
      access === 'bac'
        ? null
        : {
            oid: `${oids.paceEcdhGm}.${SUITE_NUMBERS[access.suite]}`,
            suite: access.suite,
            parameters: CURVE_NUMBERS[access.curve],
            curve: curveNamed(access.curve),
          }
  }

  transmit(bytes: Uint8Array): Promise<Uint8Array> {
    return Promise.resolve(answerBytes(this.hear(commandOf(bytes))))
  }

  private hear(command: Command): Answer {
    const { channel } = this
    if ((command.cla & 0x0c) !== 0x0c) {
      // An unprotected command ends the protection (9303-11 §9.8.8).
      this.channel = null
      return this.act(command)
    }
    if (!channel) {
      return nothing(REFUSED)
    }
    try {
      return channel.answer(command.ins, this.act(channel.receive(command)))
    } catch {
      this.channel = null
      return nothing(0x6988)
    }
  }

  private act(command: Command): Answer {
    switch (command.ins) {
      case 0xa4:
        return this.select(command)
      case 0xb0:
        return this.read(((command.p1 & 0x7f) << 8) | command.p2, command.le ?? 256)
      case 0xb1:
        return this.readFar(command)
      case 0x84:
        return this.drawChallenge()
      case 0x82:
        return this.basicAccess(command.data ?? new Uint8Array())
      case 0x22:
        return this.beginPace(command.data ?? new Uint8Array())
      case 0x86:
        return this.goOnWithPace(command.data ?? new Uint8Array())
      case 0x88:
        return this.channel && this.plan.answer
          ? well(this.plan.answer(command.data ?? new Uint8Array()))
          : nothing(REFUSED)
      default:
        return nothing(0x6d00)
    }
  }

  private select({ p1, data = new Uint8Array() }: Command): Answer {
    this.file = null
    if (p1 === 4) {
      this.isInApplication = Buffer.from(data).toString('hex') === 'a0000002471001'
      return nothing(this.isInApplication ? WELL : NOT_FOUND)
    }
    const id = ((data[0] ?? 0) << 8) | (data[1] ?? 0)
    if (p1 === 0) {
      return nothing(WELL)
    }
    if (id === 0x011c && this.profile) {
      this.file = this.cardAccess(this.profile)
    } else if (!this.isInApplication || !this.channel) {
      return nothing(REFUSED)
    } else {
      this.file = this.plan.parts[FILES[id] ?? 'sod'] ?? null
    }
    if (id !== 0x011c && !FILES[id]) {
      this.file = null
    }
    return nothing(this.file ? WELL : NOT_FOUND)
  }

  private cardAccess({ oid, parameters }: PaceProfile): Uint8Array {
    return derSet(sequence(derOid(oid), derInteger(2), derInteger(parameters)))
  }

  private read(at: number, size_bytes: number): Answer {
    if (!this.file) {
      return nothing(0x6986)
    }
    const data = this.file.subarray(at, at + size_bytes)
    return { data, status: data.length < size_bytes ? 0x6282 : WELL }
  }

  private readFar({ data = new Uint8Array(), le = 256 }: Command): Answer {
    const at = readOne(data, 'offset').value.reduce((sum, byte) => sum * 256 + byte, 0)
    const { data: piece } = this.read(at, le - 4)
    return piece.length > 0 ? well(derValue(0x53, piece)) : nothing(0x6b00)
  }

  private drawChallenge(): Answer {
    this.challenge = newSecret(8)
    return well(this.challenge)
  }

  private basicAccess(data: Uint8Array): Answer {
    const { challenge } = this
    const seed = basicSeed(this.plan.information)
    const [encryption, sums] = [
      deriveKey('3des', seed, KDF.encryption),
      deriveKey('3des', seed, KDF.checksum),
    ]
    this.challenge = null
    if (
      !challenge ||
      this.profile ||
      data.length !== 40 ||
      !checksum('3des', sums, data.subarray(0, 32)).equals(data.subarray(32))
    ) {
      return nothing(WRONG)
    }
    const opened = decrypt('3des', encryption, zeroIv('3des'), data.subarray(0, 32))
    const [readerNonce, told, theirs] = [opened.subarray(0, 8), opened.subarray(8, 16), opened.subarray(16)]
    if (!told.equals(challenge)) {
      return nothing(WRONG)
    }
    const ours = newSecret(16)
    const sealed = encrypt('3des', encryption, zeroIv('3des'), Buffer.concat([challenge, readerNonce, ours]))
    this.channel = new SecureChannel(basicSession(ours, theirs, challenge, readerNonce))
    return well(Buffer.concat([sealed, checksum('3des', sums, sealed)]))
  }

  private beginPace(data: Uint8Array): Answer {
    const reference = childrenOf(
      readOne(derValue(0x30, data), 'authentication template'),
      'authentication template',
    ).find(({ tag }) => tag === 0x83)?.value[0]
    if (!this.profile || (reference !== 1 && reference !== 2)) {
      return nothing(0x6a88)
    }
    const key: AccessKey =
      reference === 1
        ? { kind: 'mrz', information: this.plan.information }
        : { kind: 'can', number: this.plan.number }
    this.pace = { nonce: newSecret(16), key }
    return nothing(WELL)
  }

  private goOnWithPace(data: Uint8Array): Answer {
    const { pace, profile } = this
    if (!pace || !profile) {
      return nothing(0x6985)
    }
    const [inner] = childrenOf(readOne(data, 'dynamic authentication'), 'dynamic authentication')
    const said = (tag: number, bytes: Uint8Array): Answer => well(derValue(0x7c, derValue(tag, bytes)))
    const { curve, suite } = profile
    if (!inner) {
      return said(0x80, encrypt(suite, passwordKey(suite, pace.key), zeroIv(suite), pace.nonce))
    }
    if (inner.tag === 0x81) {
      const secret = drawScalar(curve)
      pace.base = mappedBase(curve, pace.nonce, multiply(curve, secret, decodePoint(curve, inner.value)))
      return said(0x82, encodePoint(curve, multiply(curve, secret, basePoint(curve))))
    }
    if (inner.tag === 0x83 && pace.base !== undefined) {
      const secret = drawScalar(curve)
      pace.theirs = decodePoint(curve, inner.value)
      pace.ours = multiply(curve, secret, pace.base)
      pace.keys = paceSession(profile, multiply(curve, secret, pace.theirs))
      return said(0x84, encodePoint(curve, pace.ours))
    }
    return inner.tag === 0x85 ? this.endPace(pace, profile, inner.value, said) : nothing(0x6a80)
  }

  private endPace(
    { keys, ours, theirs }: PaceState,
    profile: PaceProfile,
    token: Uint8Array,
    said: (tag: number, bytes: Uint8Array) => Answer,
  ): Answer {
    this.pace = null
    if (
      !keys ||
      ours === undefined ||
      theirs === undefined ||
      !paceToken(profile, keys, ours).equals(token)
    ) {
      return nothing(WRONG)
    }
    const answer = said(0x86, paceToken(profile, keys, theirs))
    this.channel = new SecureChannel(keys)
    return answer
  }
}
