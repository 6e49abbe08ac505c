// Who asks for what, and what stands over it: a proposal that waits, an objection, how it ended.
import { dateTimeVN, groupPersonalNumber, spokenDigits } from '../../../ui/format.ts'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Pill } from '../../../ui/pill.tsx'
import { Portrait } from '../../../ui/portrait.tsx'
import { isEnded, type Dossier } from './dossier.ts'
import { nameOf, stateTones, stateWords } from './dossier-words.ts'

const t = phrases({
  filed: { vi: 'Nộp {at}', en: 'Filed {at}' },
  filedBy: { vi: 'do {name} nộp thay', en: 'filed by {name}' },
  mine: { vi: 'Bạn đang giữ', en: 'Taken by you' },
  grant: { vi: 'Đã trình cấp kết quả', en: 'Put forward: grant' },
  refuse: { vi: 'Đã trình từ chối: {reason}', en: 'Put forward: refuse, because {reason}' },
  mineWait: {
    vi: 'Bạn đã trình, nên một cán bộ khác phải duyệt.',
    en: 'You put it forward, so another officer has to decide.',
  },
  yours: {
    vi: 'Bạn là người thứ hai: xem tờ khai, giấy tờ và các mục trước khi duyệt.',
    en: 'You are the second pair of eyes: look at answers, papers and the list before you decide.',
  },
  objection: { vi: 'Người nộp khiếu nại', en: 'The person objects' },
  ended: { vi: 'Hồ sơ đã kết thúc: {state}', en: 'It has ended: {state}' },
  after: { vi: 'Khi cấp kết quả', en: 'When it is granted' },
})

export const DossierHead = ({ dossier }: { dossier: Dossier }) => (
  <header class="card dos-head">
    <Portrait name={nameOf(dossier)} size={56} />
    <div>
      <h1>
        {nameOf(dossier)}{' '}
        <span class="figures" aria-label={spokenDigits(dossier.personalNumber)} role="img">
          {groupPersonalNumber(dossier.personalNumber)}
        </span>
      </h1>
      <p>
        {inLanguage(dossier.title)}
        {dossier.filedBy && ` · ${t('filedBy', { name: dossier.filedBy })}`} ·{' '}
        <span class="nowrap">{dossier.reference}</span>
      </p>
      <p class="quiet dos-small">{inLanguage(dossier.law)}</p>
    </div>
    <div class="dos-head-end">
      <Pill tone={stateTones[dossier.state]}>{stateWords(dossier.state)}</Pill>
      <Pill tone="cham">{t('filed', { at: dateTimeVN(dossier.filedAt) })}</Pill>
      {dossier.isTakenByMe && <Pill>{t('mine')}</Pill>}
    </div>
  </header>
)

const reasonOf = ({ proposal, refusals }: Dossier): string => {
  const reason = refusals.find(({ id }) => id === proposal?.refusal)
  return reason ? `${inLanguage(reason.words)} (${inLanguage(reason.law)})` : '…'
}

const ProposalNote = ({ dossier }: { dossier: Dossier }) => {
  const { proposal } = dossier
  return (
    proposal && (
      <Notice
        isQuiet
        tone={proposal.verdict === 'grant' ? 'info' : 'warn'}
        title={proposal.verdict === 'grant' ? t('grant') : t('refuse', { reason: reasonOf(dossier) })}
      >
        {proposal.note && <p>“{proposal.note}”</p>}
        <p>{t(proposal.isMine ? 'mineWait' : 'yours')}</p>
      </Notice>
    )
  )
}

/** What has to be read before anything else of it. */
export const DossierNotes = ({ dossier }: { dossier: Dossier }) => (
  <>
    {isEnded(dossier.state) && (
      <Notice isQuiet tone={dossier.state === 'finished' || dossier.state === 'returned' ? 'ok' : 'warn'}>
        {t('ended', { state: stateWords(dossier.state) })}
      </Notice>
    )}
    {dossier.objection && (
      <Notice isQuiet tone="warn" title={t('objection')}>
        “{dossier.objection}”
      </Notice>
    )}
    {!isEnded(dossier.state) && <ProposalNote dossier={dossier} />}
  </>
)

export const ResultNote = ({ dossier: { result } }: { dossier: Dossier }) => (
  <p class="dos-small dos-result">
    <b>{t('after')}:</b> {inLanguage(result.words)}. {inLanguage(result.after)}
  </p>
)
