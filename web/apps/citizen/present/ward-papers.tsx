// In the profile of a child or ward: a paper of hers by a code, for as long as the consent lasts. Whose it
// is, and who holds it, stands beside the code; nothing of it stays on this phone.
import { useEffect, useRef, useState } from 'preact/hooks'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { useLoad } from '../../../client/press.ts'
import { Status, useStep } from '../../../ui/attention.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { now } from '../../../ui/clock.ts'
import { timeVN } from '../../../ui/format.ts'
import { clock, Icon, plus } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { WardConsent } from '../documents/ward-consent.tsx'
import { givenName } from '../family/family.ts'
import { errandName } from './errands.ts'
import { PaperSwitch } from './paper-switch.tsx'
import { CodeSheet, WhatIsSeen } from './shown-code.tsx'
import type { Document } from './use-showing.ts'
import { fetchPaper, isForClinic, openWardWay, type WardWay } from './ward-way.ts'

const t = phrases({
  whose: { vi: '{title} của {name}, do bạn giữ', en: '{title} of {name}, held by you' },
  compare: {
    vi: 'Người kiểm tra thấy thông tin của {name}, không thấy gì của bạn. Bạn cầm máy, không đưa máy cho ai.',
    en: 'Whoever checks sees what is written of {name}, and nothing of you. Keep the phone in your own hand.',
  },
  until: {
    vi: 'Hiện đến {at}, rồi tự cất. Không lưu trên máy này.',
    en: 'Shown until {at}, then it is put away. It is not kept on this phone.',
  },
  hide: { vi: 'Cất giấy tờ', en: 'Put it away' },
  none: { vi: '{name} chưa có giấy tờ nào để xuất trình', en: '{name} has no document to present' },
  noneMore: {
    vi: 'Thêm thẻ bảo hiểm y tế một lần; lần khám sau chỉ cần mở ra.',
    en: 'Add the insurance card once; at the next visit you only open it.',
  },
  add: { vi: 'Thêm giấy tờ', en: 'Add a document' },
})

type WardPaper = WardWay['papers'][number]

const OnePaper = ({
  paper,
  read,
  name,
  until,
  onHide,
}: {
  paper: WardPaper
  read: () => Promise<Document>
  name: string
  until: string
  onHide: () => void
}) => {
  const { data, problem, reload } = useLoad(read)
  const whose = { title: paper.title, name: givenName(name) }
  const what = isForClinic(paper) ? `${errandName('clinic')}, ${paper.title}` : paper.title
  if (problem) {
    return <ProblemNotice problem={problem} onRetry={reload} />
  }
  if (!data) {
    return <Skeleton shape="card" />
  }
  return (
    <div class="showing">
      <CodeSheet document={data} paper={paper} what={what} />
      <div class="holder">
        <Portrait name={name} shape="card" size={76} />
        <div>
          <b>{name}</b>
          <p>{t('whose', whose)}</p>
        </div>
      </div>
      <p>{t('compare', whose)}</p>
      <WhatIsSeen document={data} paper={paper} isFaceHere={false} />
      <Status class="showing-until">
        <Icon of={clock} size={20} />
        <span>{t('until', { at: timeVN(until) })}</span>
      </Status>
      <Button isWide onPress={onHide}>
        {t('hide')}
      </Button>
    </div>
  )
}

const None = ({ name }: { name: string }) => (
  <section class="not-shown">
    <Icon of={plus} size={40} />
    <h2>{t('none', { name: givenName(name) })}</h2>
    <p>{t('noneMore')}</p>
    <LinkButton kind="primary" isWide href={hrefTo('/documents/add')}>
      {t('add')}
    </LinkButton>
  </section>
)

const Agreed = ({
  name,
  first,
  until,
  onHide,
}: {
  name: string
  first: string | null
  until: string
  onHide: () => void
}) => {
  const { data, problem, reload } = useLoad(openWardWay)
  const [chosen, choose] = useState(first)
  // Who goes back and forth between two papers shows the same two.
  const fetched = useRef(new Map<string, Promise<Document>>())
  if (problem?.code === 'credentials.nothing-to-issue') {
    return <None name={name} />
  }
  if (problem) {
    return <ProblemNotice problem={problem} onRetry={reload} />
  }
  if (!data) {
    return <Skeleton shape="card" />
  }
  const paper = data.papers.find(({ of }) => of === chosen) ?? data.papers[0]
  if (!paper) {
    return <None name={name} />
  }
  const read = (): Promise<Document> => {
    const known = fetched.current.get(paper.of)
    if (known) {
      return known
    }
    const coming = fetchPaper(data.way, paper)
    fetched.current.set(paper.of, coming)
    coming.catch(() => fetched.current.delete(paper.of))
    return coming
  }
  return (
    <>
      {isForClinic(paper) && <h2>{errandName('clinic')}</h2>}
      {data.papers.length > 1 && <PaperSwitch papers={data.papers} chosen={paper} choose={choose} />}
      <OnePaper key={paper.of} paper={paper} read={read} name={name} until={until} onHide={onHide} />
    </>
  )
}

/** `name`: of the child or ward. `first`: which paper, by its id; else that of a clinic. */
export const WardPapers = ({ name, first }: { name: string; first: string | null }) => {
  const [until, agree] = useState<string | null>(null)
  useStep(until === null ? 'asked' : 'shown')
  useEffect(() => {
    if (until === null) {
      return undefined
    }
    const timer = setTimeout(() => agree(null), Math.max(0, Date.parse(until) - now()))
    return () => clearTimeout(timer)
  }, [until])
  return until === null ? (
    <WardConsent onConsent={agree} />
  ) : (
    <Agreed name={name} first={first} until={until} onHide={() => agree(null)} />
  )
}
