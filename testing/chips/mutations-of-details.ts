/**
 * Mutated chips, fourth part: all is signed rightly, and the details of DG13 are of somebody else than the
 * zone's, or deceive the eye. openssl does not read them.
 */
import type { ChipFile } from '../../formats/emrtd/chip-file.ts'
import type { ChipFaultCode } from '../../formats/emrtd/chip-fault.ts'
import { composeDg13, type DetailsToWrite } from '../../formats/emrtd/compose-groups.ts'
import type { PartialDate } from '../../formats/partial-date.ts'
import { card, chip, groups } from '../../world/chips/chip-kit.ts'
import type { Mutation } from '../../world/chips/mutations-of-form.ts'

type Details = Parameters<typeof card>[0]

/** One card: the zone from the first, the details from both. */
export const cardOf = (zone: Details, details: Partial<DetailsToWrite> = {}): ChipFile =>
  chip({
    groups: new Map([...groups(zone), [13, composeDg13({ ...card(zone).details, ...details })]]),
  })

const differs = (
  name: string,
  expects: ChipFaultCode,
  details: Partial<DetailsToWrite>,
  zone: Details = {},
): Mutation => ({
  name,
  expects: [expects],
  openssl: 'accepts',
  make: () => ({ file: cardOf(zone, details) }),
})

/** Written with the code of the sign: whoever reads this file must see it. */
const HIDDEN: readonly (readonly [about: string, code: string])[] = [
  ['an override that turns the line round', '\u202e'],
  ['an isolate', '\u2067'],
  ['a mark of direction', '\u200f'],
  ['a space of no width', '\u200b'],
  ['a joiner', '\u200d'],
  ['a soft hyphen', '\u00ad'],
  ['a byte order mark', '\ufeff'],
  ['a variation selector', '\ufe0f'],
  ['a filler of Hangul', '\u3164'],
  ['an empty Braille cell', '\u2800'],
  ['a tag of plane 14', '\u{e0061}'],
  ['a letter of private use', '\ue000'],
]
const LETTERS: readonly (readonly [about: string, name: string])[] = [
  ['a Cyrillic letter', 'Nguyễn Thị H\u0430nh'],
  ['a Greek letter', '\u039dguyễn Thị Hạnh'],
  ['a full-width letter', '\uff2eguyễn Thị Hạnh'],
  ['a mathematical letter', '\u{1d40d}guyễn Thị Hạnh'],
  ['a letter of phonetics', 'Nguyễn Thị H\u0251nh'],
  ['a dotless i under a dot', 'Nguyễn Th\u0131\u0323 Hạnh'],
  ['letters struck through', 'Nguyễn Thị Ha\u0336nh'],
  ['a heap of marks', 'Nguyễn Thị Hạ\u0301\u0302\u0303nh'],
  ['a digit', 'Nguyễn Thị Hạnh 2'],
  ['a picture', 'Nguyễn Thị Hạnh \u{1f600}'],
  ['a sign that no name has', 'Nguyễn Thị Hạnh (con)'],
]

export const detailMutations: readonly Mutation[] = [
  differs('another given name', 'chip.name-differs', { fullName: 'Nguyễn Thị Hằng' }),
  differs('a word less', 'chip.name-differs', { fullName: 'Nguyễn Hạnh' }),
  differs('a word more, and room for it in the zone', 'chip.name-differs', {
    fullName: 'Nguyễn Thị Hạnh Xuân',
  }),
  differs('the words in another order', 'chip.name-differs', { fullName: 'Hạnh Thị Nguyễn' }),
  differs(
    'a long name that differs before it is cut',
    'chip.name-differs',
    { fullName: 'Công Tằng Tôn Nữ Thị Huyền Trang Đài' },
    { fullName: 'Công Tằng Tôn Nữ Thị Diệu Trang Đài' },
  ),
  differs(
    'a long zone, and a name that ends before',
    'chip.name-differs',
    { fullName: 'Công Tằng Tôn Nữ' },
    {
      fullName: 'Công Tằng Tôn Nữ Thị Diệu Trang Đài',
    },
  ),
  differs('the other sex', 'chip.sex-differs', { sex: 'male' }),
  differs('another day of expiry', 'chip.expiry-differs', { expiresOn: '2041-04-12' }),
  differs('no end, where the zone has one', 'chip.expiry-differs', { hasNoEnd: true }),
  differs(
    'an end, where the zone has none',
    'chip.expiry-differs',
    { expiresOn: '2031-04-12', hasNoEnd: false },
    { expiresOn: null },
  ),
  ...HIDDEN.flatMap(([about, code]) => [
    differs(`${about} in the name`, 'chip.text-hidden', { fullName: `Nguyễn Thị ${code}Hạnh` }),
    differs(`${about} in the residence`, 'chip.text-hidden', { residence: `Số 12${code}, đường Bờ Sông` }),
  ]),
  differs("a mark of direction in the mother's name", 'chip.text-hidden', {
    motherName: 'Trần \u200eThị Mẹ',
  }),
  ...LETTERS.map(([about, fullName]) => differs(`${about} in the name`, 'chip.text-letters', { fullName })),
  differs('a Cyrillic letter in the residence', 'chip.text-letters', {
    residence: 'Số 12, đường B\u043e Sông',
  }),
  differs('full-width digits in the residence', 'chip.text-letters', {
    residence: 'Số \uff11\uff12, đường Bờ Sông',
  }),
  differs("a Greek letter in the father's name", 'chip.text-letters', { fatherName: 'Nguyễn Văn \u0391' }),
  differs('a name of five thousand letters', 'chip.text-too-long', {
    fullName: `Nguyễn ${'A'.repeat(5000)}`,
  }),
  differs('a name of three hundred letters', 'chip.text-too-long', {
    fullName: `Nguyễn ${'An '.repeat(100)}`,
  }),
  differs('a residence of five thousand letters', 'chip.text-too-long', { residence: 'A'.repeat(5000) }),
  differs("a mother's name of three hundred letters", 'chip.text-too-long', { motherName: 'A'.repeat(300) }),
  differs('another number, and all else the same', 'chip.number-differs', {
    personalNumber: '940191004825' as never,
  }),
  differs('another year of birth, where no more is known', 'chip.birth-date-differs', {
    birthDate: '1990' as PartialDate,
  }),
]
