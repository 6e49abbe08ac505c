/** The portal's pages in Vietnamese and English, rendered on the server. */
import { createHash } from 'node:crypto'
import { EMBLEM, STYLE } from './look.ts'
import type { SignedIn } from './sessions.ts'

export type Language = 'vi' | 'en'

const words = {
  vi: {
    portal: 'Cổng dịch vụ công Sông Lam',
    sample: 'Trang mẫu của bên tin cậy · dữ liệu giả',
    band: 'MÔI TRƯỜNG THỬ · dữ liệu giả',
    other: 'English',
    otherName: 'Switch to English',
    welcome: 'Dịch vụ công, một lần đăng nhập',
    lead: 'Dùng tài khoản định danh của bạn để tra cứu và nộp hồ sơ. Cổng này không biết và không giữ mật khẩu của bạn.',
    enter: 'Đăng nhập bằng Sen',
    safeTitle: 'Giữ an toàn',
    safe: [
      'Chỉ nhập mật khẩu ở trang của Sen; xem địa chỉ trước khi nhập.',
      'Không đọc mã cho bất kỳ ai, kể cả người xưng là cán bộ.',
      'Bạn xem được cổng này nhận những gì, trước và sau khi đồng ý.',
    ],
    hello: 'Xin chào',
    received: 'Cổng này đã nhận',
    receivedLead: 'Đây là toàn bộ những gì Sen gửi cho cổng này về bạn. Cổng khác nhận mã người dùng khác.',
    raw: 'Xem dữ liệu gốc (JSON)',
    idToken: 'Trong ID token',
    userinfo: 'Từ userinfo',
    leave: 'Đăng xuất',
    leaveWhy: 'Đăng xuất ở đây là đăng xuất khỏi Sen và mọi trang đã vào bằng Sen trên trình duyệt này.',
    ended: 'Bạn đã được đăng xuất',
    endedLead: 'Phiên này đã kết thúc ở Sen hoặc ở một trang khác. Đăng nhập lại nếu bạn muốn làm tiếp.',
    home: 'Về trang đầu',
    failed: 'Chưa đăng nhập được',
    failedLead: 'Cổng chưa nhận được lời đáp hợp lệ từ Sen. Không có gì được chia sẻ; hãy thử lại.',
    refused: 'Bạn đã không đồng ý chia sẻ. Cổng này không nhận được gì.',
    retry: 'Thử lại',
    yes: 'Có',
    no: 'Không',
    male: 'Nam',
    female: 'Nữ',
    claims: {
      sub: 'Mã người dùng ở cổng này',
      name: 'Họ, chữ đệm và tên',
      birthdate: 'Ngày sinh',
      gender: 'Giới tính',
      phone_number: 'Số điện thoại',
      phone_number_verified: 'Số điện thoại đã xác thực',
      email: 'Email',
      email_verified: 'Email đã xác thực',
      address: 'Nơi cư trú',
      personal_number: 'Số định danh cá nhân',
      account_level: 'Mức tài khoản',
      acr: 'Mức xác thực của lần đăng nhập',
      amr: 'Cách xác thực',
    },
  },
  en: {
    portal: 'Sông Lam public service portal',
    sample: 'A sample relying party · synthetic data',
    band: 'TEST ENVIRONMENT · synthetic data',
    other: 'Tiếng Việt',
    otherName: 'Chuyển sang tiếng Việt',
    welcome: 'Public services, one sign-in',
    lead: 'Use your electronic identity to look up and hand in dossiers. This portal neither knows nor keeps your password.',
    enter: 'Sign in with Sen',
    safeTitle: 'Stay safe',
    safe: [
      "Type your password on Sen's page only; look at the address first.",
      'Read a code to nobody, not even to somebody who says to be an officer.',
      'You see what this portal gets, before and after you agree.',
    ],
    hello: 'Hello',
    received: 'What this portal received',
    receivedLead: 'This is all that Sen sent to this portal about you. Another portal gets another user id.',
    raw: 'See the raw data (JSON)',
    idToken: 'In the ID token',
    userinfo: 'From userinfo',
    leave: 'Sign out',
    leaveWhy: 'Signing out here signs you out of Sen and of every page you entered with Sen in this browser.',
    ended: 'You have been signed out',
    endedLead: 'This session was ended at Sen or at another page. Sign in again to go on.',
    home: 'Back to the start',
    failed: 'Could not sign you in',
    failedLead: 'The portal got no valid answer from Sen. Nothing was shared; try again.',
    refused: 'You did not agree to share. This portal received nothing.',
    retry: 'Try again',
    yes: 'Yes',
    no: 'No',
    male: 'Male',
    female: 'Female',
    claims: {
      sub: 'User id at this portal',
      name: 'Full name',
      birthdate: 'Date of birth',
      gender: 'Sex',
      phone_number: 'Phone',
      phone_number_verified: 'Phone verified',
      email: 'E-mail',
      email_verified: 'E-mail verified',
      address: 'Residence',
      personal_number: 'Personal number',
      account_level: 'Account level',
      acr: 'Assurance of this sign-in',
      amr: 'Means of authentication',
    },
  },
} as const

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

