/** The hotel's desk: who has scanned the printed code, with exactly what a stay notice needs. */
import type { Matter } from '../matters.ts'
import { machineTime } from '../own-clock.ts'
import type { WorldParty } from '../party-list.ts'
import { claimName, claimText, type Language } from './claim-words.ts'
import { codePicture } from './code-picture.ts'
import { deskWords } from './desk-words.ts'
import { escape, framed, hourText } from './frame.ts'
import { icons } from './icons.ts'

interface Of {
  readonly party: WorldParty
  readonly language: Language
  /** What a printed code says, by its place. */
  readonly codeOf: (place: string) => string
}
const NEW_MS = 20_000
const VIETNAM_AHEAD_MS = 7 * 3600 * 1000
const MINUTE_MS = 60_000
const [NIGHT, MORNING] = [23 * 60, 8 * 60]

const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => escape(String(values[name] ?? '')))

/** Until 23:00, and from then on until 08:00 (Law 68/2020/QH14 art. 30). */
const minutesLeft = (at: Date): number => {
  const minute = Math.floor((at.getTime() + VIETNAM_AHEAD_MS) / MINUTE_MS) % (24 * 60)
  return minute < NIGHT ? NIGHT - minute : 24 * 60 - minute + MORNING
}

const placeName = ({ party, language }: Of, place: string | null): string =>
  (place === null ? undefined : party.places[place]?.[language]) ?? ''

const codes = (of: Of): string => {
  const w = deskWords[of.language]
  const items = Object.keys(of.party.places).map((place) => {
    const name = escape(placeName(of, place))
    return `<li>${codePicture(of.codeOf(place), filled(w.qr, { place: placeName(of, place) }))}
<div><b>${name}</b><a href="/print/${place}">${icons.print}${w.print}</a></div></li>`
  })
  return `<section class="card"><h2>${w.codes}</h2><p>${w.codesLead}</p>
<ul class="plain codes">${items.join('')}</ul></section>`
}

const initials = (name: string): string =>
  name
    .split(' ')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase()

const guest = (of: Of, matter: Matter): string => {
  const { language } = of
  const w = deskWords[language]
  const { received, reference, place, state, wishes } = matter
  const erased = wishes.at(-1)
  const at = received?.at ?? matter.openedAt
  const facts = [
    filled(w.matter, { reference }),
    escape(placeName(of, place)),
    filled(w.at, { time: hourText(at) }),
  ]
  const when = `<p class="when">${facts.join(' · ')}</p>`
  const item = (face: string, title: string, more: string, chips: string, isNew = false): string =>
    `<li class="guest${isNew ? ' new' : ''}" data-guest="${reference}">
<span class="face" aria-hidden="true">${face}</span>
<div><h3${received && !erased ? ' data-claim="name"' : ''}>${title}</h3>${more}${when}</div>
<div class="chips">${chips}</div></li>`
  if (erased) {
    return item('', filled(w.erased, { time: hourText(erased.at) }), '', '')
  }
  if (!received) {
    const isRefusal = state === 'refused'
    const next = `<p>${isRefusal ? w.refusedNext : w.wrongNext}</p>`
    return item('?', isRefusal ? w.refused : w.wrong, next, '')
  }
  const rest = received.claims.filter(({ name }) => name !== 'name')
  const fields = rest.map(
    (claim) => `<div data-claim="${escape(claim.name)}"><dt>${escape(claimName(claim.name, language))}</dt>
<dd>${escape(claimText(claim, language))}</dd></div>`,
  )
  const name = nameOf(matter)
  const chips = [w.proven, w.holder].map((text) => `<span class="chip">${icons.tick}${text}</span>`)
  const isNew = machineTime().getTime() - received.at.getTime() < NEW_MS
  return item(initials(name), escape(name), `<dl>${fields.join('')}</dl>`, chips.join(''), isNew)
}

const nameOf = ({ received }: Matter): string =>
  String(received?.claims.find(({ name }) => name === 'name')?.value ?? '')

/** `matters`: of the desk, the newest first; those that nobody has answered say nothing of anybody. */
export const deskPage = (of: Of, matters: readonly Matter[], version: number): string => {
  const w = deskWords[of.language]
  const told = matters.filter(({ state }) => state !== 'waiting')
  const came = told.filter(({ received, wishes }) => received !== null && wishes.length === 0)
  const left = minutesLeft(machineTime())
  const time = filled(w.leftToday, { hours: Math.floor(left / 60), minutes: left % 60 })
  const list =
    told.length === 0
      ? `<div class="empty">${icons.bed}<p>${w.empty}</p></div>`
      : `<ul class="plain guests">${told.map((one) => guest(of, one)).join('')}</ul>`
  const headline = came.length === 0 ? w.none : filled(w.some, { count: came.length })
  const body = `<main class="in two"><section class="card head"><div><h1>${headline}</h1>
<p>${w.rule}</p></div><span class="chip plain">${icons.clock}${time}</span></section>
<div class="side">${codes(of)}<section class="card note">${icons.shield}<p>${w.privacy}</p></section></div>
<section class="card" aria-labelledby="guests"><h2 id="guests">${w.guests}</h2>${list}</section></main>`
  const [newest] = came
  const says = newest ? filled(w.came, { name: nameOf(newest) }) : ''
  return framed(of.party, of.language, { title: w.title, body, watch: { at: '/state', version, says } })
}

export const sheetPage = (of: Of, place: string): string => {
  const { party, language } = of
  const w = deskWords[language]
  const names = party.purpose.required.map((name) => claimName(name, language).toLowerCase()).join(', ')
  const picture = codePicture(of.codeOf(place), filled(w.qr, { place: placeName(of, place) }))
  const body = `<main class="in"><section class="card sheet"><h1>${w.sheetTitle}</h1>
<p><b>${escape(party.name[language])}</b></p>${picture}<p>${w.sheetLead}</p>
<p>${filled(w.sheetAsks, { names })}</p><p><small>${escape(party.purpose.law[language])}</small></p>
<p><small>${filled(w.sheetPlace, { place: placeName(of, place) })}</small></p>
<p class="no-print">${w.printNow} <a href="/">${w.back}</a></p></section></main>`
  return framed(party, language, { title: w.sheetTitle, body })
}

export const noDeskPage = ({ party, language }: Of): string => {
  const w = deskWords[language]
  const body = `<main class="in"><section class="card"><h1>${w.lostTitle}</h1><p>${w.lostLead}</p>
<a class="button" href="/">${w.back}</a></section></main>`
  return framed(party, language, { title: w.lostTitle, body })
}
