// All that is held of me in one sealed file: what is in it and what is not, said before anything is asked;
// then the passcode. The way to closing the account begins at the same place.
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../../contract/operation.ts'
import type { PrintOwnData, TakeOwnData, ViewOwnDataParts } from '../../../../contract/own-data.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { saveBytes } from '../../../kit/save-file.ts'
import { Button } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { check, download, eye, info, lock, logOut } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { OwnPasscode } from '../shell/own-passcode.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, ownView } from '../shell/session.ts'
import { line, LineGroup } from './line-group.tsx'

const t = phrases({
  title: { vi: 'Dữ liệu của tôi', en: 'My data' },
  lead: {
    vi: 'Một tệp ghi mọi điều hệ thống đang giữ về bạn, có chữ ký: ai bạn đưa cho cũng kiểm tra được tệp chưa bị sửa, không cần hỏi hệ thống.',
    en: 'One file with all that the system holds of you, signed: whoever you give it to can check that nobody changed it, without asking the system.',
  },
  careful: {
    vi: 'Ai có tệp đều đọc được. Hãy cất ở nơi chỉ bạn mở được, và chỉ đưa cho người bạn tin.',
    en: 'Whoever has the file can read it. Keep it where only you can open it, and give it only to those you trust.',
  },
  holds: { vi: 'Có trong tệp', en: 'In the file' },
  not: { vi: 'Được giữ nhưng không đưa vào tệp', en: 'Held, and not in the file' },
  more: { vi: 'Nên biết', en: 'Good to know' },
  newest: {
    vi: 'Thư, biên nhận, hồ sơ và nhật ký: {newest} mục mới nhất mỗi loại; tệp ghi rõ khi còn mục cũ hơn',
    en: 'Letters, receipts, cases and the log: the newest {newest} of each; the file says where there are older ones',
  },
  perDay: { vi: 'Tải được {perDay} lần mỗi ngày', en: 'You can download it {perDay} times a day' },
  logged: {
    vi: 'Mỗi lần tải có một dòng trong nhật ký, và bạn được báo qua mọi kênh',
    en: 'Each download leaves a line in your log, and you are told on every channel',
  },
  pdf: { vi: 'Tải PDF để đọc và in', en: 'Download a PDF to read and print' },
  json: { vi: 'Tải JSON đầy đủ cho máy đọc', en: 'Download the whole as JSON' },
  onPaper: {
    vi: 'Tệp PDF in {printed} mục mới nhất mỗi loại; tệp JSON có đủ mọi mục trên',
    en: 'The PDF prints the newest {printed} of each; the JSON has all of the above',
  },
  ask: { vi: 'Tải dữ liệu của tôi', en: 'Download my data' },
  passcode: { vi: 'Nhập mã PIN để tải', en: 'Enter the passcode to download' },
  taken: { vi: 'Đã tải tệp về máy', en: 'The file is on your device' },
  next: { vi: 'Việc khác với dữ liệu', en: 'More about your data' },
  log: { vi: 'Nhật ký đầy đủ, kèm bằng chứng', en: 'The whole log, with its proofs' },
  close: { vi: 'Đóng tài khoản', en: 'Close the account' },
  closeMore: {
    vi: 'Xoá gì, giữ gì; đổi ý được trong thời gian chờ',
    en: 'What goes and what stays; you can change your mind',
  },
})

type Said = OutputOf<typeof ViewOwnDataParts>

type Form = 'pdf' | 'json'

const Passcode = ({ form, onClose }: { form: Form | null; onClose: () => void }) => {
  const taking = usePress()
  const take = async (passcode: string) => {
    const { name, file } = await ownDeed<typeof TakeOwnData>('own-data.take', { passcode })
    if (form === 'pdf') {
      const paper = await ownDeed<typeof PrintOwnData>('own-data.print', { file })
      saveBytes(
        paper.name,
        Uint8Array.from(atob(paper.pdf), (letter) => letter.charCodeAt(0)),
        'application/pdf',
      )
    } else {
      saveBytes(name, file, 'application/json')
    }
    onClose()
    toast(t('taken'))
  }
  return (
    <Dialog isOpen={form !== null} onClose={onClose} title={t('ask')}>
      <OwnPasscode
        label={t('passcode')}
        proving={taking}
        onPasscode={(passcode) => taking.press(() => take(passcode))}
        onRetry={() => taking.clear()}
      />
    </Dialog>
  )
}

const Contents = ({ said: { parts, notGiven, newest, printed, perDay } }: { said: Said }) => (
  <>
    <LineGroup title={t('holds')} icon={check} lines={parts.map(inLanguage).map(line)} />
    <LineGroup title={t('not')} icon={lock} lines={notGiven.map(inLanguage).map(line)} />
    <LineGroup
      title={t('more')}
      icon={info}
      lines={[t('newest', { newest }), t('onPaper', { printed }), t('perDay', { perDay }), t('logged')].map(
        line,
      )}
    />
  </>
)

export default function MyDataPage() {
  const { data, problem, reload } = useLoad(() => ownView<typeof ViewOwnDataParts>('own-data.parts', {}))
  const [asked, ask] = useState<Form | null>(null)
  const action = data && (
    <>
      <Button kind="primary" isWide icon={download} onPress={() => ask('pdf')}>
        {t('pdf')}
      </Button>
      <Button isWide onPress={() => ask('json')}>
        {t('json')}
      </Button>
    </>
  )
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/me')} />} action={action}>
      <p>{t('lead')}</p>
      <p>{t('careful')}</p>
      {data && <Contents said={data} />}
      {!data && (problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <Skeleton lines={8} />)}
      <GroupHead title={t('next')} />
      <Rows>
        <Row icon={eye} tone="cham" title={t('log')} href={hrefTo('/looks')} />
        <Row icon={logOut} title={t('close')} detail={t('closeMore')} href={hrefTo('/me/close')} />
      </Rows>
      <Passcode form={asked} onClose={() => ask(null)} />
    </Screen>
  )
}
