/** What every page of a party has around it, in Vietnamese and English, rendered by the party itself. */
import { createHash } from 'node:crypto'
import type { WorldParty } from '../party-list.ts'
import type { Language } from './claim-words.ts'
import { emblems } from './icons.ts'
import { styleOf } from './look.ts'

const words = {
  vi: { band: 'MÔI TRƯỜNG THỬ · dữ liệu giả', sample: 'trang mẫu' },
  en: { band: 'TEST ENVIRONMENT · synthetic data', sample: 'a sample page' },
} as const
const others = {
  vi: { language: 'en', name: 'English', title: 'Switch to English' },
  en: { language: 'vi', name: 'Tiếng Việt', title: 'Chuyển sang tiếng Việt' },
} as const

export const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

/** Asks whether something has happened, and shows it in place: what the page says is always the server's. */
const WATCH = `const live=document.getElementById('live');if(live&&live.dataset.watch){let at=live.dataset.version;const look=async()=>{try{const r=await fetch(live.dataset.watch,{cache:'no-store'});const s=await r.json();if(String(s.version)!==at){at=String(s.version);const p=await fetch(location.href,{cache:'no-store'});const d=new DOMParser().parseFromString(await p.text(),'text/html');live.replaceChildren(...d.getElementById('live').childNodes);document.title=d.title;document.getElementById('told').textContent=d.getElementById('told').dataset.says||''}}catch{}setTimeout(look,1500)};setTimeout(look,1500)}`
export const SCRIPT_HASH = `'sha256-${createHash('sha256').update(WATCH).digest('base64')}'`

export interface Page {
  readonly title: string
  readonly body: string
  /** Where to ask what has happened since `version`; what is then read out. */
  readonly watch?: { readonly at: string; readonly version: number; readonly says: string }
}

export const framed = (party: WorldParty, language: Language, { title, body, watch }: Page): string => {
  const [w, other] = [words[language], others[language]]
  const name = escape(party.name[language])
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)} · ${name}</title><style>${styleOf(party.house, party.kind)}</style></head>
<body><header><div class="band">${w.band}</div><div class="in">${emblems[party.kind]}
<a class="name" href="/"><b>${name}</b><small>${escape(party.domain)} · ${w.sample}</small></a>
<a class="lang" lang="${other.language}" hreflang="${other.language}" href="?lang=${other.language}"
 title="${other.title}">${other.name}</a></div></header>
<p id="told" class="unseen" role="status" data-says="${escape(watch?.says ?? '')}"
 style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"></p>
<div id="live"${watch ? ` data-watch="${watch.at}" data-version="${watch.version}"` : ''}>${body}</div>
<script>${WATCH}</script></body></html>`
}

const HOURS: Intl.DateTimeFormatOptions = { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' }
const DAY: Intl.DateTimeFormatOptions = {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
}
export const hourText = (at: Date): string => at.toLocaleTimeString('en-GB', HOURS)
export const dayText = (at: Date): string => at.toLocaleDateString('en-GB', DAY)
