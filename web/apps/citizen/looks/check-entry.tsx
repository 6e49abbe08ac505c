// "Check this entry": proven in the browser, told in two or three sentences.
import { useState } from 'preact/hooks'
import type { ViewLineProof } from '../../../../contract/transparency-log.ts'
import { usePress } from '../../../client/press.ts'
import {
  checkLine,
  type LineVerdict,
  type ShownLine,
  type WitnessWord,
} from '../../../client/transparency-log/check-line.ts'
import { readGrowth, readPublicLog } from '../../../client/transparency-log/public-log.ts'
import { saidLine } from '../../../client/transparency-log/said-line.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Button } from '../../../ui/button.tsx'
import { clockVN, dateTimeVN, numberText, timeVN } from '../../../ui/format.ts'
import { shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { BrokenLog } from '../log/broken-log.tsx'
import { ownView } from '../shell/session.ts'

const t = phrases({
  check: { vi: 'Kiểm chứng dòng này', en: 'Check this entry' },
  checkAt: { vi: 'Kiểm chứng dòng lúc {time}', en: 'Check the entry of {time}' },
  waiting: { vi: 'Đang ghi vào nhật ký', en: 'Being added to the log' },
  waitingMore: {
    vi: 'Dòng này vừa có và sẽ được đánh số trong vài giây. Chờ một chút rồi kiểm lại.',
    en: 'This entry is new and gets its number within seconds. Wait a moment and check again.',
  },
  proven: { vi: 'Đúng như đã ghi trong nhật ký', en: 'Exactly as it stands in the log' },
  provenPlace: { vi: 'Dòng này có trong nhật ký', en: 'This entry is in the log' },
  said: { vi: 'Đã ghi lúc {at}: {what}.', en: 'Recorded at {at}: {what}.' },
  place: {
    vi: 'Máy của bạn đã tự tính lại: đây là dòng {leaf} trong {size} dòng mà hệ thống đã ký lúc {at}.',
    en: 'Your device has calculated it anew: this is line {leaf} of {size} lines that the system signed at {at}.',
  },
  placeNoTime: {
    vi: 'Máy của bạn đã tự tính lại: đây là dòng {leaf} trong {size} dòng mà hệ thống đã ký.',
    en: 'Your device has calculated it anew: this is line {leaf} of {size} lines that the system signed.',
  },
  withheld: {
    vi: 'Bản gốc của dòng có ký hiệu của người khác hoặc ghi chú nội bộ, nên chỉ kiểm được vị trí, không kiểm được từng chữ.',
    en: 'The original of this entry names somebody else or holds an internal remark, so its place was checked and not each word.',
  },
  erased: {
    vi: 'Dòng này đã hết thời hạn lưu; mã nối nó với bạn đã được xoá, nên chỉ kiểm được vị trí.',
    en: 'This entry is past the time for which it is kept; what linked it to you was erased, so only its place was checked.',
  },
  noWitness: {
    vi: 'Chưa có nhân chứng nào theo dõi nhật ký này.',
    en: 'No witness follows this log so far.',
  },
  noWord: {
    vi: 'Nhân chứng chưa ký bản này. Kiểm lại sau ít phút.',
    en: 'No witness has cosigned this version yet. Check again in a few minutes.',
  },
  words: {
    vi: '{count}/{all} nhân chứng độc lập đã ký bản này, gần nhất lúc {at}.',
    en: '{count} of {all} independent witnesses have cosigned this version, the latest at {at}.',
  },
  since: {
    vi: 'Máy này theo dõi nhật ký từ khi có {size} dòng; từ đó nhật ký chỉ dài thêm.',
    en: 'This browser has followed the log since it had {size} lines; since then it only grew.',
  },
  more: { vi: 'Về nhật ký minh bạch', en: 'About the transparency log' },
  wrong: { vi: 'Dòng này không khớp với nhật ký', en: 'This entry does not fit the log' },
  wrongWords: {
    vi: 'Điều đang hiện trên màn hình khác với điều đã được ghi. Hãy tải lại trang rồi kiểm lại. Nếu vẫn vậy, chụp màn hình và gọi tổng đài.',
    en: 'What is on the screen is not what was recorded. Reload the page and check again. If it stays so, take a picture of the screen and call the hotline.',
  },
  wrongPlace: {
    vi: 'Nhật ký đã ký không có dòng này ở vị trí đó. Hãy tải lại trang rồi kiểm lại. Nếu vẫn vậy, chụp màn hình và gọi tổng đài.',
    en: 'The signed log does not have this entry at that place. Reload the page and check again. If it stays so, take a picture of the screen and call the hotline.',
  },
  unbelieved: { vi: 'Chữ ký của nhật ký không đúng', en: "The log's signature is not right" },
  unbelievedMore: {
    vi: 'Bản nhật ký vừa nhận không phải do hệ thống ký, nên chưa kiểm được gì. Hãy tải lại trang; nếu vẫn vậy, gọi tổng đài.',
    en: 'The version that came was not signed by the system, so nothing could be checked. Reload the page; if it stays so, call the hotline.',
  },
  cannot: { vi: 'Trình duyệt này chưa kiểm được', en: 'This browser cannot check it' },
  cannotMore: {
    vi: 'Trình duyệt chưa biết kiểu chữ ký của nhật ký (Ed25519). Chưa kiểm được không có nghĩa là sai: hãy cập nhật trình duyệt rồi kiểm lại.',
    en: "The browser does not know the log's kind of signature (Ed25519). Not checked does not mean wrong: update the browser and check again.",
  },
})

type Proven = Extract<LineVerdict, { is: 'proven' }>

const witnessText = (witnesses: readonly WitnessWord[]): string => {
  const times = witnesses.map(({ at_s }) => at_s).filter((at_s) => at_s !== null)
  return witnesses.length === 0
    ? t('noWitness')
    : times.length === 0
      ? t('noWord')
      : t('words', {
          count: times.length,
          all: witnesses.length,
          at: dateTimeVN(Math.max(...times) * 1000),
        })
}

const ProvenNotice = ({ verdict }: { verdict: Proven }) => {
  const { shown, leaf, content, witnesses, seen } = verdict
  const said = saidLine(verdict.line)
  const place = { leaf: numberText(leaf), size: numberText(shown.size) }
  return (
    <Notice
      tone="ok"
      title={t(content === 'open' ? 'proven' : 'provenPlace')}
      action={<a href={hrefTo('/log')}>{t('more')}</a>}
    >
      {said && (
        <p>
          {t('said', {
            at: clockVN(said.at),
            what: [said.purpose, said.fields.join(', '), said.outcome].filter(Boolean).join('; '),
          })}
        </p>
      )}
      <p>{shown.at ? t('place', { ...place, at: dateTimeVN(shown.at) }) : t('placeNoTime', place)}</p>
      {content !== 'open' && <p>{t(content)}</p>}
      <p>{witnessText(witnesses)}</p>
      {seen.since.size < shown.size && <p>{t('since', { size: numberText(seen.since.size) })}</p>}
    </Notice>
  )
}

const VerdictNotice = ({ verdict }: { verdict: LineVerdict }) => {
  switch (verdict.is) {
    case 'waiting':
      return <Notice title={t('waiting')}>{t('waitingMore')}</Notice>
    case 'proven':
      return <ProvenNotice verdict={verdict} />
    case 'wrong':
      return (
        <Notice tone="danger" title={t('wrong')}>
          {t(verdict.what === 'words' ? 'wrongWords' : 'wrongPlace')}
        </Notice>
      )
    case 'rewritten':
      return <BrokenLog broken={verdict.broken} />
    case 'unbelieved':
      return verdict.reason === 'log.algorithm-absent' ? (
        <Notice tone="warn" title={t('cannot')}>
          {t('cannotMore')}
        </Notice>
      ) : (
        <Notice tone="danger" title={t('unbelieved')}>
          {t('unbelievedMore')}
        </Notice>
      )
  }
}

/** `isOneOfMany`: the button is named by its time, where several stand below each other. */
export const CheckEntry = ({ line, isOneOfMany }: { line: ShownLine; isOneOfMany?: boolean }) => {
  const [verdict, setVerdict] = useState<LineVerdict | null>(null)
  const checking = usePress()
  const check = () =>
    void checking.press(async () => {
      setVerdict(null)
      const [proof, log] = await Promise.all([
        ownView<typeof ViewLineProof>('audit.line-proof', { id: line.id }),
        readPublicLog(),
      ])
      setVerdict(await checkLine(line, proof, log, readGrowth))
    })
  return (
    <div class="look-check">
      <Button kind="quiet" size="small" icon={shield} isBusy={checking.isBusy} onPress={check}>
        {isOneOfMany ? t('checkAt', { time: timeVN(line.at) }) : t('check')}
      </Button>
      {checking.problem && <ProblemNotice problem={checking.problem} onRetry={check} />}
      {verdict && <VerdictNotice verdict={verdict} />}
    </div>
  )
}
