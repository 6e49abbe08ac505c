/**
 * Mutated chips, first half: how the bytes are written, the table of contents, the data groups. Nobody but a
 * strict reader sees most of these.
 */
import type { ChipFile } from '../../formats/emrtd/chip-file.ts'
import type { ChipFaultCode } from '../../formats/emrtd/chip-fault.ts'
import { composeCom, composeDg14, composeDg15 } from '../../formats/emrtd/compose-groups.ts'
import {
  attribute,
  composeGroupDigests,
  composeSod,
  hashAlgorithm,
} from '../../formats/emrtd/compose-security-object.ts'
import {
  derInteger,
  derOid,
  derSet,
  derValue,
  octets,
  sequence,
  utf8String,
} from '../../formats/emrtd/der-writer.ts'
import { oids } from '../../formats/emrtd/oids.ts'
import { generateKeyPairSync } from 'node:crypto'
import {
  authority,
  chip,
  digestsOf,
  groups,
  hashOf,
  signedDataOf,
  stranger,
  type Anchors,
} from './chip-kit.ts'

/**
 * `openssl`: what `openssl cms -verify` says about the security object alone. Where it accepts, the refusal
 * is one that only we make: openssl does
 * not look at the groups, reads BER, and holds ICAO's profile for nobody's business.
 */
export interface Mutation {
  readonly name: string
  readonly expects: readonly ChipFaultCode[]
  readonly openssl: 'refuses' | 'accepts'
  make(): { readonly file: ChipFile; readonly anchors?: Anchors; readonly at?: Date }
}

export const anchors: Anchors = { roots: [authority.certificate] }

const own = (
  name: string,
  expects: ChipFaultCode | readonly ChipFaultCode[],
  make: () => ChipFile,
): Mutation => ({
  name,
  expects: typeof expects === 'string' ? [expects] : expects,
  openssl: 'accepts',
  make: () => ({ file: make() }),
})
const both = (name: string, expects: ChipFaultCode, make: () => ChipFile): Mutation => ({
  ...own(name, expects, make),
  openssl: 'refuses',
})

const sodOf = (file: ChipFile): Uint8Array => file.sod ?? new Uint8Array()
const withBytes = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)
const ZERO = Uint8Array.of(0)

/** Value of the outermost tag, and the same under a length of one byte more than needed, or of no length. */
const valueOf = (tlv: Uint8Array): Uint8Array =>
  tlv.subarray(2 + ((tlv[1] ?? 0) >= 0x80 ? (tlv[1] ?? 0) & 0x7f : 0))
const longLength = (tlv: Uint8Array): Uint8Array => {
  const value = valueOf(tlv)
  return withBytes(
    Uint8Array.of(tlv[0] ?? 0, 0x83, value.length >> 16, (value.length >> 8) & 0xff, value.length & 0xff),
    value,
  )
}
const indefinite = (tlv: Uint8Array): Uint8Array =>
  withBytes(Uint8Array.of(tlv[0] ?? 0, 0x80), valueOf(tlv), Uint8Array.of(0, 0))
const deep = (levels: number): Uint8Array => (levels === 0 ? derInteger(1) : sequence(deep(levels - 1)))
const paddedVersion = (): Uint8Array => {
  const data = Buffer.from(signedDataOf())
  const at = data.indexOf(Buffer.from('020103', 'hex'))
  return withBytes(
    sequence(
      derOid(oids.signedData),
      derValue(0xa0, sequence(Buffer.from('02020003', 'hex'), data.subarray(at + 3))),
    ),
  )
}

