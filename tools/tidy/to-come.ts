/** What is whole and tested before the product calls it. Each goes when its caller comes. */
import type { Exception } from './exception.ts'

/** Formats of issue 9, whole and tested before the wallet, the issuer and the verifier that call them. */
const mobileDocuments = ['device-engagement', 'device-request', 'present'].map((name): Exception => ({
  law: 'fixtures',
  path: `formats/mdoc/${name}.ts`,
  why: 'the doors of mobile documents (docs/decisions/0022-mobile-documents.md), called by the issuer and the readers to come',
}))

const papersToCome = ['residence/ct01'].map((name): Exception => ({
  law: 'fixtures',
  path: `server/modules/services/papers/${name}.ts`,
  why: 'a paper that is whole and looked at before the dossiers that hand it out',
}))

export const toCome: readonly Exception[] = [...mobileDocuments, ...papersToCome]
