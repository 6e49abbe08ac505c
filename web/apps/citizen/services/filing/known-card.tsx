// What the State knows already: the value, the register it comes from, and the way to say that it is wrong.
import './filing.css'
import { bell, dossier, family, wallet } from '../../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../../ui/phrases.ts'
import { Pill } from '../../../../ui/pill.tsx'
import { hrefTo } from '../../../../ui/router.tsx'
import type { AskedField } from './filing-parts.ts'
import { shownLines } from './shown-value.ts'

const t = phrases({
  wrong: { vi: 'Chưa đúng?', en: 'Not right?' },
  wrongOf: { vi: 'Chưa đúng? {field}', en: 'Not right? {field}' },
})
export const sourceWords = phrases({
  register: { vi: 'Cơ sở dữ liệu dân cư', en: 'Population register' },
  account: { vi: 'Tài khoản của bạn', en: 'Your account' },
  wallet: { vi: 'Giấy tờ trong ví', en: 'Your documents' },
  archive: { vi: 'Kết quả đã có', en: 'An earlier result' },
})
const icons = { register: family, account: bell, wallet, archive: dossier } as const

/** Names of fields that the report of wrong data knows. */
const reported: Readonly<Record<string, string>> = {
  fullName: 'fullName',
  birthDate: 'birthDate',
  sex: 'sex',
  hometown: 'hometown',
  residence: 'residence',
  permanent: 'residence',
  temporary: 'residence',
  headName: 'relation',
  fatherName: 'relation',
  motherName: 'relation',
  spouseName: 'relation',
}

const wayOf = ({ name, known }: AskedField): string => {
  switch (known?.source) {
    case 'account':
      return name.toLowerCase().includes('mail') ? '/me/email' : '/me/phone'
    case 'wallet':
      return '/documents'
    case 'archive':
      return '/dossiers'
    default:
      return reported[name] ? `/cases/report?field=${reported[name]}` : '/cases/report'
  }
}

export const KnownCard = ({ field }: { field: AskedField }) => {
  const { known } = field
  if (!known) {
    return null
  }
  const name = inLanguage(field.words)
  return (
    <div class="known">
      <dt>{name}</dt>
      <dd>
        {shownLines(field, known.value).map((line) => (
          <b key={line}>{line}</b>
        ))}
        <span class="known-foot">
          <Pill tone="jade" icon={icons[known.source]}>
            {sourceWords(known.source)}
          </Pill>
          <a href={hrefTo(wayOf(field))} aria-label={t('wrongOf', { field: name })}>
            {t('wrong')}
          </a>
        </span>
      </dd>
    </div>
  )
}
