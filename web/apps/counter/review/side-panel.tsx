// Beside an application: until when, what to look at, what was asked of its applicant, and its course.
import { Card } from '../../../ui/card.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { alert, camera, clock, eye, pause } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { CaseHistory } from '../case/case-course.tsx'
import { Due, dueMoment } from '../shell/due.tsx'
import { awaitedOf, type Application } from './application.ts'
import { doubtGuide, doubtWords, doubtsSeen, isGrave } from './doubts.ts'
import { faultWords } from './portrait-faults.ts'

const t = phrases({
  due: { vi: 'Hạn trả', en: 'Due' },
  law: {
    vi: '01 ngày làm việc kể từ khi nộp (NĐ 69/2024, Điều 13)',
    en: 'One working day from sending (Decree 69/2024, art. 13)',
  },
  without: {
    vi: 'Không tính thời gian chờ người nộp gửi ảnh khác.',
    en: 'Without the time that another portrait was awaited.',
  },
  sent: { vi: 'Nộp lúc {moment}', en: 'Sent {moment}' },
  doubts: { vi: 'Điểm cần xem', en: 'What to look at' },
  logged: {
    vi: 'Lần mở này đã được ghi lại. {name} sẽ thấy đơn vị bạn đã xem những gì, lúc nào.',
    en: 'This opening is logged. {name} will see what your office looked at, and when.',
  },
  'is-accepted': { vi: 'Hồ sơ này đã được chấp nhận.', en: 'This application has been accepted.' },
  'is-refused': { vi: 'Hồ sơ này đã bị từ chối.', en: 'This application has been refused.' },
  waits: { vi: 'Chờ người nộp gửi ảnh khác', en: 'Waits for another portrait' },
  until: { vi: 'Đến hết {moment}', en: 'Until {moment}' },
  paused: {
    vi: 'Thời hạn xử lý tạm dừng. Có ảnh thì hồ sơ về lại hàng đợi, đứng đầu danh sách của người đã yêu cầu.',
    en: 'The time to decide stands still. Once it comes, the application is back in the queue, first for whoever asked.',
  },
  came: { vi: 'Ảnh khác đã tới', en: 'The other portrait has come' },
  asked: {
    vi: 'Cán bộ {number} yêu cầu lúc {moment}: {fault}.',
    en: 'Officer {number} asked {moment}: {fault}.',
  },
})

type Of = { application: Application }

const Time = ({ application: { dueAt, submittedAt, asked } }: Of) => (
  <Card title={t('due')} icon={clock}>
    <p class="case-due">
      <Due dueAt={dueAt} />
      <b>{dueMoment(dueAt)}</b>
    </p>
    <p class="quiet case-small">
      {t('law')} {asked && t('without')}
    </p>
    <p class="quiet case-small">{t('sent', { moment: dateTimeVN(submittedAt) })}</p>
  </Card>
)

const Asked = ({ application }: Of) => {
  const { asked } = application
  if (!asked) {
    return null
  }
  const awaited = awaitedOf(application)
  const who = {
    number: asked.officerNumber,
    moment: dateTimeVN(asked.askedAt),
    fault: faultWords(asked.fault),
  }
  return awaited || asked.answeredAt ? (
    <Card title={t(awaited ? 'waits' : 'came')} icon={awaited ? pause : camera}>
      {awaited && (
        <p>
          <b>{t('until', { moment: dueMoment(awaited.answerBy) })}</b>
        </p>
      )}
      <p class="case-small">{t('asked', who)}</p>
      {awaited && <p class="quiet case-small">{t('paused')}</p>}
    </Card>
  ) : null
}

const Doubts = ({ application }: Of) =>
  application.doubts.length > 0 ? (
    <Card title={t('doubts')} icon={alert}>
      <ul class="doubt-list">
        {doubtsSeen(application).map((doubt) => (
          <li key={doubt} class={isGrave(doubt) ? 'is-grave' : ''}>
            <b>{doubtWords(doubt)}</b>
            <span>{doubtGuide(doubt)}</span>
          </li>
        ))}
      </ul>
    </Card>
  ) : null

export const SidePanel = ({ application }: Of) => {
  const { declared, state, history } = application
  const isDecided = state === 'accepted' || state === 'refused'
  return (
    <div class="case-side">
      {!awaitedOf(application) && <Time application={application} />}
      <Asked application={application} />
      {isDecided ? (
        <Notice isQuiet tone={state === 'accepted' ? 'ok' : 'warn'}>
          {t(`is-${state}`)}
        </Notice>
      ) : (
        <Doubts application={application} />
      )}
      <CaseHistory history={history} />
      <Notice isQuiet icon={eye}>
        {t('logged', { name: declared.fullName })}
      </Notice>
    </div>
  )
}
