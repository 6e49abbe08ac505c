// Reports of crimes in words: at the counter, in the app and at the page of the receipt.
import type { OutputOf } from '../../contract/operation.ts'
import type { GivenTo } from '../client/call.ts'
import type { ReadByReceipt, SendNamedReport } from '../../contract/crime-report.ts'
import { phrases } from '../ui/phrases.ts'

type Outcome = NonNullable<OutputOf<typeof ReadByReceipt>['settled']>['outcome']

type CrimeKind = GivenTo<typeof SendNamedReport>['kind']

/** In the order of the form. */
export const crimeKinds = [
  'violence',
  'domestic',
  'child',
  'theft',
  'fraud',
  'drugs',
  'gambling',
  'trafficking',
  'corruption',
  'traffic',
  'environment',
  'other',
] as const satisfies readonly CrimeKind[]

export const crimeKindWords = phrases({
  violence: { vi: 'Đánh người, đe doạ, cướp', en: 'Violence, threats, robbery' },
  domestic: { vi: 'Bạo lực trong gia đình', en: 'Violence at home' },
  child: { vi: 'Xâm hại trẻ em', en: 'Abuse of a child' },
  theft: { vi: 'Trộm cắp', en: 'Theft' },
  fraud: { vi: 'Lừa đảo, kể cả trên mạng', en: 'Fraud, on the internet too' },
  drugs: { vi: 'Ma tuý', en: 'Drugs' },
  gambling: { vi: 'Đánh bạc, cho vay nặng lãi', en: 'Gambling, loan sharks' },
  trafficking: { vi: 'Mua bán người, mại dâm', en: 'Trafficking in people, prostitution' },
  corruption: { vi: 'Tham nhũng, hối lộ', en: 'Corruption, bribes' },
  traffic: { vi: 'Gây tai nạn rồi bỏ chạy', en: 'Hit and run' },
  environment: { vi: 'Huỷ hoại môi trường, khai thác trái phép', en: 'Harm to nature, illegal mining' },
  other: { vi: 'Việc khác, hoặc tôi không rõ', en: 'Something else, or I do not know' },
})

export const crimeOutcomeWords = phrases({
  prosecuted: { vi: 'Khởi tố vụ án hình sự', en: 'A criminal case was opened' },
  'not-prosecuted': { vi: 'Không khởi tố vụ án hình sự', en: 'No criminal case was opened' },
  suspended: { vi: 'Tạm đình chỉ việc giải quyết', en: 'Put aside for now' },
} satisfies Record<Outcome, { vi: string; en: string }>)
