// Step 4: documents she wants in her wallet. None is needed; each is checked with its own register
// afterwards.
import { FormSummary } from '../../../kit/form.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { dossier } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Checkbox } from '../../../ui/switch.tsx'
import { Refusal } from '../shell/refusal.tsx'
import { documentWords } from '../words/document-words.ts'
import { documentKinds, type DocumentsForm } from './documents-form.ts'

const t = phrases({
  title: { vi: 'Giấy tờ muốn tích hợp', en: 'Documents to integrate' },
  why: {
    vi: 'Không bắt buộc. Số nào chưa đúng không làm chậm tài khoản; nó thành một việc đối chiếu riêng mà người dân theo dõi được.',
    en: 'None is needed. A wrong number does not delay the account; it becomes a check of its own that the person can follow.',
  },
  key: { vi: 'Số trên {document}', en: 'Number on the {document}' },
})
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const DocumentsStep = ({ documents: { form, isWanted, want } }: { documents: DocumentsForm }) => (
  <Card title={t('title')} icon={dossier}>
    <div class="stack">
      <Notice isQuiet>{t('why')}</Notice>
      <FormSummary form={form} />
      <Refusal problem={form.refusal} />
      <div class="documents">
        {documentKinds.map((kind) => (
          <div key={kind} class={`document${isWanted(kind) ? ' is-wanted' : ''}`}>
            <Checkbox
              id={`document-${kind}`}
              label={upper(documentWords(kind))}
              isOn={isWanted(kind)}
              onSwitch={(isOn) => want(kind, isOn)}
            />
            {isWanted(kind) && (
              <Field {...form.of(kind)} label={t('key', { document: documentWords(kind) })} maxLength={40} />
            )}
          </div>
        ))}
      </div>
    </div>
  </Card>
)
