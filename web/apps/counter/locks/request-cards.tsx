// What one request to lock or unlock shows: whom it is about, what stands on the account, and what was asked.
import type { OpenLockRequest } from '../../../../contract/lock.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { lawText } from '../../../kit/law-text.ts'
import { Card } from '../../../ui/card.tsx'
import { DataPairs, type DataPair } from '../../../ui/data-pairs.tsx'
import { dateTimeVN, dateVN, groupPersonalNumber } from '../../../ui/format.ts'
import { check, dossier, eye, Icon, lock, person as personIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { dueMoment } from '../shell/due.tsx'
import { NoPicture, PaperPictures, type PagePictures } from '../evidence/paper-pages.tsx'
import { answeredWords, authorityWords, bodyPaper, groundWords, kindWords } from '../words/lock-words.ts'

const t = phrases({
  person: { vi: 'Chủ tài khoản', en: 'The holder' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  number: { vi: 'Số định danh', en: 'Personal number' },
  birth: { vi: 'Ngày sinh', en: 'Birth date' },
  nobody: { vi: 'Cơ sở dữ liệu không có người này.', en: 'The register has no such person.' },
  logged: {
    vi: 'Lần mở này đã được ghi lại. Chủ tài khoản thấy đơn vị bạn đã xem.',
    en: 'This opening is logged. The holder sees that your office looked.',
  },
  grounds: { vi: 'Căn cứ đang khoá', en: 'Grounds that stand' },
  open: { vi: 'Tài khoản đang không khoá.', en: 'The account is not locked.' },
  since: { vi: 'Từ {moment} · mở được: {who}', en: 'Since {moment} · lifted by {who}' },
  content: { vi: 'Nội dung yêu cầu', en: 'What was asked' },
  authority: { vi: 'Cơ quan', en: 'Body' },
  document: { vi: 'Số văn bản', en: 'Document number' },
  date: { vi: 'Ngày văn bản', en: 'Document date' },
  reply: { vi: 'E-mail nhận trả lời', en: 'E-mail for the answer' },
  reason: { vi: 'Lý do', en: 'Reason' },
  script: { vi: 'Người tiếp nhận đã xác minh', en: 'Verified by who took it' },
  received: { vi: 'Nhận {moment}', en: 'Received {moment}' },
  due: { vi: 'Hạn: {moment}', en: 'Due: {moment}' },
})

type Request = OutputOf<typeof OpenLockRequest>

const contentPairs = ({ kind, content }: Request): DataPair[] =>
  kind === 'holder-unlock'
    ? []
    : [
        { label: t('authority'), value: content.authority },
        { label: t('document'), value: content.documentNumber },
        { label: t('date'), value: dateVN(content.documentDate) },
        { label: t('reply'), value: content.replyTo },
      ]

export const Holder = ({ request }: { request: Request }) => (
  <Card title={t('person')} icon={personIcon}>
    <div class="stack">
      {request.person ? (
        <DataPairs
          pairs={[
            { label: t('name'), value: request.person.fullName },
            { label: t('number'), value: groupPersonalNumber(request.person.personalNumber) },
            { label: t('birth'), value: dateVN(request.person.birthDate) },
          ]}
        />
      ) : (
        <Notice isQuiet tone="warn">
          {t('nobody')}
        </Notice>
      )}
      <Notice isQuiet icon={eye}>
        {t('logged')}
      </Notice>
    </div>
  </Card>
)

export const Grounds = ({ grounds }: { grounds: Request['grounds'] }) => (
  <Card title={t('grounds')} icon={lock}>
    {grounds.length === 0 ? (
      <p>{t('open')}</p>
    ) : (
      <DataPairs
        pairs={grounds.map((one) => ({
          label: lawText(one.law),
          value: groundWords(one.ground),
          note: t('since', {
            moment: dateTimeVN(one.setAt),
            who: one.liftedBy.map((by) => authorityWords(by)).join(', '),
          }),
        }))}
      />
    )}
  </Card>
)

/** The holder's own request rests on no paper. */
const Pages = ({ request, pictures }: { request: Request; pictures: PagePictures }) =>
  request.kind === 'holder-unlock' ? null : (
    <>
      {request.pages.length === 0 && isWaiting(request) && <NoPicture />}
      <PaperPictures paper={bodyPaper(request.content)} pages={request.pages} pictures={pictures} />
    </>
  )
const isWaiting = ({ state }: Request): boolean => state === 'received' || state === 'forwarded'

export const Content = ({ request, pictures }: { request: Request; pictures: PagePictures }) => (
  <Card
    title={t('content')}
    icon={dossier}
    aside={<Pill tone={request.kind === 'body-lock' ? 'son' : 'cham'}>{kindWords(request.kind)}</Pill>}
  >
    <div class="stack">
      {contentPairs(request).length > 0 && <DataPairs columns={2} pairs={contentPairs(request)} />}
      <Pages request={request} pictures={pictures} />
      <div>
        <p class="quiet">{t('reason')}</p>
        <p class="lock-quote">{request.content.reason}</p>
      </div>
      {request.content.script.length > 0 && (
        <div>
          <p class="quiet">{t('script')}</p>
          <ul class="lock-ticks">
            {request.content.script.map((one) => (
              <li key={one}>
                <Icon of={check} size={18} />
                <span>{answeredWords(one)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p class="quiet">
        {t('received', { moment: dateTimeVN(request.receivedAt) })} ·{' '}
        {t('due', { moment: dueMoment(request.dueAt) })}
      </p>
    </div>
  </Card>
)
