/** What the composition root hands to every use case: the product's doors to secrets, keys and sensors. */
import type { Presence } from './presence.ts'
import type { Reading } from './work.ts'

export interface Sealer {
  /**
   * Encrypts for one person (AES-256-GCM under her own key); `column` is bound in, so that a value cannot
   * be moved.
   */
  seal(subjectId: string, column: string, value: Uint8Array | string): Promise<Buffer>
  open(subjectId: string, column: string, sealed: Uint8Array): Promise<Buffer>
  /** Seals records that belong to nobody yet (an application being filled in) under the platform's key. */
  sealWithPlatformKey(column: string, value: Uint8Array | string): Buffer
  unsealWithPlatformKey(column: string, sealed: Uint8Array): Buffer
}

export interface Digests {
  /** Keyed digest of an identifier (number, phone, e-mail): the only way a sealed value is found. */
  identifier(kind: string, value: string): Buffer
  /** Keyed digest of a secret that is drawn by us and long enough to need no slow hash. */
  secret(purpose: string, value: string): Buffer
}

export interface Passwords {
  hash(password: string): Promise<string>
  /** `null` stands for a person that does not exist: the same work is done, and the answer is no. */
  verify(hash: string | null, password: string): Promise<boolean>
}

export interface PortraitVerdict {
  readonly verdict: 'match' | 'no-match' | 'unsure'
  /** 0 to 1. */
  readonly score: number
}

export interface LivenessVerdict {
  readonly verdict: 'live' | 'not-live' | 'unsure'
  /** 0 to 1. */
  readonly score: number
}

export interface FaceMatcher {
  readonly name: string
  compare(reference: Uint8Array, candidate: Uint8Array): Promise<PortraitVerdict>
  /** Whether a living person stood before the camera. Absent where the matcher cannot tell. */
  liveness?(picture: Uint8Array): Promise<LivenessVerdict>
}

export interface PrintVerdict {
  readonly verdict: 'match' | 'no-match' | 'unsure'
  /** 0 to 1. */
  readonly score: number
}

/**
 * Templates are minutiae records of one finger (ISO/IEC 19794-2:2005). Bytes that are none have quality 0
 * and are `unsure`.
 */
export interface FingerMatcher {
  readonly name: string
  /** 0 to 100: how much a comparison can rest on it. */
  quality(template: Uint8Array): number
  /** One to one; the same finger is the caller's concern. */
  compare(reference: Uint8Array, candidate: Uint8Array): PrintVerdict
}

/** The one seam to the issuer's private keys: one day a process or a hardware module of its own. */
export interface Signer {
  /** A compact JWS (ES256, RFC 7515) over the claims, by the issuer's present key. */
  sign(typ: string, claims: Readonly<Record<string, unknown>>): Promise<string>
}

/** A key that signs documents on phones, with its certificate by the issuer's own authority. */
export interface DocumentKey {
  readonly keyId: string
  /** X.509, DER, without the authority's. */
  readonly certificate: Uint8Array
  /** Nothing that it signs may be valid longer. */
  readonly endsAt: Date
  /** ES256, r|s. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

/** The one seam to the private keys of documents on phones, as `Signer` is to those of sign-ins. */
export interface DocumentSigner {
  present(): Promise<DocumentKey>
}

export interface Tools {
  readonly presence: Presence
  readonly signer: Signer
  readonly documentSigner: DocumentSigner
  readonly sealer: Sealer
  readonly digests: Digests
  readonly passwords: Passwords
  readonly faces: FaceMatcher
  readonly fingers: FingerMatcher
  /** Reads outside of any transaction. */
  readonly read: Reading
  readonly publicUrl: string
  readonly isWorldOn: boolean
  /**
   * Whether numbers of test people (beginning with 9) and officers who stand for such mean anybody: only
   * where no operator runs it for a nation.
   */
  readonly allowsTestPeople: boolean
}
