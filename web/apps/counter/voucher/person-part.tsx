// Who the register says has this number, and the account it is about.
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateVN, groupPersonalNumber } from '../../../ui/format.ts'
import { Icon, key } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import type { VoucherCase } from './voucher-deeds.ts'
import { refusalWords } from './voucher-words.ts'

const t = phrases({
  register: { vi: 'Theo cơ sở dữ liệu dân cư', en: 'By the population register' },
  birth: { vi: 'Ngày sinh', en: 'Born' },
  residence: { vi: 'Nơi thường trú', en: 'Residence' },
  unknown: { vi: 'Chưa có', en: 'None' },
  account: { vi: 'Tài khoản', en: 'Account' },
  level: { vi: 'Mức {level}, {state}.', en: 'Level {level}, {state}.' },
  active: { vi: 'đang dùng', en: 'in use' },
  locked: { vi: 'đang khoá', en: 'locked' },
  issued: { vi: 'chưa kích hoạt', en: 'not activated' },
  ownLock: {
    vi: 'Khoá do chính chủ đặt sẽ mở khi dùng phiếu.',
    en: "A lock of the holder's own opens with the voucher.",
  },
})
const Standing = ({ server: { register, account } }: { server: VoucherCase }) => {
  if (!register) {
    return (
      <Notice isQuiet tone="danger">
        {refusalWords('not-in-register')}
      </Notice>
    )
  }
  if (!register.isAlive) {
    return (
      <Notice isQuiet tone="danger">
        {refusalWords('deceased')}
      </Notice>
    )
  }
  if (!account) {
    return (
      <Notice isQuiet tone="danger">
        {refusalWords('no-account')}
      </Notice>
    )
  }
  return account.isBarred ? (
    <Notice isQuiet tone="danger">
      {refusalWords('account-barred')}
    </Notice>
  ) : null
}

export const PersonPart = ({ server }: { server: VoucherCase }) => {
  const { register, account } = server
  return (
    <section class="card desk-side" aria-label={t('register')}>
      <div class="who">
        <Portrait
          name={register?.fullName ?? ''}
          src={register?.portrait ?? undefined}
          shape="card"
          size={72}
        />
        <p>
          <b>{register?.fullName ?? ''}</b>
          <span class="figures">{groupPersonalNumber(server.personalNumber)}</span>
        </p>
      </div>
      <h2>{t('register')}</h2>
      {register && (
        <DataPairs
          pairs={[
            { label: t('birth'), value: dateVN(register.birthDate) },
            { label: t('residence'), value: register.residence || t('unknown') },
          ]}
        />
      )}
      <Standing server={server} />
      {account && (
        <section class="side-box">
          <h3>
            <Icon of={key} size={20} />
            {t('account')}
          </h3>
          <p>
            {t('level', { level: account.level, state: t(account.state) })}{' '}
            {account.state === 'locked' && !account.isBarred && t('ownLock')}
          </p>
        </section>
      )}
    </section>
  )
}
