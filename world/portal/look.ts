/**
 * How the portal looks: its own indigo, its own emblem (a star over waves; the portal is invented, so no
 * state's arms).
 */
import { FACES } from './fonts.ts'

export const EMBLEM = `<svg viewBox="0 0 48 48" width="44" height="44" aria-hidden="true"><rect width="48" height="48" rx="14" fill="#27408b"/><path d="M8 31c5-5 9-5 16 0s11 5 16 0M8 38c5-5 9-5 16 0s11 5 16 0" stroke="#bfd0ff" stroke-width="3" fill="none" stroke-linecap="round"/><path d="M24 8l3 7h7l-5.5 4.5 2 7L24 22l-6.500 4.500 2-7L14 15h7z" fill="#f6d27a"/></svg>`

export const STYLE = `${FACES}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;font:400 1rem/1.55 "Be Vietnam Pro",system-ui,sans-serif;color:#101a33;background:#f4f6fc}
h1,h2{line-height:1.3;letter-spacing:-.01em;margin:0}
h1{font-size:1.75rem}
h2{font-size:1.125rem}
p{margin:.5rem 0;color:#3d4763}
.band{background:repeating-linear-gradient(-45deg,#fcf1d8 0 .75rem,#f8e7be .75rem 1.5rem);color:#6b4700;
  text-align:center;font-weight:600;font-size:.8125rem;padding:.25rem 1rem}
header{background:#fff;border-bottom:1px solid #d9dfef}
header div.in{display:flex;align-items:center;gap:.875rem;flex-wrap:wrap}
.in{max-width:72rem;margin:0 auto;padding:1rem 1.25rem}
header b{display:block;color:#1b2c63;font-size:1.0625rem;line-height:1.3}
header small{color:#4c567a;font-size:.8125rem}
header .name{flex:1 1 12rem;min-width:0}
header a.lang{display:inline-flex;align-items:center;min-height:3rem;padding:0 1rem;border-radius:99px;
  background:#e6ebf9;color:#27408b;font-weight:600;font-size:.875rem;text-decoration:none}
main.in{display:grid;gap:1.5rem;padding-block:2rem 4rem;grid-template-columns:minmax(0,1fr)}
.card{background:#fff;border:1px solid #d9dfef;border-radius:1.375rem;padding:1.75rem;
  box-shadow:0 6px 20px -12px #1b2c6340}
.side{background:#eef2fd;border-radius:1.375rem;padding:1.5rem}
.side ul{margin:.75rem 0 0;padding:0 0 0 1.25rem;color:#2c3760}
.side li{margin:.375rem 0}
.button{display:inline-flex;align-items:center;justify-content:center;gap:.625rem;min-height:3.25rem;
  padding:.75rem 1.5rem;border:0;border-radius:.875rem;background:#27408b;color:#fff;font:inherit;
  font-weight:600;text-decoration:none;cursor:pointer;text-align:center}
.button:hover{background:#1b2c63}
.button.quiet{background:#fff;color:#27408b;box-shadow:inset 0 0 0 1.5px #5f6f9f}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.5rem}
form{margin:0;display:contents}
.notice{border-radius:1rem;padding:1rem 1.25rem;background:#e6ebf9;color:#1b2c63;margin:0 0 1.25rem;
  font-weight:600}
.notice.ended{background:#fbe7e3;color:#7d1713}
dl{margin:1.25rem 0 0;border:1px solid #d9dfef;border-radius:1rem;overflow:hidden}
dl>div{display:grid;grid-template-columns:minmax(0,1fr);gap:.125rem;padding:.75rem 1.125rem;
  border-bottom:1px solid #e8ecf6}
dl>div:last-child{border:0}
dt{color:#4c567a;font-size:.875rem}
dd{margin:0;font-weight:600;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
details{margin-top:1.25rem}
summary{min-height:3rem;display:flex;align-items:center;cursor:pointer;color:#27408b;font-weight:600}
pre{margin:0;padding:1rem;border-radius:.875rem;background:#101a33;color:#dfe7ff;font-size:.8125rem;
  line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere}
:focus-visible{outline:3px solid #6d86d9;outline-offset:3px}
[hidden]{display:none!important}
[tabindex="-1"]:focus{outline:0}
@media(min-width:48rem){
main.in{grid-template-columns:minmax(0,1fr) 20rem;align-items:start}
.card{padding:2.25rem}
h1{font-size:2.125rem}
dl>div{grid-template-columns:13rem minmax(0,1fr);gap:1rem}
}`
