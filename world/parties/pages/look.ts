/** How the parties look: one bone structure, and for each house its own colours and mood. */
import { FACES } from '../../portal/fonts.ts'

const tones = {
  bank: `--main:#7b1e34;--deep:#571022;--soft:#fbf0ee;--line:#ecd9d5;--paper:#fdf9f5;--ink:#2b1116;
--quiet:#6d5055;--gold:#b98326`,
  lodging: `--main:#0f4c57;--deep:#0a333b;--soft:#e8f3f2;--line:#d3e2e1;--paper:#f3f5f2;--ink:#10282c;
--quiet:#486468;--gold:#b4711a`,
} as const

const BONES = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;font:400 1rem/1.55 "Be Vietnam Pro",system-ui,sans-serif;color:var(--ink);
  background:var(--paper)}
h1,h2{line-height:1.25;letter-spacing:-.015em;margin:0}
h1{font-size:1.75rem}
h2{font-size:1.125rem}
p{margin:.5rem 0;color:var(--quiet)}
a{color:var(--main)}
.band{background:repeating-linear-gradient(-45deg,#fcf1d8 0 .75rem,#f8e7be .75rem 1.5rem);color:#6b4700;
  text-align:center;font-weight:600;font-size:.8125rem;padding:.25rem 1rem}
.in{max-width:76rem;margin:0 auto;padding:1rem 1.25rem}
header .in{display:flex;align-items:center;gap:.875rem;flex-wrap:wrap}
header .name{flex:1 1 10rem;min-width:0;text-decoration:none;color:inherit}
header b{display:block;font-size:1.0625rem;line-height:1.3}
header small{font-size:.8125rem}
.lang{display:inline-flex;align-items:center;min-height:3rem;padding:0 1rem;border-radius:99px;
  font-weight:600;font-size:.875rem;text-decoration:none}
.card{background:#fff;border:1px solid var(--line);border-radius:1.375rem;padding:1.5rem;
  box-shadow:0 10px 30px -22px var(--deep)}
.button{display:inline-flex;align-items:center;justify-content:center;gap:.625rem;min-height:3.25rem;
  padding:.75rem 1.5rem;border:0;border-radius:.875rem;background:var(--main);color:#fff;font:inherit;
  font-weight:600;text-decoration:none;cursor:pointer;text-align:center}
.button:hover{background:var(--deep)}
.button.calm{background:#fff;color:var(--main);box-shadow:inset 0 0 0 1.5px var(--main)}
.button.calm:hover{background:var(--soft)}
form{margin:0}
.icon{flex:none}
.chip{display:inline-flex;align-items:center;gap:.3125rem;padding:.125rem .625rem;border-radius:99px;
  background:#e4f4e8;color:#14582c;font-weight:600;font-size:.8125rem;line-height:1.6;white-space:nowrap}
.chip.plain{background:var(--soft);color:var(--main)}
.chip.off{background:#eceeec;color:#4f5a57}
.qr{display:block;width:100%;height:auto;border-radius:.75rem}
ul.plain{list-style:none;margin:0;padding:0}
.pairs{margin:1rem 0 0}
.pairs>div{display:flex;flex-wrap:wrap;align-items:center;gap:.125rem 1rem;padding:.75rem 0;
  border-top:1px solid var(--line)}
.pairs>div:first-child{border-top:0}
.pairs dt{flex:1 1 9rem;color:var(--quiet);font-size:.9375rem}
.pairs dd{flex:2 1 12rem;display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;
  gap:.25rem 1rem;
  margin:0;font-weight:600;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.card>.pairs:first-child{margin:-.75rem 0}
.card>h2:not(:first-child),.card>form{margin-top:1.5rem}
.asks li{display:flex;flex-wrap:wrap;align-items:center;gap:.125rem .75rem;padding:.625rem 0;
  border-top:1px solid var(--line)}
.asks li:first-child{border-top:0}
.asks b{font-weight:600}
.asks small{color:var(--quiet)}
.asks .chip{margin-left:auto}
.pairs dd small{flex-basis:100%;font-weight:400;color:var(--quiet);font-size:.875rem}
.proofs li{display:flex;gap:.75rem;padding:.625rem 0;border-top:1px solid var(--line)}
.proofs li:first-child{border-top:0}
.proofs .icon{color:#1c7a3d;margin-top:.125rem}
.proofs b{display:block;line-height:1.4}
.proofs small{color:var(--quiet);font-size:.875rem}
details{margin-top:1rem}
summary{min-height:3rem;display:flex;align-items:center;cursor:pointer;color:var(--main);font-weight:600}
pre{margin:0;padding:1rem;border-radius:.875rem;background:var(--deep);color:#fff;font-size:.8125rem;
  line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere}
.note{display:flex;gap:.75rem;align-items:flex-start;color:var(--quiet);font-size:.9375rem}
.note .icon{color:var(--main);margin-top:.125rem}
.note p{margin:.25rem 0 0}
.note h2{color:var(--ink)}
:focus-visible{outline:3px solid var(--gold);outline-offset:3px}
[hidden]{display:none!important}
[tabindex="-1"]:focus{outline:0}
@media(min-width:48rem){h1{font-size:2.25rem}}
@media(forced-colors:active){.card,.chip,.button{border:1px solid}}
@media print{.band,header,footer,.no-print{display:none}body{background:#fff}}
`

/** At her own screen: a letter from a bank, wide margins, one column of what matters. */
const ACCOUNT = `header{background:#fff;border-bottom:1px solid var(--line)}
header b{color:var(--main)}header small{color:var(--quiet)}.lang{background:var(--soft);color:var(--main)}
.hero{background:linear-gradient(160deg,var(--main),var(--deep));color:#fff}
.hero .in{padding-block:2.25rem 5.5rem}
.hero p{color:#f6dfe0;max-width:44rem}
.hero .chip{background:#ffffff24;color:#fff}
main .body{margin-top:-4.5rem;padding-bottom:4rem;display:grid;gap:1.25rem;
  grid-template-columns:minmax(0,1fr)}
.stack{display:grid;gap:1.25rem;align-content:start}
.steps{display:flex;gap:.5rem;margin:0 0 1.25rem;padding:0;list-style:none;font-size:.875rem;
  font-weight:600}
.steps li{display:flex;align-items:center;gap:.5rem;opacity:.75}
.steps li+li:before{content:"";width:1.5rem;height:2px;background:#ffffff66}
.steps i{display:grid;place-items:center;width:1.75rem;height:1.75rem;border-radius:50%;
  background:#ffffff2b;font-style:normal}
.steps .now,.steps .past{opacity:1}.steps .now i{background:#f3cf86;color:var(--deep)}
.scan{text-align:center}
.scan .frame{max-width:17rem;margin:1rem auto;padding:.5rem;border:2px solid var(--line);
  border-radius:1.25rem}
.scan .button{width:100%}
.or{display:flex;align-items:center;gap:.75rem;color:var(--quiet);font-size:.875rem;margin:1rem 0}
.or:before,.or:after{content:"";flex:1;height:1px;background:var(--line)}
.waits{display:inline-flex;align-items:center;gap:.5rem;font-weight:600;color:var(--main)}
.waits i{width:.625rem;height:.625rem;border-radius:50%;background:var(--gold);
  animation:beat 1.6s ease-in-out infinite}
@keyframes beat{50%{opacity:.25}}
@media(prefers-reduced-motion:reduce){.waits i{animation:none}}
.sum{display:flex;flex-wrap:wrap;align-items:center;gap:.75rem 1rem}
.sum>.icon{width:2.75rem;height:2.75rem;padding:.625rem;border-radius:50%;background:#e4f4e8;color:#14582c}
.sum h2{flex:1 1 14rem;font-size:1.375rem}
/* On a phone the code comes first, and before it the app on that very phone. */
@media(max-width:47.99rem){
.last{order:1}
.scan{display:flex;flex-direction:column}
.scan .button{order:-2}
.scan .or{order:-1}
.scan .waits{justify-content:center}
}
@media(min-width:60rem){
main .body:has(.stack){grid-template-columns:minmax(0,1fr) 23rem;align-items:start}
.card{padding:2rem}
}
`

/** At a desk: everything at one look, and nothing that is not needed. */
const DESK = `header{background:var(--deep);color:#fff}
header small{color:#b9dcd8}.lang{background:#ffffff1f;color:#fff}
main.in{display:grid;gap:1rem;padding-bottom:4rem;grid-template-columns:minmax(0,1fr)}
.head{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.5rem}
.head>div{flex:1 1 20rem}
.head h1{font-size:1.75rem}
.head p{margin:.25rem 0 0}
.head .chip{white-space:normal;border-radius:1rem}
.side{display:grid;gap:1rem;align-content:start}
.codes{display:grid;gap:.75rem;margin-top:.75rem}
.codes li{display:flex;align-items:center;gap:1rem;padding:.75rem;border-radius:1rem;background:var(--soft)}
.codes .qr{width:6.5rem;flex:none}
.codes b{display:block}
.codes a{display:inline-flex;align-items:center;gap:.375rem;min-height:3rem;font-weight:600}
ul.guests{margin-top:1rem}
.guest{padding:1rem 0;border-top:1px solid var(--line);display:grid;
  grid-template-columns:3rem minmax(0,1fr);gap:.25rem 1rem}
.guest:first-child{border-top:0}
.guest.new{animation:came 20s ease-out;border-radius:.75rem}
@keyframes came{0%,60%{background:#fff3d9;box-shadow:0 0 0 .75rem #fff3d9}}
.face{grid-row:span 2;width:3rem;height:3rem;border-radius:50%;display:grid;place-items:center;
  background:var(--soft);color:var(--main);font-weight:700}
.guest h3{margin:0;font-size:1.0625rem}
.guest .when{display:flex;flex-wrap:wrap;gap:.25rem .75rem;color:var(--quiet);font-size:.9375rem}
.guest dl{display:flex;flex-wrap:wrap;gap:.25rem 2rem;margin:.25rem 0}
.guest dl div{min-width:8rem}
.guest dt{font-size:.8125rem;color:var(--quiet)}
.guest dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.guest .chips{grid-column:2;display:flex;flex-wrap:wrap;gap:.375rem;margin-top:.25rem}
.empty{padding:2.5rem 1rem;text-align:center}
.empty .icon{width:3rem;height:3rem;color:var(--main)}
.sheet{max-width:32rem;margin:1.5rem auto;text-align:center}
.sheet .qr{max-width:20rem;margin:1rem auto}
@media(min-width:60rem){
main.in.two{grid-template-columns:24rem minmax(0,1fr);align-items:start}
.head{grid-column:1/-1}
.guest{grid-template-columns:3rem minmax(0,1fr) auto}
.guest .chips{grid-column:3;grid-row:1/span 2;align-content:center;justify-content:flex-end;max-width:20rem}
}
`

export const styleOf = (house: 'account' | 'desk', kind: keyof typeof tones): string =>
  `${FACES}:root{${tones[kind]}}${BONES}${house === 'account' ? ACCOUNT : DESK}`
