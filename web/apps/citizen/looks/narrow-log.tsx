// What her log is narrowed to: by whom, what kind of thing, and which days.
import type { ViewAccessLog } from '../../../../contract/account.ts'
import type { InputOf } from '../../../../contract/operation.ts'
import { Button } from '../../../ui/button.tsx'
import { Field, SelectField } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'

type Asked = InputOf<typeof ViewAccessLog>
type Who = NonNullable<Asked['who']>
type Topic = NonNullable<Asked['topic']>

/** Days as the date fields hold them: empty for none. */
export type Narrowed = {
  readonly who: Who
  readonly topic: Topic | 'all'
  readonly from: string
  readonly to: string
}
export const everything: Narrowed = { who: 'everyone', topic: 'all', from: '', to: '' }
export const isAll = ({ who, topic, from, to }: Narrowed): boolean =>
  who === 'everyone' && topic === 'all' && from === '' && to === ''

/** Days in the wrong order are told at the field and not asked for. */
export const askedOf = ({ who, topic, from, to }: Narrowed): Omit<Asked, 'cursor'> => ({
  who,
  ...(topic === 'all' ? {} : { topic }),
  ...(from === '' || isBackwards(from, to) ? {} : { from }),
  ...(to === '' || isBackwards(from, to) ? {} : { to }),
})
const isBackwards = (from: string, to: string): boolean => from !== '' && to !== '' && from > to

const t = phrases({
  show: { vi: 'Ai xem', en: 'Who' },
  more: { vi: 'Lọc theo việc và ngày', en: 'Narrow by kind and day' },
  topic: { vi: 'Về việc gì', en: 'What kind of thing' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'Up to and including' },
  backwards: {
    vi: 'Ngày cuối phải bằng hoặc sau ngày đầu.',
    en: 'The last day must be the first day or later.',
  },
  all: { vi: 'Bỏ lọc', en: 'Show all' },
})

const whoWords = phrases({
  everyone: { vi: 'Tất cả', en: 'Everyone' },
  holder: { vi: 'Chính bạn', en: 'You' },
  acting: { vi: 'Người đại diện và người thân', en: 'Representatives and relatives' },
  offices: { vi: 'Cơ quan, người hỗ trợ, tổng đài', en: 'Offices, helpers and the hotline' },
  services: { vi: 'Dịch vụ bạn đăng nhập', en: 'Services you signed in to' },
  automatic: { vi: 'Tự động hoặc chưa đăng nhập', en: 'Automatic or not signed in' },
})
const groups = [
  'everyone',
  'holder',
  'acting',
  'offices',
  'services',
  'automatic',
] as const satisfies readonly Who[]

const topicWords = phrases({
  all: { vi: 'Mọi việc', en: 'Everything' },
  'look-up': { vi: 'Tra cứu tại cơ quan', en: 'Look-ups by an office' },
  'sign-in': { vi: 'Đăng nhập và chia sẻ cho dịch vụ', en: 'Signing in and sharing with services' },
  account: { vi: 'Tài khoản và thẻ trong ứng dụng', en: 'Your account, and your card in the app' },
  registration: { vi: 'Đăng ký mức 1 và mức 2', en: 'Registering for level 1 and 2' },
  card: { vi: 'Làm thẻ căn cước', en: 'Getting an identity card' },
  documents: { vi: 'Giấy tờ trên máy', en: 'Documents on the phone' },
  sharing: { vi: 'Chia sẻ giấy tờ', en: 'Sharing documents' },
  stay: { vi: 'Thông báo lưu trú', en: 'Notices of stay' },
  lock: { vi: 'Khoá và mở khoá', en: 'Locking and unlocking' },
  recovery: { vi: 'Lấy lại tài khoản', en: 'Recovering the account' },
  family: { vi: 'Gia đình và người đại diện', en: 'Family and representatives' },
  residence: { vi: 'Cư trú và hộ gia đình', en: 'Residence and household' },
  service: { vi: 'Hồ sơ dịch vụ công', en: 'Dossiers of public services' },
  correction: { vi: 'Sửa thông tin và hỏi về lần xem', en: 'Corrections, and questions about looks' },
  help: { vi: 'Người hỗ trợ và tổng đài', en: 'Helpers and the hotline' },
  petition: { vi: 'Phản ánh, kiến nghị', en: 'Petitions' },
  crime: { vi: 'Tin báo về tội phạm', en: 'Reports of crimes' },
})
const topics = [
  'all',
  'look-up',
  'sign-in',
  'account',
  'registration',
  'card',
  'documents',
  'sharing',
  'stay',
  'lock',
  'recovery',
  'family',
  'residence',
  'correction',
  'help',
  'petition',
  'crime',
] as const satisfies readonly (Topic | 'all')[]

export const NarrowLog = ({
  narrowed,
  onNarrow,
}: {
  narrowed: Narrowed
  onNarrow: (narrowed: Narrowed) => void
}) => {
  const { who, topic, from, to } = narrowed
  return (
    <>
      <SelectField
        id="who"
        label={t('show')}
        value={who}
        onValue={(value) =>
          onNarrow({ ...narrowed, who: groups.find((group) => group === value) ?? 'everyone' })
        }
        options={groups.map((value) => ({ value, label: whoWords(value) }))}
      />
      <details class="look-narrow">
        <summary>{t('more')}</summary>
        <div class="stack">
          <SelectField
            id="topic"
            label={t('topic')}
            value={topic}
            onValue={(value) =>
              onNarrow({ ...narrowed, topic: topics.find((known) => known === value) ?? 'all' })
            }
            options={topics.map((value) => ({ value, label: topicWords(value) }))}
          />
          <Field
            id="from"
            type="date"
            label={t('from')}
            value={from}
            onValue={(value) => onNarrow({ ...narrowed, from: value })}
          />
          <Field
            id="to"
            type="date"
            label={t('to')}
            value={to}
            {...(isBackwards(from, to) ? { error: t('backwards') } : {})}
            onValue={(value) => onNarrow({ ...narrowed, to: value })}
          />
        </div>
      </details>
      {!isAll(narrowed) && (
        <Button kind="quiet" onPress={() => onNarrow(everything)}>
          {t('all')}
        </Button>
      )}
    </>
  )
}
