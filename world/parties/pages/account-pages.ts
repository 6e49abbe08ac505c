/** The bank's pages: what it will ask, the code, and exactly what came. */
import type { Matter } from '../matters.ts'
import type { Received } from '../received.ts'
import type { WorldParty } from '../party-list.ts'
import { accountWords } from './account-words.ts'
import { claimName, claimText, insteadOf, type Language } from './claim-words.ts'
import { codePicture } from './code-picture.ts'
import { dayText, escape, framed, hourText } from './frame.ts'
import { icons } from './icons.ts'

/** Which page of whose house, in which language. */
interface Of {
  readonly party: WorldParty
  readonly language: Language
}
const MINUTES = 10

const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => escape(String(values[name] ?? '')))

interface Head {
  readonly title: string
  readonly lead: string
  readonly step?: 0 | 1 | 2
  readonly matter?: Matter
}
const whole = (language: Language, { title, lead, step, matter }: Head, inside: string): string => {
  const w = accountWords[language]
  const marks = w.steps.map((name, index) => {
    const isBefore = step !== undefined && index < step
    const now = index === step ? ' class="now" aria-current="step"' : isBefore ? ' class="past"' : ''
    return `<li${now}><i>${isBefore ? icons.tick : index + 1}</i>${name}</li>`
  })
  const number = matter ? `<span class="chip">${w.matter} ${matter.reference}</span>` : ''
  return `<main><div class="hero"><div class="in">
${step === undefined ? '' : `<ol class="steps">${marks.join('')}</ol>`}
<h1>${title}</h1><p>${lead}</p>${number}</div></div><div class="in body">${inside}</div></main>`
}

const asked = ({ party: { purpose }, language }: Of): string => {
  const w = accountWords[language]
  const row = (name: string, mark: string): string => {
    const instead = insteadOf(name, language)
    const label = `<b>${claimName(name, language)}</b>${instead ? `<small>${instead}</small>` : ''}`
    return `<li>${label}${mark}</li>`
  }
  const must = purpose.required.map((name) =>
    row(name, `<span class="chip plain">${icons.lock}${w.needed}</span>`),
  )
  const may = purpose.optional.map((name) => row(name, `<span class="chip off">${w.free}</span>`))
  return `<h2>${w.need}</h2><ul class="plain asks">${must.join('')}</ul>
<h2>${w.choose}</h2><p>${w.chooseLead}</p>
<ul class="plain asks">${may.join('')}</ul>`
}

const reasons = ({ party: { purpose, contact }, language }: Of): string => {
  const w = accountWords[language]
  return `<dl class="pairs"><div><dt>${w.why}</dt><dd>${escape(purpose.law[language])}</dd></div>
<div><dt>${w.keeps}</dt>
<dd>${escape(purpose.retention.words[language])}<small>${w.keepsRest}</small></dd></div>
<div><dt>${w.contact}</dt><dd>${escape(contact)}</dd></div></dl>`
}

const safety = (language: Language): string => {
  const w = accountWords[language]
  const lines = w.safe.map((text) => `<li>${icons.shield}<small>${text}</small></li>`)
  return `<aside class="card" aria-labelledby="safe"><h2 id="safe">${w.safeTitle}</h2>
<ul class="plain proofs">${lines.join('')}</ul></aside>`
}

export const openPage = (of: Of): string => {
  const w = accountWords[of.language]
  const begin = `<form method="post" action="/open">
<button class="button" type="submit">${w.start}</button></form>`
  const inside = `<section class="card">${asked(of)}${begin}</section>
<div class="stack"><section class="card">${reasons(of)}</section>${safety(of.language)}</div>`
  const head = { title: w.openTitle, lead: w.openLead }
  return framed(of.party, of.language, { title: head.title, body: whole(of.language, head, inside) })
}

/** `link`: what the code says, and what opens the app on this device. */
export const waitingPage = (of: Of, matter: Matter, link: string): string => {
  const w = accountWords[of.language]
  const picture = codePicture(link, filled(w.qr, { reference: matter.reference }))
  const inside = `<section class="card last">${asked(of)}${reasons(of)}</section>
<div class="stack"><section class="card scan"><h2>${w.scan}</h2><p>${w.scanLead}</p>
<div class="frame">${picture}</div><p class="waits"><i></i>${w.waits}</p>
<p>${filled(w.waitsLead, { minutes: MINUTES })}</p><div class="or">${w.or}</div>
<a class="button calm" href="${escape(link)}">${icons.phone}${w.here}</a></section>
${safety(of.language)}</div>`
  const lead = escape(of.party.purpose.words[of.language])
  const body = whole(of.language, { title: w.shareTitle, lead, step: 0, matter }, inside)
  return framed(of.party, of.language, { title: w.shareTitle, body, watch: watchOf(matter, w.waits) })
}

