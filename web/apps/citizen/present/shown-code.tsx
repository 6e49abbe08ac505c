// The code, how long until the next one, and what whoever scans it will see and will not see.
import { useNow } from '../../../ui/clock.ts'
import { numberText } from '../../../ui/format.ts'
import { check, eyeOff, Icon, info, refresh } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { codeRenewal_s } from '../../../../formats/presentation-code/offline-binding.ts'
import { useReachable } from '../../../client/reachability.ts'
import type { HeldCard } from '../shell/session.ts'
import { CodePicture } from '../../../kit/code-picture.tsx'
import { labelIn, orderIn, saidOtherwise, type Paper } from './shown-papers.ts'
import { untilText } from './until-text.ts'
import { useCode, type Document, type ShownCode } from './use-showing.ts'

const t = phrases({
  picture: { vi: 'Mã QR xuất trình: {what}', en: 'QR code to show: {what}' },
  next: { vi: 'Mã tự đổi sau {n} giây', en: 'A new code in {n} seconds' },
  nothing: { vi: 'Bạn không phải bấm gì. Không cần mạng.', en: 'Nothing to press. No network needed.' },
  seen: { vi: 'Người kiểm tra sẽ thấy', en: 'Whoever checks will see' },
  items: { vi: '{n} mục', en: '{n} items' },
  face: { vi: 'Ảnh của bạn, trên màn hình này', en: 'Your picture, on this screen' },
  unseen: { vi: 'Không thấy: {names}', en: 'They will not see: {names}' },
  compare: {
    vi: 'Họ so mặt bạn với ảnh này. Bạn cầm máy, không đưa máy cho ai.',
    en: 'They compare your face with this picture. Keep the phone in your own hand.',
  },
  until: {
    vi: 'Giấy tờ trong máy dùng được đến {at}, kể cả khi mất mạng.',
    en: 'What is kept here works until {at}, also without a network.',
  },
  due: {
    vi: 'Cần đồng bộ: có mạng là máy tự lấy bản mới. Bản này vẫn dùng được đến {at}.',
    en: 'Sync needed: with a network the phone fetches a new copy by itself. This one works until {at}.',
  },
})

const Renewal = ({ code }: { code: ShownCode }) => {
  const left_s = Math.max(0, Math.ceil((code.nextAt_ms - useNow()) / 1000))
  return (
    <div class="renewal">
      <i aria-hidden="true">
        <b style={`width:${(100 * left_s) / codeRenewal_s}%`} />
      </i>
      <p aria-hidden="true">{t('next', { n: numberText(left_s) })}</p>
      <small>{t('nothing')}</small>
    </div>
  )
}

/** `isFaceHere`: her picture stands on this screen beside the code. */
export const WhatIsSeen = ({
  document,
  paper,
  isFaceHere,
}: {
  document: Document
  paper: Paper
  isFaceHere: boolean
}) => {
  const has = orderIn(paper).filter((name) => document.has.includes(name) && labelIn(paper, name) !== null)
  const seen = paper.show.filter((name) => has.includes(name))
  const unseen = has.filter((name) => !seen.includes(name) && !saidOtherwise(paper).has(name))
  const label = (name: string): string => labelIn(paper, name) ?? ''
  const labels = [...(isFaceHere ? [t('face')] : []), ...seen.map(label)]
  return (
    <section class="what-is-seen">
      <header>
        <h2>{t('seen')}</h2>
        <span>{t('items', { n: labels.length })}</span>
      </header>
      <ul>
        {labels.map((one) => (
          <li key={one}>
            <Icon of={check} size={18} />
            {one}
          </li>
        ))}
        {unseen.length > 0 && (
          <li class="is-unseen">
            <Icon of={eyeOff} size={18} />
            {t('unseen', { names: unseen.map(label).map(lowerFirst).join(', ') })}
          </li>
        )}
      </ul>
    </section>
  )
}
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Her name stands here only where the code says it as well. */
const Holder = ({ held: { card }, isNamed }: { held: HeldCard; isNamed: boolean }) => (
  <div class="holder">
    <Portrait
      name={card.fullName}
      src={card.portrait ?? undefined}
      shape="card"
      size={76}
      decorative={isNamed}
    />
    <div>
      {isNamed && <b>{card.fullName}</b>}
      <p>{t('compare')}</p>
    </div>
  </div>
)

/** The code of this document, or its place until it is drawn. */
export const CodeSheet = ({ document, paper, what }: { document: Document; paper: Paper; what: string }) => {
  const code = useCode(document, paper.show)
  return (
    <div class="code-sheet">
      {code ? (
        <>
          <CodePicture text={code.digits} label={t('picture', { what })} />
          <Renewal code={code} />
        </>
      ) : (
        <Skeleton shape="card" />
      )}
    </div>
  )
}

/** `what`: the errand, or the document where it is shown by itself. */
export const ShownCodeView = ({
  document,
  paper,
  what,
  held,
}: {
  document: Document
  paper: Paper
  what: string
  held: HeldCard
}) => {
  const isReachable = useReachable()
  const isDue = document.isDue && !isReachable
  const at = untilText(document.expiresAt_s)
  return (
    <div class="showing">
      <CodeSheet document={document} paper={paper} what={what} />
      <Holder held={held} isNamed={paper.show.includes('name')} />
      <WhatIsSeen document={document} paper={paper} isFaceHere />
      <p class={isDue ? 'showing-until is-due' : 'showing-until'}>
        <Icon of={isDue ? refresh : info} size={20} />
        <span>{isDue ? t('due', { at }) : t('until', { at })}</span>
      </p>
    </div>
  )
}
