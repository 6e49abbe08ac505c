/**
 * The few pages that the provider itself shows: an error that may not be sent to the party, leaving, having
 * left. Vietnamese and English together.
 */
import { createHash } from 'node:crypto'
import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider'

const STYLE = `
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f5f3ec;color:#10201e;
  font:1rem/1.5 "Be Vietnam Pro",system-ui,sans-serif;padding:1.5rem}
main{max-width:30rem;width:100%;background:#fff;border:1px solid #dce3df;border-radius:1.25rem;
  padding:2rem}
h1{font-size:1.4375rem;line-height:1.3;margin:0 0 .5rem}
p{margin:.5rem 0;color:#3b4b47}
p[lang=en]{color:#56665f}
code{font-size:.875rem;overflow-wrap:anywhere}
button,a.button{display:block;width:100%;min-height:3rem;margin-top:1rem;padding:.75rem 1rem;border:0;
  border-radius:.75rem;background:#0a5a54;color:#fff;font:600 1rem/1.5 inherit;font-family:inherit;
  text-align:center;text-decoration:none;cursor:pointer}
a.quiet{background:#fff;color:#0a5a54;border:1px solid #74837f}
:focus-visible{outline:3px solid #1f8a7e;outline-offset:2px}`

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)} · Sen</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`

const send = (ctx: KoaContextWithOIDC, html: string): void => {
  ctx.type = 'html'
  ctx.set('cache-control', 'no-store')
  ctx.body = html
}

export const errorHtml = (out: { error: string; error_description?: string | undefined }): string =>
  page(
    'Không đăng nhập được',
    `<h1>Không đăng nhập được</h1>
<p>Yêu cầu từ trang dịch vụ chưa đúng hoặc đã hết hạn. Không có gì được chia sẻ;
quay lại trang dịch vụ và bấm đăng nhập lần nữa.</p>
<p lang="en">The service's request was not right or has lapsed. Nothing was shared;
go back to the service and sign in again.</p>
<p><code>${escape(out.error)}${out.error_description ? `: ${escape(out.error_description)}` : ''}</code></p>`,
  )

export const errorPage = (ctx: KoaContextWithOIDC, out: ErrorOut): void => send(ctx, errorHtml(out))

/** Our own script in a page under the edge's content policy: allowed by its hash. */
const allowScript = (ctx: KoaContextWithOIDC, script: string): void => {
  const policy = ctx.response.get('content-security-policy')
  const hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`
  if (policy) {
    ctx.set('content-security-policy', policy.replace(/script-src /, `script-src ${hash} `))
  }
}

const LEAVE_NOW = "document.getElementById('leave').click()"

/**
 * Asks before it ends every sign-in of this browser. A party that shows the ID token it got for this very
 * session has asked already.
 */
export const leavePage = (
  ctx: KoaContextWithOIDC,
  form: string,
  subjectAt: (clientId: string, subjectId: string) => string,
): void => {
  const hint = ctx.oidc.entities['IdTokenHint'] as { payload?: { sub?: unknown; aud?: unknown } } | undefined
  const subjectId = ctx.oidc.session?.accountId
  const isOwn =
    hint !== undefined &&
    subjectId !== undefined &&
    hint.payload?.sub === subjectAt(String(hint.payload?.aud), subjectId)
  if (isOwn) {
    allowScript(ctx, LEAVE_NOW)
  }
  send(
    ctx,
    page(
      'Đăng xuất',
      `<h1>Đăng xuất khỏi Sen trên trình duyệt này?</h1>
<p>Bạn sẽ được đăng xuất khỏi mọi trang dịch vụ đã đăng nhập bằng Sen ở đây.</p>
<p lang="en">Sign out of Sen in this browser? You will be signed out of every service
you entered with Sen here.</p>
${form}
<button id="leave" form="op.logoutForm" type="submit" name="logout" value="yes">Đăng xuất · Sign out</button>
${isOwn ? `<script>${LEAVE_NOW}</script>` : ''}`,
    ),
  )
}

export const leftPage = (ctx: KoaContextWithOIDC): void =>
  send(
    ctx,
    page(
      'Đã đăng xuất',
      `<h1>Bạn đã đăng xuất</h1><p>Có thể đóng trang này.</p><p lang="en">You are signed out. You can close this page.</p>`,
    ),
  )