const watchOf = ({ id, version }: Matter, says: string) => ({ at: `/state/${id}`, version, says })

const rows = (of: Of, received: Received): string => {
  const w = accountWords[of.language]
  return received.claims
    .map((claim) => {
      const proof = `<span class="chip">${icons.tick}${w.proven}</span>`
      return `<div data-claim="${escape(claim.name)}"><dt>${escape(claimName(claim.name, of.language))}</dt>
<dd>${escape(claimText(claim, of.language))} ${proof}</dd></div>`
    })
    .join('')
}

const proofs = ({ language }: Of, matter: Matter, received: Received): string => {
  const w = accountWords[language]
  const line = (what: string, how: string): string =>
    `<li>${icons.shield}<div><b>${what}</b><small>${how}</small></div></li>`
  const until = received.expiresAt
    ? line(w.until, filled(w.untilDay, { day: dayText(received.expiresAt) }))
    : ''
  return `<ul class="plain proofs">${line(w.issuer, escape(received.issuer[language]))}
${line(w.holder, filled(w.holderFor, { reference: matter.reference }))}
${line(w.status, filled(w.statusAt, { time: hourText(received.at) }))}${until}</ul>`
}

const wishes = ({ party, language }: Of, { wishes: all }: Matter): string => {
  const w = accountWords[language]
  return all
    .map(({ kind, at, kept }) => {
      const when = filled(w.wishedAt, { time: hourText(at), day: dayText(at) })
      const names = kept.map((name) => claimName(name, language)).join(', ')
      const law = party.mustKeep ? `${w.keptLaw}: ${escape(party.mustKeep.law)}.` : ''
      const stays = kept.length > 0 ? `<p>${filled(w.kept, { names })} ${law}</p>` : ''
      return `<section class="card" data-wish="${kind}"><div class="note">${icons.eraser}<div>
<h2>${w.wished[kind]}</h2><p>${when} ${w.erased}</p>${stays}</div></div></section>`
    })
    .join('')
}

const notReceived = (of: Of, received: Received): string => {
  const w = accountWords[of.language]
  const missing = of.party.purpose.optional.filter(
    (name) => !received.claims.some((claim) => claim.name === name),
  )
  const chips = missing.map(
    (name) => `<span class="chip off">${icons.no}${claimName(name, of.language)}</span>`,
  )
  return missing.length === 0
    ? ''
    : `<h2>${w.notGot}</h2><p>${w.notGotLead}</p><p data-not-received>${chips.join(' ')}</p>`
}

const always = ({ language }: Of, received: Received): string => {
  const rest = received.always.map(
    (claim) =>
      `<div><dt>${escape(claimName(claim.name, language))}</dt>
<dd>${escape(claimText(claim, language))}</dd></div>`,
  )
  return rest.length === 0
    ? ''
    : `<details><summary>${accountWords[language].with}</summary>
<dl class="pairs">${rest.join('')}</dl></details>`
}

export const receivedPage = (of: Of, matter: Matter, received: Received): string => {
  const w = accountWords[of.language]
  const name = received.claims.find((claim) => claim.name === 'name')?.value
  const hasWish = matter.wishes.length > 0
  const title = filled(hasWish ? w.heldTitle : w.gotTitle, { count: received.claims.length })
  const sum =
    hasWish || typeof name !== 'string'
      ? ''
      : `<div class="sum">${icons.check}<h2>${filled(w.gotAccount, { name })}</h2></div>`
  const inside = `<div class="stack">${wishes(of, matter)}<section class="card">${sum}
<dl class="pairs" data-received>${rows(of, received)}</dl>${hasWish ? '' : notReceived(of, received)}
${always(of, received)}</section></div><div class="stack"><section class="card" aria-labelledby="how">
<h2 id="how">${w.proofs}</h2>${proofs(of, matter, received)}</section>
<section class="card">${reasons(of)}</section>
</div>`
  const lead = hasWish ? w.heldLead : w.gotLead
  const body = whole(of.language, { title, lead, step: 2, matter }, inside)
  return framed(of.party, of.language, { title, body, watch: watchOf(matter, title) })
}

type Told = 'refused' | 'wrong' | 'other' | 'lost'
/** A page that says one thing and where to go on. */
export const toldPage = ({ party, language }: Of, told: Told): string => {
  const w = accountWords[language]
  const [title, lead] = [w[`${told}Title`], w[`${told}Lead`]]
  const next = told === 'refused' || told === 'wrong' ? w.again : w.home
  const inside = `<section class="card"><a class="button" href="/">${next}</a></section>`
  return framed(party, language, { title, body: whole(language, { title, lead }, inside) })
}