export const encodingMutations: readonly Mutation[] = [
  both('security object cut by one byte', 'chip.der-truncated', () => {
    const file = chip()
    return { ...file, sod: sodOf(file).subarray(0, -1) }
  }),
  both('security object cut in half', 'chip.der-truncated', () => {
    const file = chip()
    return { ...file, sod: sodOf(file).subarray(0, sodOf(file).length >> 1) }
  }),
  own('a byte behind the security object', 'chip.der-trailing-data', () => {
    const file = chip()
    return { ...file, sod: withBytes(sodOf(file), ZERO) }
  }),
  own('a byte behind the signed data, inside of the file', 'chip.der-trailing-data', () => ({
    ...chip(),
    sod: composeSod(withBytes(signedDataOf(), ZERO)),
  })),
  own('indefinite length of the signed data', 'chip.der-indefinite-length', () => ({
    ...chip(),
    sod: composeSod(indefinite(signedDataOf())),
  })),
  own('indefinite length of the file', 'chip.der-indefinite-length', () => ({
    ...chip(),
    sod: indefinite(composeSod(signedDataOf())),
  })),
  own('a length in more bytes than it needs', 'chip.der-length-not-minimal', () => ({
    ...chip(),
    sod: composeSod(longLength(signedDataOf())),
  })),
  own("the file's length in more bytes than it needs", 'chip.der-length-not-minimal', () => ({
    ...chip(),
    sod: longLength(composeSod(signedDataOf())),
  })),
  both('a whole number in more bytes than it needs', 'chip.der-integer-not-minimal', () => ({
    ...chip(),
    sod: composeSod(paddedVersion()),
  })),
  own('unsigned attributes nested forty levels deep', 'chip.der-too-deep', () =>
    chip({ alter: { unsigned: attribute('1.3.6.1.4.1.99999.1', deep(40)) } }),
  ),
  own('a length of two gigabytes', 'chip.der-too-long', () => ({
    ...chip(),
    sod: withBytes(
      Buffer.from('77843fffffff', 'hex').subarray(0, 1),
      Buffer.from('847fffffff', 'hex'),
      signedDataOf(),
    ),
  })),
  both('no security object', 'chip.sod-missing', () => {
    const { sod: _, ...rest } = chip()
    return rest
  }),
  both('a security object of another kind', 'chip.structure', () => ({
    ...chip(),
    sod: composeSod(octets(signedDataOf())),
  })),
  own('the file under another tag', 'chip.structure', () => ({
    ...chip(),
    sod: derValue(0x76, signedDataOf()),
  })),
]

const without = (all: Map<number, Uint8Array>, ...gone: readonly number[]): Map<number, Uint8Array> =>
  new Map([...all].filter(([group]) => !gone.includes(group)))

export const contentsMutations: readonly Mutation[] = [
  own('contents name a group that is not there', 'chip.com-lists-absent-group', () => {
    const some = without(groups(), 14, 15)
    return chip({ groups: some }, { com: composeCom([1, 2, 13, 14]) })
  }),
  own('contents leave a group out', 'chip.com-omits-group', () =>
    chip({}, { com: composeCom([1, 2, 14, 15]) }),
  ),
  own('contents and signature differ about a group that is not read', 'chip.com-sod-disagree', () =>
    chip({}, { com: composeCom([1, 2, 11, 13, 14, 15]) }),
  ),
  own('contents name a group twice', 'chip.duplicate-group', () =>
    chip({}, { com: composeCom([1, 1, 2, 13, 14, 15]) }),
  ),
  own('contents name a group that no card has', 'chip.structure', () =>
    chip({}, { com: composeCom([1, 2, 99]) }),
  ),
  own('a byte behind the contents', 'chip.der-trailing-data', () =>
    chip({}, { com: withBytes(composeCom([1, 2, 13, 14, 15]), ZERO) }),
  ),
  own('contents cut short', 'chip.der-truncated', () =>
    chip({}, { com: composeCom([1, 2, 13, 14, 15]).subarray(0, -2) }),
  ),
]

const changed = (bytes: Uint8Array | undefined, at: number): Uint8Array => {
  const copy = Buffer.from(bytes ?? [])
  copy[copy.length + at] = (copy[copy.length + at] ?? 0) ^ 1
  return copy
}
const signedWith = (group: number, bytes: Uint8Array): ChipFile =>
  chip({ groups: new Map([...groups(), [group, bytes]]) })
const zoneWith = (from: string, to: string): Uint8Array =>
  derValue(
    0x61,
    derValue(
      0x5f1f,
      Buffer.from(
        Buffer.from(groups().get(1) ?? [])
          .subarray(5)
          .toString('latin1')
          .replace(from, to),
        'latin1',
      ),
    ),
  )
const item = (number: number, text: string): Uint8Array => sequence(derInteger(number), utf8String(text))
const wrongPicture = (): Uint8Array => {
  const copy = Buffer.from(groups().get(2) ?? [])
  copy.writeUInt32BE(77, copy.indexOf('FAC') + 8)
  return copy
}
const weakAnswerKey = (): Uint8Array =>
  composeDg15(
    generateKeyPairSync('rsa', { modulusLength: 768 }).publicKey.export({ format: 'der', type: 'spki' }),
  )

