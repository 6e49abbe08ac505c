// The documents that she wants in her wallet, and the number on each, before they are noted with the case.
import { useState } from 'preact/hooks'
import { check } from '../../../client/check.ts'
import { documentToIntegrate } from '../../../client/counter-form-rules.ts'
import { useForm, type Form } from '../../../kit/form.tsx'
import { phrases } from '../../../ui/phrases.ts'
import type { DeskCase, WantedDocument } from './desk-case.ts'
import { act, noteEvent } from './level2-case.ts'

const t = phrases({
  missing: {
    vi: 'Nhập số in trên giấy tờ, từ 3 đến 40 ký tự.',
    en: 'Enter the number printed on it, 3 to 40 characters.',
  },
})

type Kind = WantedDocument['kind']
export const documentKinds: readonly Kind[] = [
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

export type DocumentsForm = {
  readonly form: Form<Kind>
  readonly isWanted: (kind: Kind) => boolean
  readonly want: (kind: Kind, isOn: boolean) => void
}

const perKind = <T>(of: (kind: Kind) => T): Record<Kind, T> =>
  Object.fromEntries(documentKinds.map((kind) => [kind, of(kind)])) as Record<Kind, T>

const useWanted = (noted: readonly WantedDocument[]) => {
  const [kinds, setKinds] = useState<readonly Kind[]>(noted.map(({ kind }) => kind))
  const form = useForm<Kind>({
    rules: {},
    start: perKind((kind) => noted.find((one) => one.kind === kind)?.key ?? ''),
    ids: perKind((kind) => `key-${kind}`),
    words: perKind(() => () => t('missing')),
    also: (values) =>
      kinds.flatMap((kind) =>
        check(documentToIntegrate, { key: values[kind] }).map(({ code }) => ({ field: kind, code })),
      ),
  })
  const want = (kind: Kind, isOn: boolean) => {
    form.set({ [kind]: '' })
    setKinds((before) => [...before.filter((one) => one !== kind), ...(isOn ? [kind] : [])])
  }
  return { form, kinds, want }
}

/** `save` notes what was chosen, if it is not what stands in the case, and goes on. */
export const useDocuments = (
  desk: DeskCase,
  goOn: () => void,
): { documents: DocumentsForm; save: () => void } => {
  const { form, kinds, want } = useWanted(desk.documents)
  const save = () =>
    void form.send(async () => {
      const documents = kinds.map((kind) => ({ kind, key: form.values[kind].trim() }))
      if (JSON.stringify(documents) !== JSON.stringify(desk.documents)) {
        await act(desk.id, 'level-2.documents', { documents }, (before) => ({ ...before, documents }))
        await noteEvent(desk.id, { key: 'documents', params: { n: documents.length } })
      }
      goOn()
    })
  return { documents: { form, isWanted: (kind) => kinds.includes(kind), want }, save }
}
