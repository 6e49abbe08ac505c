// Who the register says has this number, the account it is about, and at the right what is left to do with
// the citizen's own screen.
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateVN, groupPersonalNumber } from '../../../ui/format.ts'
import { check, Icon, key, monitor } from '../../../ui/icons.tsx'
import { language } from '../../../ui/language.ts'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import { ScreenPanel } from '../screen/screen-panel.tsx'
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
  closed: { vi: 'đã đóng', en: 'closed' },
  ownLock: {
    vi: 'Khoá do chính chủ đặt sẽ mở khi dùng phiếu.',
    en: "A lock of the holder's own opens with the voucher.",
  },
  left: { vi: 'Việc còn lại', en: 'What is left' },
  who: { vi: 'Lấy vân tay hoặc chụp ảnh', en: 'Take prints or portrait' },
  consent: { vi: 'Người dân đồng ý trên màn hình phụ', en: 'The citizen agrees at her screen' },
  second: { vi: 'Người duyệt thứ hai', en: 'Second pair of eyes' },
  paper: { vi: 'In phiếu và trao tận tay', en: 'Print it and hand it over' },
  done: { vi: 'đã xong', en: 'done' },
  says: { vi: 'Mời người dân', en: 'Say to the citizen' },
})
const prompts = {
  who: {
    vi: 'Mời bạn đặt ngón trỏ lên máy quét, rồi nhìn thẳng vào máy ảnh.',
    en: 'Please lay your index finger on the scanner, then look straight into the camera.',
  },
  consent: {
    vi: 'Mời bạn đọc màn hình trước mặt và tự bấm câu trả lời.',
    en: 'Please read the screen in front of you and press your own answer.',
  },
  paper: {
    vi: 'Phiếu này chỉ của bạn, dùng một lần. Đừng đưa cho ai.',
    en: 'This voucher is yours alone and works once. Give it to nobody.',
  },
} as const

const accountState = (state: string): string =>
  state === 'active' || state === 'locked' || state === 'issued' || state === 'closed' ? t(state) : state

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
    <section class="card level2-side" aria-label={t('register')}>
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
            {t('level', { level: account.level, state: accountState(account.state) })}{' '}
            {account.state === 'locked' && !account.isBarred && t('ownLock')}
          </p>
        </section>
      )}
    </section>
  )
}

const itemsOf = ({ state, identity, consent }: VoucherCase) => {
  const isConfirmed = state === 'confirmed' || state === 'issued'
  return [
    { key: 'who' as const, isDone: identity !== 'unfinished' || isConfirmed },
    { key: 'consent' as const, isDone: consent === 'agreed' || isConfirmed },
    ...(identity === 'second' ? [{ key: 'second' as const, isDone: isConfirmed }] : []),
    { key: 'paper' as const, isDone: state === 'issued' },
  ]
}

export const LeftPart = ({ server }: { server: VoucherCase }) => {
  const items = itemsOf(server)
  const now = items.findIndex(({ isDone }) => !isDone)
  const at = items[now]?.key
  const prompt = prompts[at === 'who' || at === 'consent' ? at : 'paper']
  return (
    <section class="card level2-side level2-right" aria-label={t('left')}>
      <section>
        <h2>{t('left')}</h2>
        <ul class="todo">
          {items.map(({ key: name, isDone }, i) => (
            <li key={name} class={isDone ? 'is-done' : i === now ? 'is-now' : 'is-open'}>
              <i aria-hidden="true">{isDone && <Icon of={check} size={14} />}</i>
              <span>
                {t(name)}
                {isDone && <span class="unseen">, {t('done')}</span>}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section class="side-box">
        <h3>
          <Icon of={monitor} size={20} />
          {t('says')}
        </h3>
        <p class="said">“{prompt[language()]}”</p>
        <ScreenPanel prompt={prompt} />
      </section>
    </section>
  )
}
