// Step 4: documents she wants in her wallet. None is needed; each is checked with its own register
// afterwards.
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { dossier } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Checkbox } from '../../../ui/switch.tsx'
import { Refusal } from '../shell/refusal.tsx'
import type { Press } from '../../../client/press.ts'
import { documentWords } from '../words/document-words.ts'
import type { WantedDocument } from './desk-case.ts'

const t = phrases({
  title: { vi: 'Giấy tờ muốn tích hợp', en: 'Documents to integrate' },
  why: {
    vi: 'Không bắt buộc. Số nào chưa đúng không làm chậm tài khoản; nó thành một việc đối chiếu riêng mà người dân theo dõi được.',
    en: 'None is needed. A wrong number does not delay the account; it becomes a check of its own that the person can follow.',
  },
  key: { vi: 'Số trên {document}', en: 'Number on the {document}' },
  missing: {
    vi: 'Nhập số in trên giấy tờ, từ 3 đến 40 ký tự.',
    en: 'Enter the number printed on it, 3 to 40 characters.',
  },
})
const kinds: readonly WantedDocument['kind'][] = [
  'health-insurance',
  'driving-licence',
  'vehicle-registration',
  'social-insurance',
  'birth-certificate',
  'marriage-certificate',
  'practice-certificate',
  'education',
  'civil-servant-card',
]

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const isKeyGood = (key: string): boolean => /^[\p{L}\p{N} ./-]{3,40}$/u.test(key.trim())

export type DocumentsForm = {
  wanted: readonly WantedDocument[]
  onWanted: (wanted: readonly WantedDocument[]) => void
  showsFaults: boolean
  saving: Press
}

export const DocumentsStep = ({ wanted, onWanted, showsFaults, saving }: DocumentsForm) => (
  <Card title={t('title')} icon={dossier}>
    <div class="stack">
      <Notice isQuiet>{t('why')}</Notice>
      <Refusal problem={saving.problem} />
      <div class="documents">
        {kinds.map((kind) => {
          const document = wanted.find((one) => one.kind === kind)
          return (
            <div key={kind} class={`document${document ? ' is-wanted' : ''}`}>
              <Checkbox
                id={`document-${kind}`}
                label={upper(documentWords(kind))}
                isOn={document !== undefined}
                onSwitch={(isOn) =>
                  onWanted(isOn ? [...wanted, { kind, key: '' }] : wanted.filter((one) => one.kind !== kind))
                }
              />
              {document && (
                <Field
                  id={`key-${kind}`}
                  label={t('key', { document: documentWords(kind) })}
                  maxLength={40}
                  value={document.key}
                  error={showsFaults && !isKeyGood(document.key) ? t('missing') : undefined}
                  onValue={(key) => onWanted(wanted.map((one) => (one.kind === kind ? { kind, key } : one)))}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  </Card>
)
