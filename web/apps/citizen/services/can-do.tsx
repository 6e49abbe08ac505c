// Whether she can file it, said before she has filled in anything: each condition with its article, who has
// to agree, fee, day and what is left to type.
import './can-do.css'
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { dayVN, timeVN } from '../../../ui/format.ts'
import { check, clock, close, dossier, Icon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { givenName } from '../family/family.ts'
import { askedPapers, type Filing } from './filing/filing-parts.ts'
import type { Held } from './filing/use-filing.ts'
import { feeText, limitParts } from './service-words.ts'
import { Tile, Tiles } from './tiles.tsx'

const t = phrases({
  can: { vi: 'Bạn làm được', en: 'You can file this' },
  canFor: { vi: 'Bạn làm được cho {name}', en: 'You can file this for {name}' },
  notYet: { vi: 'Chưa làm được', en: 'This cannot be filed yet' },
  lead: {
    vi: 'Chúng tôi xem trước giúp bạn, chưa phải điền gì.',
    en: 'We looked for you; nothing is to be filled in yet.',
  },
  leadNot: {
    vi: 'Dưới đây là điều còn thiếu và cách làm. Bạn vẫn điền trước được, chưa nộp được.',
    en: 'Below is what is missing and what to do. You can fill it in already, but not file it.',
  },
  leadShut: { vi: 'Chưa có gì được gửi đi.', en: 'Nothing was sent.' },
  met: { vi: 'Đạt', en: 'Met' },
  unmet: { vi: 'Chưa đạt', en: 'Not met' },
  instead: { vi: 'Mở thủ tục: {title}', en: 'Go to: {title}' },
  ask: { vi: 'Cần người khác đồng ý', en: 'Somebody has to agree' },
  askOf: { vi: 'Cần {names} đồng ý', en: '{names} will have to agree' },
  askHow: {
    vi: '{law}. Đồng ý trên máy của họ; không dùng điện thoại thì ký giấy tại quầy.',
    en: '{law}. On their own phone; without one, on paper at the counter.',
  },
  level: { vi: 'Việc này cần tài khoản mức 2', en: 'This needs an account of level 2' },
  levelMore: {
    vi: 'Đến công an xã, phường với thẻ căn cước gắn chip, khoảng 10 phút.',
    en: 'Come to the commune police with your chip card; it takes about 10 minutes.',
  },
  'not-for-self': { vi: 'Việc này không nộp cho chính mình', en: 'This is not filed for oneself' },
  'not-for-selfMore': {
    vi: 'Mở hồ sơ của con hoặc người bạn giám hộ rồi nộp ở đó.',
    en: 'Open the profile of your child or ward and file it there.',
  },
  'not-for-child': { vi: 'Việc này không nộp cho trẻ em', en: 'This is not filed for a child' },
  'not-for-childMore': {
    vi: 'Về hồ sơ của bạn để nộp cho chính bạn, hoặc hỏi công an xã, phường.',
    en: 'Go back to your own profile to file it for yourself, or ask the commune police.',
  },
  'not-for-ward': {
    vi: 'Việc này không nộp thay cho người được giám hộ',
    en: 'This is not filed for a ward',
  },
  'not-for-wardMore': {
    vi: 'Về hồ sơ của bạn để nộp cho chính bạn, hoặc hỏi công an xã, phường.',
    en: 'Go back to your own profile to file it for yourself, or ask the commune police.',
  },
  where: { vi: 'Tìm nơi gần bạn', en: 'Find a place near you' },
  fee: { vi: 'Lệ phí', en: 'Fee' },
  due: { vi: 'Có kết quả', en: 'Decided by' },
  dueNote: { vi: 'nếu nộp bây giờ', en: 'if filed now' },
  type: { vi: 'Bạn gõ', en: 'You type' },
  fields: { vi: '{count} ô', en: '{count} fields' },
  ofPaper: { vi: 'bản giấy có {paper} ô', en: 'the paper form has {paper}' },
  noPaper: { vi: 'Không cần giấy nào.', en: 'No paper is needed.' },
  papers: { vi: 'Cần ảnh chụp:', en: 'Pictures are needed of:' },
  optional: { vi: '{paper} (nếu có)', en: '{paper} (if you have it)' },
  by: { vi: 'Căn cứ và nơi giải quyết', en: 'By which law, and by whom' },
  gone: {
    vi: 'Bản nháp trước đã được nộp hoặc xoá trên máy khác. Xem mục Hồ sơ.',
    en: 'The earlier draft was filed or thrown away on another phone. Look under Dossiers.',
  },
  dossiers: { vi: 'Xem hồ sơ', en: 'See the dossiers' },
})

const Conditions = ({ filing: { conditions, consents } }: { filing: Filing }) =>
  conditions.length + consents.length === 0 ? null : (
    <ul class="conditions">
      {conditions.map(({ id, isMet, words, law, instead }) => (
        <li key={id} class={isMet ? 'is-met' : 'is-unmet'}>
          <Icon of={isMet ? check : close} size={22} label={t(isMet ? 'met' : 'unmet')} />
          <span>
            <span>{inLanguage(words)}</span>
            <small>{inLanguage(law)}</small>
            {instead && (
              <a href={hrefTo(`/services/${instead.procedure}`)}>
                {t('instead', { title: inLanguage(instead.title) })}
              </a>
            )}
          </span>
        </li>
      ))}
      {consents.map(({ id, words, law, people }) => {
        const names = people.flatMap(({ name }) => (name === null ? [] : [name])).join(', ')
        return (
          <li key={id} class="is-awaited">
            <Icon of={clock} size={22} />
            <span>
              <b>{names === '' ? t('ask') : t('askOf', { names })}</b>
              <span>{inLanguage(words)}</span>
              <small>{t('askHow', { law: inLanguage(law) })}</small>
            </span>
          </li>
        )
      })}
    </ul>
  )

const Papers = ({ filing }: { filing: Filing }) => {
  const asked = askedPapers(filing)
  const replaced = filing.papers.flatMap(({ replacedBy }) => (replacedBy ? [inLanguage(replacedBy)] : []))
  return (
    <Notice isQuiet tone="ok" icon={dossier} title={asked.length === 0 ? t('noPaper') : t('papers')}>
      {asked.length > 0 && (
        <ul>
          {asked.map(({ id, words, isRequired }) => (
            <li key={id}>{isRequired ? inLanguage(words) : t('optional', { paper: inLanguage(words) })}</li>
          ))}
        </ul>
      )}
      {replaced.length > 0 && <p>{replaced.join(' · ')}</p>}
    </Notice>
  )
}

const Shut = ({ why }: { why: NonNullable<Filing['shut']> }) => (
  <Notice
    isQuiet
    tone="warn"
    title={t(why)}
    action={
      why === 'level' && (
        <LinkButton size="small" href={hrefTo('/help')}>
          {t('where')}
        </LinkButton>
      )
    }
  >
    {t(`${why}More`)}
  </Notice>
)

const verdictOf = ({ shut, conditions, whose }: Filing): { title: string; lead: string } => {
  if (shut !== null) {
    return { title: t('notYet'), lead: t('leadShut') }
  }
  if (conditions.some(({ isMet }) => !isMet)) {
    return { title: t('notYet'), lead: t('leadNot') }
  }
  return {
    title: whose.kind === 'self' ? t('can') : t('canFor', { name: givenName(whose.name) }),
    lead: t('lead'),
  }
}

export const CanDo = ({ held: { filing, isGone } }: { held: Held }) => {
  const { title, lead } = verdictOf(filing)
  const fee = filing.fees.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0)
  const { time, law } = limitParts(filing.limit)
  return (
    <>
      {isGone && (
        <Notice
          tone="info"
          title={t('gone')}
          action={
            <LinkButton size="small" href={hrefTo('/dossiers')}>
              {t('dossiers')}
            </LinkButton>
          }
        />
      )}
      <div class="page-lead">
        <h2>{title}</h2>
        <p class="quiet">{lead}</p>
      </div>
      {filing.shut !== null && <Shut why={filing.shut} />}
      <Conditions filing={filing} />
      {filing.shut === null && (
        <>
          <Tiles>
            <Tile
              name={t('fee')}
              value={feeText(fee)}
              note={filing.fees.length === 1 ? inLanguage(filing.fees[0]?.words ?? { vi: '', en: '' }) : null}
            />
            <Tile
              name={t('due')}
              value={`${timeVN(filing.dueAt)} ${dayVN(filing.dueAt)}`}
              note={t('dueNote')}
            />
            <Tile
              name={t('type')}
              value={t('fields', { count: filing.count.typed })}
              note={t('ofPaper', { paper: filing.count.paper })}
            />
          </Tiles>
          <Papers filing={filing} />
        </>
      )}
      <Card title={t('by')}>
        <p>{inLanguage(filing.summary)}</p>
        <p class="quiet small spaced">
          {inLanguage(filing.law)}
          <br />
          {time}
          {law && ` · ${law}`}
          <br />
          {filing.office ?? inLanguage(filing.agency)}
        </p>
      </Card>
    </>
  )
}
