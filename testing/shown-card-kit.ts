/** The identity card as a phone holds it, salts and digests of the real size, for codes that are shown. */
import { issueCredential, type Issue } from '../formats/sd-jwt-vc/issue-credential.ts'
import { showOffline } from '../formats/presentation-code/show-offline.ts'
import type { ClaimPattern } from '../formats/sd-jwt-vc/conceal-claims.ts'
import { createStatusList, setStatus } from '../formats/token-status-list/status-list.ts'
import { signStatusList } from '../formats/token-status-list/status-list-token.ts'
import type { TrustedIssuer } from '../formats/trust-list/trust-list.ts'
import { party, type Party } from './credential-kit.ts'

export const CARD_ISSUER = 'https://id.example.vn/credentials'
const CARD_KIND = 'urn:sen:identity-card:1'
export const STATUS_LIST = 'https://id.example.vn/status-lists/7'
export const SHOWN_AT_s = 1_796_040_000
/** As long as a thumbprint (RFC 7638). */
export const CARD_KID = 'k-LbX3VyCQhH4x7oWnqQ0s0l9TNaV5m1kF2dJp8uR6w'

export const cardIssuer = await party('ES256', { kid: CARD_KID })
export const phoneKey = await party()

const claims = {
  name: 'Nguyễn Thị Hạnh',
  birthdate: '1991-04-12',
  sex: 2,
  nationalities: ['VN'],
  personal_number: '940191004826',
  place_of_origin: 'Phường Vinh Lộc, Tỉnh Nghệ An',
  residence: 'Số 12, đường Bờ Sông, Phường Sông Lam, Thành phố Huế',
  date_of_issuance: '2024-05-20',
  date_of_expiry: '2031-04-12',
  age_over_14: true,
  age_over_16: true,
  age_over_18: true,
  age_over_20: true,
  age_over_21: true,
  age_over_60: false,
  age_over_75: false,
} as const

export const issueCard = (change: Partial<Issue> = {}, portrait = ''): Promise<string> =>
  issueCredential({
    vct: CARD_KIND,
    issuer: CARD_ISSUER,
    issuedAt_s: SHOWN_AT_s - 86_400,
    expiresAt_s: SHOWN_AT_s + 7 * 86_400,
    holderKey: phoneKey.jwk,
    status: { uri: STATUS_LIST, idx: 48_213 },
    signer: cardIssuer.signer,
    random: (size_bytes) => crypto.getRandomValues(new Uint8Array(size_bytes)),
    claims: { issuing_country: 'VN', issuing_authority: 'Sen', ...claims, ...(portrait ? { portrait } : {}) },
    disclosable: [...Object.keys(claims), ...(portrait ? ['portrait'] : [])].map((name) => [name]),
    ...change,
  })

/** The digits that a phone draws. */
export const showCard = async (
  credential: string,
  show: readonly ClaimPattern[] = [['name'], ['personal_number'], ['birthdate']],
  { now_s = SHOWN_AT_s, by = phoneKey }: { now_s?: number; by?: Party } = {},
): Promise<string> => {
  const shown = await showOffline({ credential, show, signer: by.signer, now_s })
  if (!shown.ok) {
    throw new Error(shown.reason)
  }
  return shown.value
}

export const trustedCardIssuer: TrustedIssuer = {
  issuer: CARD_ISSUER,
  names: { vi: 'Cơ quan cấp thử', en: 'Trial issuer' },
  keys: [{ ...cardIssuer.jwk, kty: 'EC', kid: CARD_KID }],
  kinds: [
    {
      vct: CARD_KIND,
      names: { vi: 'Căn cước', en: 'Identity card' },
      claims: [{ name: 'name', names: { vi: 'Họ và tên', en: 'Full name' }, kind: 'text' }],
    },
  ],
  statusLists: [STATUS_LIST],
}

export const cardStatuses = (status = 0, issuedAt_s = SHOWN_AT_s - 3600): Promise<string> => {
  const list = createStatusList(100_000, 2)
  setStatus(list, 48_213, status)
  return signStatusList({
    list,
    uri: STATUS_LIST,
    issuedAt_s,
    expiresAt_s: issuedAt_s + 86_400,
    ttl_s: 300,
    signer: cardIssuer.signer,
  })
}
