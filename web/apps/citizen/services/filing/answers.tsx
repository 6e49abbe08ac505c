// Every answer as it will be filed, with the page on which it is changed.
import './filing.css'
import { Card } from '../../../../ui/card.tsx'
import { inLanguage, phrases } from '../../../../ui/phrases.ts'
import { hrefTo } from '../../../../ui/router.tsx'
import { askedPages, askedPapers, CHECK, isEmpty, isHers, PAPERS, valueOf } from './filing-parts.ts'
import { sourceWords } from './known-card.tsx'
import { shownLines } from './shown-value.ts'
import type { Held } from './use-filing.ts'

const t = phrases({
  title: { vi: 'Những gì sẽ nộp', en: 'What is filed' },
  change: { vi: 'Sửa', en: 'Change' },
  changeOf: { vi: 'Sửa: {field}', en: 'Change: {field}' },
  there: { vi: 'Đã có ảnh', en: 'The picture is there' },
  absent: { vi: 'Chưa có ảnh', en: 'No picture yet' },
})

const Change = ({ field, path }: { field: string; path: string }) => (
  <dd class="answer-change">
    <a href={hrefTo(path)} aria-label={t('changeOf', { field })}>
      {t('change')}
    </a>
  </dd>
)

export const Answers = ({ held: { filing, unsaved, procedure } }: { held: Held }) => {
  const base = `/services/${procedure}`
  return (
    <Card title={t('title')}>
      <dl class="answers">
        {askedPages(filing).flatMap((page) =>
          page.fields
            .filter(({ isAsked }) => isAsked)
            .map((field) => {
              const name = inLanguage(field.words)
              const value = field.known ? field.known.value : valueOf(field, unsaved)
              const isMissing = isHers(field) && field.isRequired && isEmpty(value)
              return (
                <div key={field.name} class={isMissing ? 'is-missing' : ''}>
                  <dt>{name}</dt>
                  <dd>
                    {shownLines(field, value).map((line) => (
                      <b key={line}>{line}</b>
                    ))}
                    {field.known && <small class="quiet">{sourceWords(field.known.source)}</small>}
                  </dd>
                  {isHers(field) && <Change field={name} path={`${base}/form/${page.id}?back=${CHECK}`} />}
                </div>
              )
            }),
        )}
        {askedPapers(filing).map(({ id, words, isAttached }) => (
          <div key={id}>
            <dt>{inLanguage(words)}</dt>
            <dd>
              <b>{t(isAttached ? 'there' : 'absent')}</b>
            </dd>
            <Change field={inLanguage(words)} path={`${base}/${PAPERS}`} />
          </div>
        ))}
      </dl>
    </Card>
  )
}
