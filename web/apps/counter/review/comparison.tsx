// What was declared beside what the register says: the same rows at the same height, each with its mark in
// colour, sign and words.
import { DataPairs, type DataPair } from '../../../ui/data-pairs.tsx'
import { dateVN, groupPersonalNumber } from '../../../ui/format.ts'
import { Icon, person, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import type { Application } from './application.ts'

const t = phrases({
  declared: { vi: 'Người dân khai', en: 'Declared' },
  register: { vi: 'CSDL dân cư', en: 'Population register' },
  number: { vi: 'Số định danh', en: 'Personal number' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  birth: { vi: 'Ngày sinh', en: 'Birth date' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  unsaid: { vi: 'Không khai', en: 'Not declared' },
  phone: { vi: 'Điện thoại, đã xác nhận', en: 'Phone, proved' },
  source: { vi: 'Cách nhập', en: 'Entered by' },
  typed: { vi: 'Gõ tay', en: 'Typing' },
  scanned: { vi: 'Quét QR trên thẻ', en: "Scanning the card's QR" },
  residence: { vi: 'Nơi thường trú', en: 'Residence' },
  unknown: { vi: 'Chưa có', en: 'None' },
  card: { vi: 'Thẻ căn cước', en: 'Identity card' },
  cardNone: { vi: 'Không có thẻ còn hiệu lực', en: 'No valid card' },
  cardForever: { vi: 'Không thời hạn', en: 'No expiry' },
  cardUntil: { vi: 'Có giá trị đến {date}', en: 'Valid until {date}' },
  life: { vi: 'Tình trạng', en: 'Status' },
  alive: { vi: 'Còn sống', en: 'Alive' },
  dead: { vi: 'Đã mất', en: 'Deceased' },
  nobody: { vi: 'Không có ai mang số này trong cơ sở dữ liệu', en: 'Nobody in the register has this number' },
  nobodyWhy: {
    vi: 'Không chấp nhận được hồ sơ này. So lại từng nhóm số với thẻ nếu người dân có mặt.',
    en: 'This application cannot be accepted. Compare the groups of digits with the card if the person is present.',
  },
})

const sexWords = (sex: string) => (sex === 'male' ? t('male') : sex === 'female' ? t('female') : t('unsaid'))
const cardWords = (card: string | null) =>
  card === null
    ? t('cardNone')
    : card === 'no-expiry'
      ? t('cardForever')
      : t('cardUntil', { date: dateVN(card) })

const fields = ['personalNumber', 'fullName', 'birthDate', 'sex'] as const
type Side = { personalNumber: string; fullName: string; birthDate: string; sex: string }

const sideOf = (side: Side, mark: (field: (typeof fields)[number]) => DataPair['mark']): DataPair[] => [
  { label: t('number'), value: groupPersonalNumber(side.personalNumber), mark: mark('personalNumber') },
  { label: t('name'), value: side.fullName, mark: mark('fullName') },
  { label: t('birth'), value: dateVN(side.birthDate), mark: mark('birthDate') },
  { label: t('sex'), value: sexWords(side.sex), mark: mark('sex') },
]

export const Comparison = ({ application }: { application: Application }) => {
  const { declared, register, differences } = application
  const differs = (field: (typeof fields)[number]) => differences.includes(field)
  const declaredPairs: DataPair[] = [
    ...sideOf(declared, (field) => (differs(field) ? 'mismatch' : undefined)),
    { label: t('phone'), value: declared.phone },
    { label: t('source'), value: declared.cardQr ? t('scanned') : t('typed') },
  ]
  return (
    <section class="card comparison">
      <div>
        <h2>
          <Icon of={person} size={20} />
          {t('declared')}
        </h2>
        <DataPairs pairs={declaredPairs} />
      </div>
      <div>
        <h2>
          <Icon of={shield} size={20} />
          {t('register')}
        </h2>
        {register ? (
          <DataPairs
            pairs={[
              ...sideOf(register, (field) =>
                differs(field) ? 'mismatch' : field === 'sex' && !declared.sex ? undefined : 'match',
              ),
              { label: t('residence'), value: register.residence || t('unknown') },
              { label: t('card'), value: cardWords(register.card) },
              {
                label: t('life'),
                value: register.isAlive ? t('alive') : t('dead'),
                mark: register.isAlive ? undefined : 'mismatch',
              },
            ]}
          />
        ) : (
          <Notice tone="danger" isQuiet title={t('nobody')}>
            {t('nobodyWhy')}
          </Notice>
        )}
      </div>
    </section>
  )
}