export const groupMutations: readonly Mutation[] = [
  own('one bit of the portrait', 'chip.group-hash', () => {
    const file = chip()
    return { ...file, dg2: changed(file.dg2, -100) }
  }),
  own('one bit of the details', ['chip.group-hash'], () => {
    const file = chip()
    const dg13 = Buffer.from(file.dg13 ?? [])
    dg13[dg13.indexOf('Kinh') + 3] = 0x67
    return { ...file, dg13 }
  }),
  own(
    "another person's machine-readable zone",
    ['chip.group-hash', 'chip.number-differs', 'chip.birth-date-differs'],
    () => chip({}, { dg1: groups(stranger).get(1) ?? ZERO }),
  ),
  own("another person's details", ['chip.group-hash', 'chip.number-differs', 'chip.birth-date-differs'], () =>
    chip({}, { dg13: groups(stranger).get(13) ?? ZERO }),
  ),
  own("another chip's answering key", 'chip.group-hash', () =>
    chip(
      {},
      {
        dg15: composeDg15(
          generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
            format: 'der',
            type: 'spki',
          }),
        ),
      },
    ),
  ),
  own('two persons in one signed chip', ['chip.number-differs', 'chip.birth-date-differs'], () =>
    signedWith(13, groups(stranger).get(13) ?? ZERO),
  ),
  own('two dates of birth in one signed chip', ['chip.birth-date-differs'], () =>
    signedWith(13, groups({ birthDate: '1991-12-04' as never }).get(13) ?? ZERO),
  ),
  own('the answering key left away, so that nobody asks for it', ['chip.group-stripped'], () => {
    const { dg15: _, ...rest } = chip()
    return { ...rest, com: composeCom([1, 2, 13, 14]) }
  }),
  own('a group that nobody signed', 'chip.group-not-in-sod', () => {
    const some = without(groups(), 14)
    return chip({ groups: some }, { dg14: composeDg14(null), com: composeCom([1, 2, 13, 14, 15]) })
  }),
  own('no machine-readable zone', 'chip.group-missing', () => chip({ groups: without(groups(), 1) })),
  own('a group signed twice', 'chip.duplicate-group', () => {
    const entry = sequence(derInteger(1), octets(hashOf('sha256', groups().get(1) ?? ZERO)))
    return chip({ content: sequence(derInteger(0), hashAlgorithm('sha256'), sequence(entry, entry)) })
  }),
  own('digests of the wrong length', 'chip.structure', () =>
    chip({ content: composeGroupDigests('sha256', digestsOf('sha384', groups())) }),
  ),
  own('digests by SHA-1', 'chip.weak-digest', () => chip({ ldsHash: 'sha1' })),
  own('signed, but a length too long', 'chip.der-length-not-minimal', () =>
    signedWith(1, longLength81(groups().get(1) ?? ZERO)),
  ),
  own('signed, but a byte behind it', 'chip.der-trailing-data', () =>
    signedWith(1, withBytes(groups().get(1) ?? ZERO, ZERO)),
  ),
  own('signed, but of indefinite length', 'chip.der-indefinite-length', () =>
    signedWith(13, indefinite(groups().get(13) ?? ZERO)),
  ),
  own("signed, but the portrait's record lies about its length", 'chip.dg2-picture', () =>
    signedWith(2, wrongPicture()),
  ),
  own('signed, but a check digit is wrong', 'chip.dg1-mrz', () =>
    signedWith(1, zoneWith('910412', '910413')),
  ),
  own('signed, but an item stands twice', 'chip.duplicate-group', () =>
    signedWith(13, derValue(0x6d, sequence(item(1, '940191004826'), item(1, '940191004826')))),
  ),
  own('signed, but the details have no number', 'chip.dg13-details', () =>
    signedWith(13, derValue(0x6d, sequence(item(2, 'Nguyễn Thị Hạnh')))),
  ),
  own('signed, but the details are not UTF-8', 'chip.der-value', () =>
    signedWith(
      13,
      derValue(0x6d, sequence(sequence(derInteger(2), derValue(0x0c, Uint8Array.of(0xc3, 0x28))))),
    ),
  ),
  own("signed, but the chip's security names an unknown answer", 'chip.dg14-security', () =>
    signedWith(
      14,
      derValue(0x6e, derSet(sequence(derOid(oids.activeAuthentication), derInteger(1), derOid('1.2.3.4')))),
    ),
  ),
  own('signed, but the answering key is too short', 'chip.weak-key', () => signedWith(15, weakAnswerKey())),
]

/** DG1 is 93 bytes of value: its length fits one byte, here it takes two. */
function longLength81(tlv: Uint8Array): Uint8Array {
  return withBytes(Uint8Array.of(tlv[0] ?? 0, 0x81), tlv.subarray(1))
}
