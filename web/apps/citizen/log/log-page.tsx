// The transparency log for anybody, with or without an account: how long it is, who has cosigned it and when,
// since when this browser follows it and that it only grew, and how to check it without this app.
import { useEffect, useState } from 'preact/hooks'
import { openCheckpoint } from '../../../../formats/transparency-log/checkpoint.ts'
import { readNoteKey, SIGNS } from '../../../../formats/transparency-log/note.ts'
import { asProblem, type Problem } from '../../../client/problem.ts'
import { wordsOf, type WitnessWord } from '../../../client/transparency-log/check-line.ts'
import { readGrowth, readPublicLog, type PublicLog } from '../../../client/transparency-log/public-log.ts'
import {
  breakBetween,
  followLog,
  keepBreak,
  type Followed,
} from '../../../client/transparency-log/seen-log.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs, type DataPair } from '../../../ui/data-pairs.tsx'
import { dateTimeVN, numberText } from '../../../ui/format.ts'
import { eye, refresh } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { BrokenLog } from './broken-log.tsx'
import { CheckItYourself } from './check-it-yourself.tsx'

const t = phrases({
  title: { vi: 'Nhật ký minh bạch', en: 'Transparency log' },
  lead: {
    vi: 'Mỗi lần dữ liệu của ai đó được xem hay thay đổi, một dòng được ghi vào đây. Dòng đã ghi mà bị sửa hay xoá thì trình duyệt này và các nhân chứng phát hiện được, kể cả khi người vận hành làm việc đó.',
    en: 'Each time anybody’s data is viewed or changed, a line is added here. If a line is changed or removed later, this browser and the witnesses notice it, even if whoever runs the system did it.',
  },
  private: {
    vi: 'Trang này chỉ có số đếm và chữ ký, không có dữ liệu của ai.',
    en: 'This page holds only counts and signatures, nothing about anybody.',
  },
  now: { vi: 'Nhật ký lúc này', en: 'The log now' },
  size: { vi: 'Số dòng', en: 'Lines' },
  signed: { vi: 'Hệ thống ký lúc', en: 'Signed by the system at' },
  notSaid: { vi: 'không ghi giờ', en: 'no time given' },
  here: { vi: 'Trên máy này', en: 'In this browser' },
  since: { vi: 'Bắt đầu theo dõi khi có', en: 'Followed since it had' },
  lines: { vi: '{count} dòng, lúc {at}', en: '{count} lines, at {at}' },
  linesNoTime: { vi: '{count} dòng', en: '{count} lines' },
  grew: { vi: 'Từ đó đến nay', en: 'Since then' },
  grown: { vi: 'chỉ dài thêm, không dòng nào bị sửa', en: 'it only grew; no line was changed' },
  same: { vi: 'chưa có dòng mới', en: 'no new lines' },
  first: {
    vi: 'vừa bắt đầu; mở lại trang này sau để so sánh',
    en: 'just begun; open this page again later to compare',
  },
  witnesses: { vi: 'Nhân chứng', en: 'Witnesses' },
  witnessesMore: {
    vi: 'Nhân chứng là máy của người khác, chỉ ký khi nhật ký giữ nguyên mọi dòng cũ.',
    en: 'A witness is a machine of other people. It cosigns only while the log keeps every earlier line.',
  },
  witness: { vi: 'Nhân chứng {n}', en: 'Witness {n}' },
  cosigned: { vi: 'ký {count} dòng, lúc {at}', en: 'cosigned {count} lines, at {at}' },
  noWord: { vi: 'chưa ký bản mới nhất có nhân chứng', en: 'has not cosigned this version' },
  noWitness: {
    vi: 'Nhật ký này chưa có nhân chứng. Ai cũng có thể làm nhân chứng; cách làm ở bên dưới.',
    en: 'This log has no witness yet. Anybody can be one; see below.',
  },
  empty: { vi: 'Nhật ký chưa có dòng nào', en: 'The log has no line yet' },
  emptyMore: { vi: 'Hãy mở lại trang này sau.', en: 'Open this page again later.' },
  again: { vi: 'Kiểm lại', en: 'Check again' },
  unbelieved: { vi: 'Chữ ký của nhật ký không đúng', en: 'The log’s signature is not right' },
  unbelievedMore: {
    vi: 'Bản vừa nhận không phải do hệ thống ký, nên chưa so sánh được gì. Hãy tải lại trang.',
    en: 'The version that came was not signed by the system, so nothing was compared. Reload the page.',
  },
  cannot: { vi: 'Trình duyệt này chưa kiểm được', en: 'This browser cannot check it' },
  cannotMore: {
    vi: 'Trình duyệt chưa biết kiểu chữ ký của nhật ký (Ed25519). Hãy cập nhật trình duyệt, hoặc kiểm bằng cách bên dưới.',
    en: "The browser does not know the log's kind of signature (Ed25519). Update it, or check in the ways below.",
  },
})

type Cosigned = { readonly size: number; readonly words: readonly WitnessWord[] }
type Looked = {
  readonly log: PublicLog
  readonly followed: Followed | null
  readonly cosigned: Cosigned | null
}

