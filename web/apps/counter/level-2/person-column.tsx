// The left column: who stands here, her chip beside the register field by field with guidance, the account
// she has already.
import { ageOn, type PartialDate } from '../../../../formats/partial-date.ts'
import { vietnamDay } from '../../../../formats/vietnam-day.ts'
import { now } from '../../../ui/clock.ts'
import { DataPairs, type DataPair } from '../../../ui/data-pairs.tsx'
import { dateVN, groupPersonalNumber } from '../../../ui/format.ts'
import { alert, Icon, person as personIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import { Rich } from '../../../ui/rich.tsx'
import {
  chipFaultWords,
  correctsWords,
  fieldWords,
  guidanceWords,
  type Compared,
} from '../words/chip-words.ts'
import { nameOf, type DeskCase, type Level2Case } from './desk-case.ts'

const t = phrases({
  nobody: { vi: 'Chưa đọc thẻ', en: 'No card read yet' },
  nobodyWhy: {
    vi: 'Đặt thẻ lên máy đọc để biết người đang đứng trước quầy.',
    en: 'Lay the card on the reader to see who stands here.',
  },
  title: { vi: 'Đối chiếu chip với CSDL dân cư', en: 'Chip beside the register' },
  years: { vi: '{age} tuổi · {sex}', en: '{age} years · {sex}' },
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  chipSays: { vi: 'Chip ghi', en: 'The chip says' },
  noEnd: { vi: 'Không thời hạn', en: 'No expiry' },
  signature: { vi: 'Chữ ký chip', en: 'Chip signature' },
  valid: { vi: 'Hợp lệ', en: 'Valid' },
  invalid: { vi: 'Không được công nhận', en: 'Not accepted' },
  unchecked: { vi: 'Chờ có mạng để kiểm tra', en: 'Checked when the line is back' },
  copy: { vi: 'Đã thử: không phải bản sao', en: 'Tested: it is no copy' },
  unsynced: {
    vi: 'Đọc từ chip, **chưa đối chiếu** với cơ sở dữ liệu và chưa kiểm tra chữ ký.',
    en: 'Read from the chip, **not yet compared** with the register nor verified.',
  },
  account: { vi: 'Tài khoản hiện có', en: 'Existing account' },
  accountNone: {
    vi: 'Chưa có tài khoản nào. Hồ sơ này mở tài khoản mức 2.',
    en: 'No account yet. This case opens one at level 2.',
  },
  accountOne: {
    vi: 'Đã có mức 1. Hồ sơ này nâng lên mức 2; số máy và mật khẩu giữ nguyên.',
    en: 'Has level 1. This case raises it to level 2; phone and password stay.',
  },
  accountTwo: { vi: 'Đã có tài khoản mức 2.', en: 'Has level 2 already.' },
  accountOther: {
    vi: 'Có tài khoản đang gắn với **số máy khác**. Người đúng chủ sẽ thay người đã mở; cần người duyệt thứ hai.',
    en: 'An account is bound to **another phone**. The true holder displaces whoever opened it; a second pair of eyes confirms.',
  },
  locked: { vi: 'Tài khoản đang bị khoá.', en: 'The account is locked.' },
  dead: {
    vi: 'Cơ sở dữ liệu ghi người này đã mất. Không mở tài khoản được; xem lại số định danh và báo trưởng ca.',
    en: 'The register says this person has died. No account can be opened; check the number and tell the shift lead.',
  },
  noRegister: {
    vi: 'Số này không có trong cơ sở dữ liệu dân cư.',
    en: 'This number is not in the register.',
  },
})

/** Always shown; the others only where they differ. Number and sex stand beside the portrait already. */
const shown: readonly Compared['field'][] = ['fullName', 'birthDate', 'residence', 'expiresOn']
const dated = new Set<string>(['birthDate', 'issuedOn', 'expiresOn'])

const sexWords = (sex: string | null | undefined): string =>
  sex === 'male' ? t('male') : sex === 'female' ? t('female') : ''

const valueWords = (field: Compared['field'], value: string | null): string => {
  // A card of the elderly has no last day; the server says so by a word of its own.
  if (field === 'expiresOn' && !/^\d{4}/.test(value ?? '')) {
    return t('noEnd')
  }
  if (value === null) {
    return ''
  }
  if (field === 'personalNumber') {
    return groupPersonalNumber(value)
  }
  if (field === 'sex') {
    return sexWords(value) || value
  }
  return dated.has(field) ? dateVN(value) : value
}

const pairOf = ({ field, chip, register, state }: Compared): DataPair => ({
  label: fieldWords(field),
  value: valueWords(field, register ?? chip),
  mark: state === 'same' ? 'match' : state === 'differs' ? 'mismatch' : undefined,
  ...(state === 'differs' && register !== null
    ? { other: valueWords(field, chip), otherSource: t('chipSays') }
    : {}),
})

const ageToday = (birthDate: string): number =>
  ageOn(birthDate as PartialDate, vietnamDay(new Date(now()).toISOString()))

const Who = ({ desk }: { desk: DeskCase }) => {
  const { server, chip } = desk
  const register = server?.register
  const birthDate = register?.birthDate ?? chip?.birthDate
  return (
    <div class="who">
      <Portrait
        name={nameOf(desk)}
        src={register?.portrait ?? server?.chip?.portrait ?? chip?.portrait ?? undefined}
        shape="card"
        size={66}
      />
      <p>
        <b>{nameOf(desk)}</b>
        <span class="figures">
          {groupPersonalNumber(server?.personalNumber ?? chip?.personalNumber ?? '')}
        </span>
        {birthDate && (
          <span>{t('years', { age: ageToday(birthDate), sex: sexWords(register?.sex ?? chip?.sex) })}</span>
        )}
      </p>
    </div>
  )
}

const signaturePair = (chip: Level2Case['chip']): DataPair => ({
  label: t('signature'),
  value: !chip ? t('unchecked') : chip.verdict === 'genuine' ? t('valid') : t('invalid'),
  mark: !chip ? undefined : chip.verdict === 'genuine' ? 'match' : 'mismatch',
  ...(chip?.answered ? { note: t('copy') } : {}),
})

/** Each difference once, the ones that matter first. */
const Guidance = ({ comparison }: { comparison: readonly Compared[] }) => {
  const differing = comparison
    .filter(({ state, guidance }) => state === 'differs' && guidance !== 'agrees')
    .toSorted((a, b) => Number(b.matters) - Number(a.matters))
  const told = differing.filter(
    ({ guidance }, at) => differing.findIndex((one) => one.guidance === guidance) === at,
  )
  return (
    <>
      {told.map(({ guidance, matters, corrects }) => (
        <Notice key={guidance} isQuiet tone={matters ? 'danger' : 'warn'} icon={alert}>
          <Rich text={guidanceWords(guidance)} /> {corrects !== 'nobody' && correctsWords(corrects)}
        </Notice>
      ))}
    </>
  )
}

const Account = ({ account }: { account: Level2Case['account'] }) => {
  const isLocked = account?.state === 'locked'
  const words = !account
    ? t('accountNone')
    : account.isPhoneOther
      ? t('accountOther')
      : account.level >= 2
        ? t('accountTwo')
        : t('accountOne')
  return (
    <section class="side-box">
      <h3>
        <Icon of={personIcon} size={20} />
        {t('account')}
      </h3>
      <p>
        <Rich text={words} />
        {isLocked && (
          <>
            {' '}
            <b>{t('locked')}</b>
          </>
        )}
      </p>
    </section>
  )
}

/** Field by field: the chip's own fields while the register cannot be asked. */
const Fields = ({ desk: { server, chip } }: { desk: DeskCase }) => {
  if (server && server.comparison.length > 0) {
    const rows = server.comparison.filter(
      ({ field, state }) => (shown.includes(field) && state !== 'absent') || state === 'differs',
    )
    return <DataPairs pairs={[...rows.map(pairOf), signaturePair(server.chip)]} />
  }
  if (!chip) {
    return null
  }
  const own: DataPair[] = (['fullName', 'birthDate', 'residence', 'expiresOn'] as const).map((field) => ({
    label: fieldWords(field),
    value: valueWords(field, chip[field]),
  }))
  return (
    <>
      <DataPairs pairs={[...own, signaturePair(null)]} />
      <Notice isQuiet tone="warn">
        <Rich text={t('unsynced')} />
      </Notice>
    </>
  )
}

export const PersonColumn = ({ desk }: { desk: DeskCase | null }) => {
  if (!desk || (!desk.server && !desk.chip)) {
    return (
      <section class="card desk-side">
        <div class="nobody">
          <Icon of={personIcon} size={34} />
          <b>{t('nobody')}</b>
          <p>{t('nobodyWhy')}</p>
        </div>
      </section>
    )
  }
  const { server } = desk
  return (
    <section class="card desk-side desk-person" aria-label={t('title')}>
      <Who desk={desk} />
      <div class="desk-compared">
        <h2>{t('title')}</h2>
        {server &&
          server.chip?.verdict === 'refused' &&
          chipFaultWords(server.chip.problems).map((words) => (
            <Notice key={words} isQuiet tone="danger">
              {words} <small>{server.chip?.problems.join(', ')}</small>
            </Notice>
          ))}
        {server?.register === null && (
          <Notice isQuiet tone="danger">
            {t('noRegister')}
          </Notice>
        )}
        {server?.register?.isAlive === false && (
          <Notice isQuiet tone="danger">
            {t('dead')}
          </Notice>
        )}
        <Fields desk={desk} />
        {server && <Guidance comparison={server.comparison} />}
        {server && <Account account={server.account} />}
      </div>
    </section>
  )
}
