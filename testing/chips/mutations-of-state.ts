/**
 * Mutated chips, third part: every signature is right, and somebody signed who is not of this state, or not
 * for this kind of document. openssl asks neither.
 */
import type { ChipFaultCode } from '../../formats/emrtd/chip-fault.ts'
import {
  authorityExtensions,
  authorityKeyExtension,
  composeName,
  extension,
  signerExtensions,
} from '../../formats/emrtd/compose-certificate.ts'
import { derInteger, derSet, derValue, printableString, sequence } from '../../formats/emrtd/der-writer.ts'
import { oids } from '../../formats/emrtd/oids.ts'
import type { DocumentSigner } from '../../server/modules/evidence/chips/personalise-chip.ts'
import { issueSigner, keyFor, nameOf, openAuthority, type Authority } from '../../world/chips/authority.ts'
import { authority, chip, groups, kitSigner, SPAN, type Anchors } from '../../world/chips/chip-kit.ts'
import { anchors, type Mutation } from '../../world/chips/mutations-of-form.ts'

export const nameIn = (state: string, commonName: string): Uint8Array =>
  composeName([oids.country, state], [oids.organization, 'Kit'], [oids.commonName, commonName])

/** The signing authority of the other state. */
export const neighbour = (name = nameIn('LA', 'CSCA Neighbour'), words = 'neighbour'): Authority => {
  const key = keyFor('ecdsa-p384', words)
  return openAuthority({ key, name, words, span: SPAN, extensions: authorityExtensions(key.keyId, null) })
}

export const signerNamed = (
  name: Uint8Array,
  from = authority,
  more: readonly Uint8Array[] = [],
): DocumentSigner => {
  const words = `signer ${Buffer.from(name).toString('hex')} ${more.length}`
  const key = keyFor('ecdsa-p256', words)
  return issueSigner(from, {
    key,
    words,
    name,
    span: SPAN,
    extensions: [...signerExtensions(key.keyId, from.key.keyId), ...more],
  })
}

/** DocumentTypeList (Doc 9303 part 12 §7.1.1.6). */
export const documentTypes = (types: readonly string[], isCritical = false): Uint8Array =>
  extension(
    oids.documentTypes,
    isCritical,
    sequence(derInteger(0), types.length === 0 ? derValue(0x31) : derSet(...types.map(printableString))),
  )

const ours = (): Uint8Array => nameIn('VN', 'DS Kit')
const theirs = (): Uint8Array => nameIn('LA', 'DS Neighbour')

/** A key that the neighbour vouches for under this state's name. */
const underLink = (): { signer: DocumentSigner; anchors: Anchors } => {
  const from = neighbour()
  const key = keyFor('ecdsa-p384', 'linked over the border')
  const name = nameIn('VN', 'CSCA Linked')
  const link = issueSigner(from, {
    key,
    words: 'link over the border',
    name,
    span: SPAN,
    extensions: [...authorityExtensions(key.keyId, null), authorityKeyExtension(from.key.keyId)],
  }).certificate
  return {
    signer: signerNamed(ours(), { name, key, certificate: link }),
    anchors: { roots: [from.certificate], links: [link] },
  }
}

const signedBy = (
  name: string,
  expects: readonly ChipFaultCode[],
  make: () => { readonly signer: DocumentSigner; readonly anchors?: Anchors },
): Mutation => ({
  name,
  expects,
  openssl: 'accepts',
  make() {
    const made = make()
    return { file: chip({ signer: made.signer }), anchors: made.anchors ?? anchors }
  },
})
const bothStates: Anchors = { roots: [authority.certificate, neighbour().certificate] }

const foreignZone = (): Uint8Array => {
  const zone = Buffer.from(groups().get(1) ?? [])
  zone.write('LAO', zone.indexOf('IDVNM') + 2, 'latin1')
  return zone
}

export const stateMutations: readonly Mutation[] = [
  {
    name: 'the zone names another state',
    expects: ['chip.other-state'],
    openssl: 'accepts',
    make: () => ({ file: chip({ groups: new Map([...groups(), [1, foreignZone()]]) }) }),
  },
  signedBy(
    'made by another state, whose authority is here',
    ['chip.signer-state', 'chip.authority-state'],
    () => ({
      signer: signerNamed(theirs(), neighbour()),
      anchors: bothStates,
    }),
  ),
  signedBy(
    "another state's authority issued a signer in this state's name",
    ['chip.authority-state'],
    () => ({
      signer: signerNamed(ours(), neighbour()),
      anchors: bothStates,
    }),
  ),
  signedBy("this state's authority issued a signer of another state", ['chip.signer-state'], () => ({
    signer: signerNamed(theirs()),
  })),
  signedBy('the signer names no state', ['chip.signer-state'], () => ({
    signer: signerNamed(composeName([oids.organization, 'Kit'], [oids.commonName, 'DS Kit'])),
  })),
  signedBy('the signer names two states', ['chip.signer-state'], () => ({
    signer: signerNamed(composeName([oids.country, 'VN'], [oids.country, 'LA'], [oids.commonName, 'DS Kit'])),
  })),
  signedBy('the authority names no state', ['chip.authority-state'], () => {
    const from = neighbour(composeName([oids.organization, 'Kit'], [oids.commonName, 'CSCA']), 'stateless')
    return { signer: signerNamed(ours(), from), anchors: { roots: [from.certificate] } }
  }),
  signedBy(
    "a key in this state's name that another state's authority vouches for",
    ['chip.authority-state'],
    underLink,
  ),
  signedBy('the authority is trusted for passports only', ['chip.authority-scope'], () => ({
    signer: kitSigner(),
    anchors: { ...anchors, documents: ['P', 'PD'] },
  })),
  signedBy('the signer may sign passports only', ['chip.signer-document'], () => ({
    signer: signerNamed(nameOf('DS Passports'), authority, [documentTypes(['P'])]),
  })),
  signedBy('the signer may sign another kind of card only', ['chip.signer-document'], () => ({
    signer: signerNamed(nameOf('DS Crew'), authority, [documentTypes(['IC', 'AC', 'P'])]),
  })),
  signedBy('the signer may sign no document at all', ['chip.signer-document'], () => ({
    signer: signerNamed(nameOf('DS Nothing'), authority, [documentTypes([])]),
  })),
]
