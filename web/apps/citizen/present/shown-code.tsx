// The code, how long until the next one, and what whoever scans it will see and will not see.
import { useNow } from '../../../ui/clock.ts'
import { numberText } from '../../../ui/format.ts'
import { check, eyeOff, Icon, info, refresh } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { codeRenewal_s } from '../../../../formats/presentation-code/offline-binding.ts'
import { useReachable } from '../../../client/reachability.ts'
import { claimLabel } from '../../../kit/documents/claim-words.ts'
import type { HeldCard } from '../shell/session.ts'
import { CodePicture } from './code-picture.tsx'
import { errandName, type Errand } from './errands.ts'
import { untilText } from './until-text.ts'
import { useCode, type Document, type ShownCode } from './use-showing.ts'

const t = phrases({
  picture: { vi: 'Mã QR xuất trình: {errand}', en: 'QR code to show: {errand}' },
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

/** The picture is seen on the screen, and whoever sees a birth date knows the age. */
const SAID_OTHERWISE: ReadonlySet<string> = new Set(['portrait', 'age_over_18'])

const WhatIsSeen = ({ document, errand }: { document: Document; errand: Errand }) => {
  const seen = errand.show.filter((name) => document.has.includes(name))
  const unseen = document.has.filter((name) => !seen.includes(name) && !SAID_OTHERWISE.has(name))
  const labels = [t('face'), ...seen.map(claimLabel)]
  return (
    <section class="what-is-seen">
      <header>
        <h2>{t('seen')}</h2>
        <span>{t('items', { n: labels.length })}</span>
      </header>
      <ul>
        {labels.map((label) => (
          <li key={label}>
            <Icon of={check} size={18} />
            {label}
          </li>
        ))}
        <li class="is-unseen">
          <Icon of={eyeOff} size={18} />
          {t('unseen', { names: unseen.map(claimLabel).map(lowerFirst).join(', ') })}
        </li>
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

export const ShownCodeView = ({
  document,
  errand,
  held,
}: {
  document: Document
  errand: Errand
  held: HeldCard
}) => {
  const code = useCode(document, errand)
  const isReachable = useReachable()
  const isDue = document.isDue && !isReachable
  const at = untilText(document.expiresAt_s)
  return (
    <div class="showing">
      <div class="code-sheet">
        {code ? (
          <>
            <CodePicture digits={code.digits} label={t('picture', { errand: errandName(errand.id) })} />
            <Renewal code={code} />
          </>
        ) : (
          <Skeleton shape="card" />
        )}
      </div>
      <Holder held={held} isNamed={errand.show.includes('name')} />
      <WhatIsSeen document={document} errand={errand} />
      <p class={isDue ? 'showing-until is-due' : 'showing-until'}>
        <Icon of={isDue ? refresh : info} size={20} />
        <span>{isDue ? t('due', { at }) : t('until', { at })}</span>
      </p>
    </div>
  )
}