/** What the witnesses have cosigned counts only where it belongs to the history that is followed here. */
const cosignedOf = async ({ key, cosigned, witnesses }: PublicLog): Promise<Cosigned | null> => {
  const log = await readNoteKey(key, SIGNS.own)
  const opened = cosigned !== null && log.ok ? await openCheckpoint(cosigned, log.value) : null
  return opened?.ok ? { size: opened.value.size, words: await wordsOf(opened.value, witnesses) } : null
}

const lookAt = async (): Promise<Looked> => {
  const log = await readPublicLog()
  const followed =
    log.newest === null ? null : await followLog({ key: log.key, note: log.newest }, readGrowth)
  const cosigned = await cosignedOf(log)
  return { log, followed: await againstWitnesses(log, followed), cosigned }
}

/** The witnesses' version and the one that is shown must be one history too. */
const againstWitnesses = async (log: PublicLog, followed: Followed | null): Promise<Followed | null> => {
  if (log.cosigned === null || log.newest === null || followed === null || !('shown' in followed)) {
    return followed
  }
  const key = await readNoteKey(log.key, SIGNS.own)
  const opened = key.ok ? await openCheckpoint(log.cosigned, key.value) : key
  if (!opened.ok) {
    return { state: 'unbelieved', reason: opened.reason }
  }
  const why = await breakBetween(opened.value, followed.shown, readGrowth)
  if (why === null) {
    return followed
  }
  const noteOf = (note: string) => ({ key: log.key, note })
  const broken = { why, earlier: noteOf(log.cosigned), later: noteOf(log.newest) }
  keepBreak(broken)
  return { state: 'broken', broken }
}

const NowCards = ({
  followed,
  cosigned,
  log,
}: Looked & { followed: Extract<Followed, { shown: unknown }> }) => {
  const { shown, seen, state } = followed
  const { size, at } = seen.since
  const count = numberText(size)
  const pairs: DataPair[] = [
    { label: t('size'), value: numberText(shown.size) },
    { label: t('signed'), value: shown.at ? dateTimeVN(shown.at) : t('notSaid') },
  ]
  const here: DataPair[] = [
    {
      label: t('since'),
      value: at ? t('lines', { count, at: dateTimeVN(at) }) : t('linesNoTime', { count }),
    },
    {
      label: t('grew'),
      value: t(state === 'first' ? 'first' : shown.size === size ? 'same' : 'grown'),
    },
  ]
  return (
    <>
      <Card title={t('now')}>
        <DataPairs pairs={pairs} />
      </Card>
      <Card title={t('here')}>
        <DataPairs pairs={here} />
      </Card>
      <Card title={t('witnesses')}>
        {log.witnesses.length === 0 ? (
          <p>{t('noWitness')}</p>
        ) : (
          <>
            <p class="quiet">{t('witnessesMore')}</p>
            <DataPairs
              pairs={(cosigned?.words ?? []).map((word, i) => witnessPair(word, i, cosigned?.size ?? 0))}
            />
          </>
        )}
      </Card>
    </>
  )
}

const witnessPair = ({ at_s }: WitnessWord, i: number, size: number): DataPair => ({
  label: t('witness', { n: i + 1 }),
  value:
    at_s === null ? t('noWord') : t('cosigned', { count: numberText(size), at: dateTimeVN(at_s * 1000) }),
})

const Found = ({ looked, onAnew }: { looked: Looked; onAnew: () => void }) => {
  const { followed } = looked
  if (followed === null) {
    return (
      <EmptyState icon={eye} title={t('empty')}>
        {t('emptyMore')}
      </EmptyState>
    )
  }
  if (followed.state === 'broken') {
    return <BrokenLog broken={followed.broken} onAnew={onAnew} />
  }
  if (followed.state === 'unbelieved') {
    return followed.reason === 'log.algorithm-absent' ? (
      <Notice tone="warn" title={t('cannot')}>
        {t('cannotMore')}
      </Notice>
    ) : (
      <Notice tone="danger" title={t('unbelieved')}>
        {t('unbelievedMore')}
      </Notice>
    )
  }
  return <NowCards {...looked} followed={followed} />
}

export default function LogPage() {
  const [looked, setLooked] = useState<Looked | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(true)
  const look = async () => {
    setBusy(true)
    setProblem(null)
    await lookAt().then(setLooked, (error: unknown) => setProblem(asProblem(error)))
    setBusy(false)
  }
  useEffect(() => void look(), [])
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/')} />}>
      <p>{t('lead')}</p>
      <p class="quiet">{t('private')}</p>
      {problem && <ProblemNotice problem={problem} onRetry={() => void look()} />}
      {looked === null ? (
        isBusy && <Skeleton lines={4} />
      ) : (
        <Found looked={looked} onAnew={() => void look()} />
      )}
      {looked !== null && (
        <Button icon={refresh} isBusy={isBusy} onPress={() => void look()}>
          {t('again')}
        </Button>
      )}
      {looked !== null && <CheckItYourself log={looked.log} />}
    </Screen>
  )
}
