/**
 * The electronic identity card (Law 26/2023/QH15 art. 18, 31) as a document on the phone. Claims are named
 * after the person identification data of the European wallet (Regulation 2024/2977) where it has them; a
 * Vietnamese name is one text, which is never parted.
 */
import { definePolicy, inForce } from '../../../../kernel/policy.ts'
import type { ClaimKind, CredentialClaim, CredentialType } from '../credential-type.ts'
import type { IssuingRule } from '../rules.ts'
import { agesTold, readIdentityCard, readIdentityMark } from './identity-card-content.ts'

const rule = definePolicy<IssuingRule>('credentials.identity_card', [
  {
    from: '2024-07-01',
    value: { validity_days: 14, refreshAfter_days: 7, batchMost: 10, leastLevel: 2 },
    source:
      'Decree 69/2024 art. 9 (the electronic identity card is of level 2); days and batch: operator policy, a phone without a network for a week still has a card',
  },
])

/** `element`: the name that ISO/IEC 18013-5 has for it, where it is another. */
const claim = (
  name: string,
  [vi, en]: readonly [vi: string, en: string],
  { element = name, kind = 'text' }: { readonly element?: string; readonly kind?: ClaimKind } = {},
): CredentialClaim => {
  return { name, elements: [element], kind, vi, en, isDisclosable: true, isSensitive: false }
}
const ofIssuer = (name: string, vi: string, en: string): CredentialClaim => {
  return { ...claim(name, [vi, en]), isDisclosable: false }
}

export const identityCardType: CredentialType = {
  id: 'identity-card',
  words: { vi: 'Căn cước điện tử', en: 'Electronic identity card' },
  vct: 'urn:sen:identity-card:1',
  mdoc: { docType: 'vn.sen.identity_card.1', namespace: 'vn.sen.identity_card.1' },
  claims: [
    claim('name', ['Họ, chữ đệm và tên', 'Full name']),
    claim('birthdate', ['Ngày, tháng, năm sinh', 'Date of birth'], { element: 'birth_date', kind: 'date' }),
    claim('sex', ['Giới tính', 'Sex'], { kind: 'count' }),
    claim('nationalities', ['Quốc tịch', 'Nationality'], { element: 'nationality', kind: 'list' }),
    claim('personal_number', ['Số định danh cá nhân', 'Personal number'], { kind: 'code' }),
    claim('portrait', ['Ảnh khuôn mặt', 'Portrait'], { kind: 'picture' }),
    claim('place_of_origin', ['Quê quán', 'Place of origin']),
    claim('residence', ['Nơi cư trú', 'Place of residence']),
    claim('date_of_issuance', ['Ngày cấp thẻ', 'Date of issue of the card'], {
      element: 'issue_date',
      kind: 'date',
    }),
    claim('date_of_expiry', ['Ngày thẻ hết hạn', 'Date of expiry of the card'], {
      element: 'expiry_date',
      kind: 'date',
    }),
    ...agesTold.map((age) =>
      claim(`age_over_${age}`, [`Đủ ${age} tuổi`, `${age} or older`], { kind: 'answer' }),
    ),
    ofIssuer('issuing_country', 'Quốc gia cấp', 'Issuing country'),
    ofIssuer('issuing_authority', 'Cơ quan cấp', 'Issuing authority'),
  ],
  isOneOfSeveral: false,
  ruleAt: (at) => inForce(rule, at),
  fieldsIn: () => [
    ...(['personalNumber', 'fullName', 'birthDate', 'sex'] as const),
    ...(['hometown', 'residence', 'card', 'portrait'] as const),
  ],
  read: (read, tools, { personalNumber }, { at }) => readIdentityCard(read, tools, personalNumber, at),
  readFacts: async (read, tools, { personalNumber }) => ({
    standing: 'valid',
    mark: await readIdentityMark(read, tools, personalNumber),
  }),
  // The account, which is held while anything is issued, is all that changes it at once.
  hold: () => Promise.resolve(),
}
