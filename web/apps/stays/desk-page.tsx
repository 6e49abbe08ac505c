// The work of a desk: by when to notify, whoever is added by typing, card or file, and who stays there.
import './desk.css'
import { useState } from 'preact/hooks'
import type { CloseStayDesk, ListStays } from '../../../contract/stays.ts'
import { deed, view } from '../../client/call.ts'
import { usePages } from '../../client/pages.ts'
import { usePress } from '../../client/press.ts'
import { LanguageSwitch, TextSizeButton } from '../../kit/language-switch.tsx'
import { ProblemNotice } from '../../kit/problem-notice.tsx'
import type { Notice as StayNotice } from '../../kit/stays/stay-words.ts'
import { usePage } from '../../ui/attention.tsx'
import { Band } from '../../ui/band.tsx'
import { Button } from '../../ui/button.tsx'
import { home, Icon, logOut } from '../../ui/icons.tsx'
import { Lotus } from '../../ui/lotus.tsx'
import { Notice } from '../../ui/notice.tsx'
import { phrases } from '../../ui/phrases.ts'
import { Skeleton } from '../../ui/waiting.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { AddGuest } from './add-guest.tsx'
import { deskClosed, lookWhoseDesk, orClosed, useDesk, type DeskState } from './desk.ts'
import { DueCard } from './due-card.tsx'
import { FileCard } from './file-card.tsx'
import { GuestList, type Show } from './guest-list.tsx'

const t = phrases({
  brand: { vi: 'Lưu trú', en: 'Stays' },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to the content' },
  leave: { vi: 'Đóng quầy', en: 'Close the desk' },
  seen: {
    vi: 'Quầy chỉ thấy tên, số giấy, ngày đến và đi. Khách thấy dòng “{name} báo bạn ở lại đó” trong máy của mình.',
    en: 'The desk sees names, papers and days. The guest sees in her own app that {name} notified her stay.',
  },
})

const DeskCode = lazyPart(() => import('./desk-code.tsx'))

const Head = ({ state: { facility } }: { state: DeskState }) => {
  const closing = usePress()
  const leave = () =>
    void closing.press(async () => {
      await orClosed(deed<typeof CloseStayDesk>('stays.close-desk', {}))
      deskClosed()
    })
  return (
    <header class="desk-head on-dark">
      <span class="desk-brand">
        <Lotus size={30} />
        <b>{t('brand')}</b>
      </span>
      <span class="desk-place">
        <Icon of={home} size={19} />
        <span>
          {facility.name} · {facility.address}
        </span>
      </span>
      <span class="desk-end">
        <TextSizeButton />
        <LanguageSwitch />
        <Button size="small" icon={logOut} isBusy={closing.isBusy} onPress={leave}>
          {t('leave')}
        </Button>
      </span>
    </header>
  )
}

export const DeskPage = () => {
  const { state, problem } = useDesk()
  usePage(state?.facility.name ?? '')
  const [show, setShow] = useState<Show>('tonight')
  const pages = usePages<StayNotice>((cursor) =>
    orClosed(view<typeof ListStays>('stays.guests', { show, ...(cursor ? { cursor } : {}) })),
  )
  const changed = () => {
    pages.reload()
    void lookWhoseDesk()
  }
  return (
    <div class="desk">
      <a class="skip unseen" href="#content">
        {t('skip')}
      </a>
      <Band />
      {state && <Head state={state} />}
      <main class="desk-main" id="content" tabIndex={-1}>
        {problem && <ProblemNotice problem={problem} onRetry={() => void lookWhoseDesk()} />}
        {!state && !problem && <Skeleton lines={5} />}
        {state && (
          <>
            <DueCard state={state} onDue={() => void lookWhoseDesk()} />
            <div class="desk-columns">
              <div class="desk-adding">
                <AddGuest state={state} onDone={changed} />
                <FileCard rows={state.fileRows} onDone={changed} />
                <DeskCode facility={state.facility} />
                <Notice isQuiet>{t('seen', { name: state.facility.name })}</Notice>
              </div>
              <GuestList
                key={show}
                state={state}
                pages={pages}
                show={show}
                onShow={(next) => {
                  setShow(next)
                  queueMicrotask(() => pages.reload())
                }}
                onChanged={changed}
              />
            </div>
          </>
        )}
      </main>
    </div>
  )
}
