// The log is not the one that this browser has seen before: said loudly, with both notes to take along.
import { useState } from 'preact/hooks'
import type { Break } from '../../../client/transparency-log/seen-log.ts'
import { followAnew } from '../../../client/transparency-log/seen-log.ts'
import { saveFile } from '../../../kit/save-file.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { download } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  title: { vi: 'Nhật ký đã bị sửa', en: 'The log was rewritten' },
  'two-histories': {
    vi: 'Nhật ký bây giờ không chứa nguyên vẹn những gì máy này đã thấy trước đây. Hai bản đều có chữ ký của hệ thống, nên đặt cạnh nhau là bằng chứng.',
    en: 'The log as it is now does not contain all that this browser has seen before. Both versions are signed by the system, so side by side they are proof.',
  },
  'no-proof': {
    vi: 'Hệ thống không chứng minh được rằng nhật ký bây giờ còn chứa những gì máy này đã thấy trước đây. Có thể nhật ký đã bị đưa về bản cũ, hoặc bị sửa.',
    en: 'The system cannot prove that the log still contains what this browser has seen before. It may have been set back to an older copy, or changed.',
  },
  'other-key': {
    vi: 'Nhật ký bây giờ được ký bằng chìa khoá khác với trước đây. Nếu đơn vị vận hành không báo trước việc đổi khoá, có thể đây là một nhật ký khác.',
    en: 'The log is now signed with another key than before. If the operator has not announced a new key, this may be another log.',
  },
  next: {
    vi: 'Tài khoản và giấy tờ của bạn vẫn dùng được. Hãy tải bằng chứng về rồi gửi cho người bạn tin, nhà báo hoặc cơ quan thanh tra; trong tệp không có dữ liệu của bạn.',
    en: 'Your account and documents still work. Download the evidence and give it to somebody you trust, a journalist or an inspector; the file holds no data of yours.',
  },
  save: { vi: 'Tải bằng chứng', en: 'Download the evidence' },
  anew: { vi: 'Theo dõi lại từ đầu', en: 'Follow the log anew' },
  file: {
    vi: 'Hai bản ký của một nhật ký không khớp nhau. Kiểm bằng formats/transparency-log hoặc tools/verify-audit.py.',
    en: 'Two signed notes of one log that do not fit. Check them with formats/transparency-log or tools/verify-audit.py.',
  },
})

/** `onAnew`: where the page can begin to follow the log again, once the evidence was taken. */
export const BrokenLog = ({ broken, onAnew }: { broken: Break; onAnew?: () => void }) => {
  const [isSaved, setSaved] = useState(false)
  const save = () => {
    saveFile('sen-log-evidence.json', { what: t('file'), ...broken })
    setSaved(true)
  }
  return (
    <Notice
      tone="danger"
      title={t('title')}
      action={
        <ButtonRow>
          <Button icon={download} onPress={save}>
            {t('save')}
          </Button>
          {isSaved && onAnew && (
            <Button
              kind="quiet"
              onPress={() => {
                followAnew()
                onAnew()
              }}
            >
              {t('anew')}
            </Button>
          )}
        </ButtonRow>
      }
    >
      <p>{t(broken.why)}</p>
      <p>{t('next')}</p>
    </Notice>
  )
}