/** Shows the end of the session without a reload. */
const WATCH = `const watch=setInterval(async()=>{try{const r=await fetch('/session',{cache:'no-store'});const s=await r.json();if(s.state!=='signed-in'){clearInterval(watch);document.getElementById('live').hidden=true;const e=document.getElementById('ended');e.hidden=false;e.focus()}}catch{}},2000)`
export const SCRIPT_HASH = `'sha256-${createHash('sha256').update(WATCH).digest('base64')}'`

const frame = (language: Language, title: string, body: string): string => {
  const w = words[language]
  const other = language === 'vi' ? 'en' : 'vi'
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)} · ${w.portal}</title><style>${STYLE}</style></head>
<body><header><div class="band">${w.band}</div><div class="in">${EMBLEM}
<div class="name"><b>${w.portal}</b><small>${w.sample}</small></div>
<a class="lang" lang="${other}" hreflang="${other}" href="?lang=${other}"
 title="${w.otherName}">${w.other}</a></div></header>${body}</body></html>`
}

const safety = (language: Language): string =>
  `<aside class="side" aria-labelledby="safe"><h2 id="safe">${words[language].safeTitle}</h2><ul>${words[language].safe.map((line) => `<li>${line}</li>`).join('')}</ul></aside>`

const enter = (language: Language, text: string): string => `<a class="button" href="/login">${text}</a>`

export const homePage = (language: Language): string => {
  const w = words[language]
  return frame(
    language,
    w.welcome,
    `<main class="in"><section class="card"><h1>${w.welcome}</h1><p>${w.lead}</p><div class="actions">${enter(language, w.enter)}</div></section>${safety(language)}</main>`,
  )
}

const shown = (language: Language, name: string, value: unknown): string => {
  const w = words[language]
  if (typeof value === 'boolean') {
    return value ? w.yes : w.no
  }
  if (name === 'gender') {
    return value === 'male' ? w.male : w.female
  }
  if (name === 'birthdate') {
    return String(value).split('-').reverse().join('/')
  }
  if (Array.isArray(value)) {
    return value.join(', ')
  }
  if (typeof value === 'object' && value !== null && 'formatted' in value) {
    return String(value.formatted)
  }
  return String(value)
}

const table = (language: Language, { idClaims, told }: SignedIn): string => {
  const all: Record<string, unknown> = { ...told, acr: idClaims['acr'], amr: idClaims['amr'] }
  const rows = Object.entries(words[language].claims).filter(([name]) => all[name] !== undefined)
  return `<dl>${rows.map(([name, label]) => `<div><dt>${label}</dt><dd data-claim="${name}">${escape(shown(language, name, all[name]))}</dd></div>`).join('')}</dl>`
}

const json = (value: unknown): string => `<pre tabindex="0">${escape(JSON.stringify(value, null, 2))}</pre>`

export const receivedPage = (language: Language, signedIn: SignedIn): string => {
  const w = words[language]
  const name = typeof signedIn.told['name'] === 'string' ? `, ${escape(signedIn.told['name'])}` : ''
  return frame(
    language,
    w.received,
    `<main class="in"><section class="card"><div id="live">
<p class="notice">${w.hello}${name}</p><h1>${w.received}</h1><p>${w.receivedLead}</p>
${table(language, signedIn)}
<details><summary>${w.raw}</summary><h2>${w.userinfo}</h2>${json(signedIn.told)}
<h2>${w.idToken}</h2>${json(signedIn.idClaims)}</details>
<p>${w.leaveWhy}</p><div class="actions"><form method="post" action="/logout">
<button class="button quiet" type="submit">${w.leave}</button></form></div></div>
<div id="ended" role="status" tabindex="-1" hidden>${endedBody(language)}</div></section>
${safety(language)}</main><script>${WATCH}</script>`,
  )
}

const endedBody = (language: Language): string => {
  const w = words[language]
  return `<h1>${w.ended}</h1><p>${w.endedLead}</p><div class="actions">${enter(language, w.enter)}<a class="button quiet" href="/">${w.home}</a></div>`
}

export const endedPage = (language: Language): string =>
  frame(
    language,
    words[language].ended,
    `<main class="in"><section class="card">${endedBody(language)}</section>${safety(language)}</main>`,
  )

export const failedPage = (language: Language, isRefused: boolean): string => {
  const w = words[language]
  return frame(
    language,
    w.failed,
    `<main class="in"><section class="card"><h1>${w.failed}</h1><p>${isRefused ? w.refused : w.failedLead}</p><div class="actions">${enter(language, w.retry)}<a class="button quiet" href="/">${w.home}</a></div></section>${safety(language)}</main>`,
  )
}
