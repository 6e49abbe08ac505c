// A document is added: which kind, then what finds it. The register is asked afterwards; nobody waits here.
import './documents.css'
import { useState } from 'preact/hooks'
import type { DocumentType } from '../../../../contract/document-type.ts'
import type { IntegrateDocument } from '../../../../contract/documents.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { useLoad, usePress } from '../../../client/press.ts'
import { focusField, useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { info, offline, search } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, useSession } from '../shell/session.ts'
import { documentIcons } from './document-icons.ts'
import type { Source } from './own-documents.ts'
import { readKinds } from './use-documents.ts'
import { WardConsent } from './ward-consent.tsx'

const t = phrases({
  title: { vi: 'Thêm giấy tờ', en: 'Add a document' },
  which: { vi: 'Bạn muốn thêm giấy tờ nào?', en: 'Which document?' },
  later: { vi: 'Sắp có', en: 'Coming later' },
  laterMore: {
    vi: 'Nơi cấp chưa kết nối. Bản giấy vẫn dùng như cũ.',
    en: 'Their agencies are not connected yet. Paper ones are as good as before.',
  },
  silent: {
    vi: 'Nơi cấp đang chưa trả lời; thêm được, có là tự về',
    en: 'Not answering now; it comes when they do',
  },
  from: { vi: 'Từ {source}', en: 'From {source}' },
  lead: {
    vi: 'Hệ thống hỏi {source} và tự hỏi lại nếu nơi đó chưa trả lời. Bạn chỉ nhập một lần.',
    en: 'The system asks {source}, and again by itself if they do not answer. You type this once.',
  },
  noKeys: {
    vi: 'Không cần nhập gì: giấy tờ được tìm theo số định danh của bạn.',
    en: 'There is nothing to type: it is found by your personal number.',
  },
  example: { vi: 'Ví dụ {example}', en: 'For example {example}' },
  empty: { vi: 'Nhập {key}', en: 'Enter: {key}' },
  accepted: { vi: 'Dùng được ở đâu', en: 'Where it is taken' },
  law: { vi: 'Căn cứ: {law}', en: 'Law: {law}' },
  go: { vi: 'Tìm và thêm vào ví', en: 'Find it and add it' },
  gone: { vi: 'Không có loại giấy tờ này', en: 'There is no such kind of document' },
  goneMore: { vi: 'Chọn lại trong danh sách.', en: 'Choose from the list.' },
})

const Kinds = ({ types, sources }: { types: readonly DocumentType[]; sources: readonly Source[] }) => {
  const sourceOf = (type: DocumentType) => sources.find(({ id }) => id === type.source)
  const open = types.filter((type) => sourceOf(type)?.isConnected)
  const closed = types.filter((type) => !sourceOf(type)?.isConnected)
  return (
    <>
      {open.length > 0 && (
        <>
          <GroupHead title={t('which')} />
          <Rows>
            {open.map((type) => {
              const source = sourceOf(type)
              return (
                <Row
                  key={type.id}
                  icon={documentIcons[type.icon]}
                  title={inLanguage(type.title)}
                  detail={
                    source?.silentSince
                      ? t('silent')
                      : t('from', { source: source ? inLanguage(source.name) : '' })
                  }
                  href={hrefTo(`/documents/add/${type.id}`)}
                />
              )
            })}
          </Rows>
        </>
      )}
      {closed.length > 0 && (
        <>
          <GroupHead title={t('later')} />
          <Notice isQuiet icon={info}>
            {t('laterMore')}
          </Notice>
          <Rows>
            {closed.map((type) => (
              <Row
                key={type.id}
                tone="neutral"
                icon={documentIcons[type.icon]}
                title={inLanguage(type.title)}
                detail={inLanguage(type.acceptedBy)}
              />
            ))}
          </Rows>
        </>
      )}
    </>
  )
}

const AddPage = () => {
  const { data, problem, reload } = useLoad(readKinds)
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/documents')} />}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={6} />}
      {data && <Kinds types={data.types} sources={data.sources} />}
    </Screen>
  )
}

const useKeys = (type: DocumentType) => {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [isTried, setTried] = useState(false)
  const adding = usePress()
  const isEmpty = (name: string) => (values[name] ?? '').trim() === ''
  const send = async () => {
    setTried(true)
    const empty = type.keys.find(({ name }) => isEmpty(name))
    if (empty) {
      focusField(`key-${empty.name}`)
      return
    }
    await adding.press(async () => {
      const { id } = await ownDeed<typeof IntegrateDocument>('documents.integrate', {
        type: type.id,
        keys: values,
      })
      navigate(`/documents/${id}`, { replace: true })
    })
  }
  const errorOf = (name: string, label: string) =>
    isTried && isEmpty(name) ? t('empty', { key: label.toLowerCase() }) : undefined
  return {
    adding,
    send,
    errorOf,
    valueOf: (name: string) => values[name] ?? '',
    set: (name: string, value: string) => setValues((before) => ({ ...before, [name]: value })),
  }
}

const KeysForm = ({ type, source }: { type: DocumentType; source: Source | undefined }) => {
  const { adding, send, errorOf, valueOf, set } = useKeys(type)
  const { me } = useSession()
  const needsConsent = adding.problem?.code === 'representation.consent-needed'
  useStep(needsConsent && me?.acting ? 'consent' : null)
  return (
    <form
      class="form"
      id="add-document"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {needsConsent && <WardConsent onConsent={() => void send()} />}
      {adding.problem && !needsConsent && (
        <ProblemNotice key={adding.refusals} problem={adding.problem} onRetry={() => void send()} />
      )}
      {source?.silentSince && (
        <Notice isQuiet icon={offline}>
          {t('silent')}
        </Notice>
      )}
      <p class="quiet">
        {t(type.keys.length === 0 ? 'noKeys' : 'lead', { source: source ? inLanguage(source.name) : '' })}
      </p>
      {type.keys.map(({ name, words, hint, example }) => (
        <Field
          key={name}
          id={`key-${name}`}
          label={inLanguage(words)}
          hint={`${inLanguage(hint)}. ${t('example', { example })}`}
          error={errorOf(name, inLanguage(words))}
          value={valueOf(name)}
          onValue={(value) => set(name, value)}
          autocomplete="off"
          maxLength={60}
        />
      ))}
      <GroupHead title={t('accepted')} />
      <p>{inLanguage(type.acceptedBy)}.</p>
      <p class="quiet">{t('law', { law: inLanguage(type.law) })}</p>
      <Button kind="primary" isWide type="submit" icon={search} isBusy={adding.isBusy}>
        {t('go')}
      </Button>
    </form>
  )
}

export default function AddDocumentPage({ params }: PageProps) {
  const { data, problem, reload } = useLoad(readKinds)
  const wanted = params['type']
  const type = data?.types.find(({ id }) => id === wanted)
  if (wanted === undefined) {
    return <AddPage />
  }
  return (
    <Screen
      title={type ? inLanguage(type.title) : t('title')}
      head={<TopBar title={type ? inLanguage(type.title) : t('title')} back={hrefTo('/documents/add')} />}
    >
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={5} />}
      {data && !type && (
        <EmptyState icon={search} title={t('gone')}>
          {t('goneMore')}
        </EmptyState>
      )}
      {type && (
        <KeysForm key={type.id} type={type} source={data?.sources.find(({ id }) => id === type.source)} />
      )}
    </Screen>
  )
}
