// Own icon set: 24 px, 1.8 stroke, round ends. Each icon is one path, so that a page carries only those it
// draws.
export type IconProps = { of: string; size?: number; label?: string; class?: string }

/** `size` is in pixels at normal text size and grows with it. Decorative unless `label` is given. */
export const Icon = ({ of, size = 24, label, class: name }: IconProps) => (
  <svg
    class={name}
    viewBox="0 0 24 24"
    style={`width:${size / 16}rem;height:${size / 16}rem`}
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    role={label ? 'img' : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : 'true'}
  >
    <path d={of} />
  </svg>
)

export const alert = 'M12 3.6 2.7 19.5a.9.9 0 0 0 .8 1.3h17a.9.9 0 0 0 .8-1.3zM12 10v4.5M12 17.6v.01'
export const arrowLeft = 'M20 12H4m7-7-7 7 7 7'
export const arrowRight = 'M4 12h16m-7-7 7 7-7 7'
export const backspace = 'M9 5h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H9l-6-7zm3 4.5 5 5m0-5-5 5'
export const ban = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM5.8 5.8l12.4 12.4'
export const bank = 'M3.5 9.5 12 4l8.5 5.5zM5.5 10v7M10 10v7M14 10v7M18.5 10v7M3.5 20.5h17'
export const bell = 'M6 9.5a6 6 0 1 1 12 0c0 4.7 2 5.6 2 7H4c0-1.4 2-2.3 2-7M10 20a2.2 2.2 0 0 0 4 0'
export const calendar =
  'M5 5.5h14a1.5 1.5 0 0 1 1.5 1.5v11.5A1.5 1.5 0 0 1 19 20H5a1.5 1.5 0 0 1-1.5-1.5V7A1.5 1.5 0 0 1 5 5.5ZM3.5 10h17M8 3v4M16 3v4'
export const camera =
  'M4 8h3.5L9 5.5h6L16.5 8H20a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1Zm8 9a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2Z'
export const car =
  'M4 16.5V13l2-5.2A2 2 0 0 1 7.9 6.5h8.2A2 2 0 0 1 18 7.8l2 5.2v3.5M4 13h16M4.5 16.5h15v2h-3v-2m-9 0v2h-3z'
export const card =
  'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-11A1.5 1.5 0 0 1 4.5 5ZM3 9.5h18M6.5 15h4'
export const chart = 'M4 4v16h16M8.5 16v-4M13 16V8M17.5 16v-6'
export const check = 'm4.5 12.5 5 5L19.5 7'
export const chevronDown = 'm6 9 6 6 6-6'
export const chevronLeft = 'm15 5-7 7 7 7'
export const chevronRight = 'm9 5 7 7-7 7'
export const clock = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5.2l3.4 2'
export const close = 'm5.5 5.5 13 13m0-13-13 13'
export const code = 'm8 7-5 5 5 5m8-10 5 5-5 5'
export const copy =
  'M9.5 8.5h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-10a1 1 0 0 1-1-1v-10a1 1 0 0 1 1-1ZM15.5 8V4.5a1 1 0 0 0-1-1h-10a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1H8'
export const dossier =
  'M7 3h7l5 5v12a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM14 3v5h5M9.5 12.5h6M9.5 16.5h6'
export const download = 'M12 4v11m-5-4.5 5 5 5-5M4.5 20h15'
export const eye =
  'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z'
export const eyeOff =
  'm4 4 16 16M9.9 9.9a3 3 0 0 0 4.2 4.2M6.5 6.9C4 8.7 2.5 12 2.5 12S6 18.5 12 18.5c1.7 0 3.2-.5 4.5-1.2M10.5 5.6c.5-.1 1-.1 1.5-.1 6 0 9.5 6.5 9.5 6.5s-.7 1.4-2 2.8'
export const family =
  'M8.5 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 19.5c.3-3.5 2.7-5.5 6-5.5s5.7 2 6 5.5M17 12.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM17 15.5c2.5 0 4.3 1.4 4.5 4'
export const filter = 'M4 6h16M7 12h10M10 18h4'
export const fingerprint =
  'M5.2 16.5c.6-1.4.8-2.8.8-4.5a6 6 0 0 1 9.3-5M17.8 10.5c.3 2.8 0 5.3-.6 7.7M8.3 19c.9-2.1 1.2-4.3 1.2-7a2.5 2.5 0 0 1 5 0c0 3-.3 5.6-1.3 8.3M12 12c0 3.3-.4 5.8-1.5 8.3M3.3 12.5a8.7 8.7 0 0 1 15.2-6.3M20 9c.6 1.8.8 3.8.6 6'
export const flag = 'M5.5 21V4M5.5 5c4-2 7.5 2 13 0v9c-5.5 2-9-2-13 0'
export const globe =
  'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c2.7 2.6 4 5.6 4 9s-1.3 6.4-4 9c-2.7-2.6-4-5.6-4-9s1.3-6.4 4-9Z'
export const grid = 'M4.5 4.5h5v5h-5zM14.5 4.5h5v5h-5zM4.5 14.5h5v5h-5zM14.5 14.5h5v5h-5z'
export const heart =
  'M12 20S3.5 15 3.5 9.2C3.5 6.5 5.6 4.5 8 4.5c1.7 0 3.2.9 4 2.5.8-1.6 2.3-2.5 4-2.5 2.4 0 4.5 2 4.5 4.7C20.5 15 12 20 12 20Z'
export const help =
  'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.7A2.5 2.5 0 1 1 13 12c-.8.4-1 .9-1 1.7M12 16.7v.01'
export const home = 'm3.5 11.5 8.5-7 8.5 7M6 10v9.5h4.5V14h3v5.5H18V10'
export const inbox =
  'M4 13.5 6.5 5h11l2.5 8.5V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zm0 .5h4.5c0 1.7 1.5 3 3.5 3s3.5-1.3 3.5-3H20'
export const info = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v5.5M12 7.7v.01'
export const key = 'M8 19.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM11.2 11.8 19.5 3.5M15.5 7.5l3 3'
export const lock =
  'M6 10.5h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1ZM8 10.5V8a4 4 0 1 1 8 0v2.5'
export const logOut = 'M10 4H5.5a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1H10M15 7.5l4.5 4.5-4.5 4.5M19 12H9.5'
export const mail =
  'M4.5 5.5h15a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM4 7l8 6 8-6'
export const message =
  'M5 4.5h14A1.5 1.5 0 0 1 20.5 6v9.5A1.5 1.5 0 0 1 19 17h-7l-5 4v-4H5a1.5 1.5 0 0 1-1.5-1.5V6A1.5 1.5 0 0 1 5 4.5ZM8 9h8M8 12.7h5'
export const minus = 'M5 12h14'
export const monitor =
  'M4 4.5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-10a1 1 0 0 1 1-1ZM12 16.5V20M8 20.5h8'
export const more = 'M5.5 12v.01M12 12v.01M18.5 12v.01'
export const offline =
  'm4 4 16 16M8.5 16.5c2-1.9 5-1.9 7 0M5.5 13c1-.9 2-1.6 3.2-2M15 10.8c1.3.4 2.5 1.2 3.5 2.2M2.5 9.5C3.6 8.5 4.8 7.7 6 7.1M10.5 5.6c4-.5 8 .9 11 3.9M12 20v.01'
export const passport =
  'M6 3h12a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM12 14a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM9 17.5h6'
export const pause = 'M9 6v12M15 6v12'
export const pencil = 'm5 19 1-4L16.5 4.5a1.4 1.4 0 0 1 2 0l1 1a1.4 1.4 0 0 1 0 2L9 18zM14.5 6.5l3 3'
export const person = 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.4-4 3.3-6.5 7.5-6.5s7.1 2.5 7.5 6.5'
export const phone =
  'M8 2.5h8A1.5 1.5 0 0 1 17.5 4v16a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 20V4A1.5 1.5 0 0 1 8 2.5ZM11 18.5h2'
export const phoneCall =
  'M6.5 3.5h3l1.5 4-2 1.5c1 2.3 2.7 4 5 5l1.5-2 4 1.5v3c0 1.6-1.3 2.9-2.9 2.7C9.7 18.4 4.6 13.3 3.8 6.4 3.6 4.8 4.9 3.5 6.5 3.5Z'
export const pin =
  'M12 21.5s7-6.1 7-11.5a7 7 0 1 0-14 0c0 5.4 7 11.5 7 11.5ZM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z'
export const plane =
  'M21 4.2c-.8-.8-2.4-.6-3.4.4L14 8.2 5.5 5.8 4 7.3l6.8 4.1-3.4 3.4-2.7-.4-1.2 1.2 3.3 1.7 1.7 3.3 1.2-1.2-.4-2.7 3.4-3.4 4.1 6.8 1.5-1.5-2.4-8.5 3.6-3.6c1-1 1.2-2.6.5-3.3Z'
export const play = 'M7.5 5v14l11-7z'
export const plus = 'M12 5v14M5 12h14'
export const print =
  'M7 8.5v-5h10v5M7 17H4.5a1 1 0 0 1-1-1v-6a1.5 1.5 0 0 1 1.5-1.5h14a1.5 1.5 0 0 1 1.5 1.5v6a1 1 0 0 1-1 1H17M7 14h10v6.5H7z'
export const qr =
  'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM20 14v2M14 20v-1M18 18h2v2h-2zM7 7v.01M17 7v.01M7 17v.01'
export const refresh = 'M20 5v5h-5M4 19v-5h5M19.5 10A8 8 0 0 0 5.3 7.5M4.5 14a8 8 0 0 0 14.2 2.5'
export const scan =
  'M4 8.5V6a2 2 0 0 1 2-2h2.5M15.5 4H18a2 2 0 0 1 2 2v2.5M20 15.5V18a2 2 0 0 1-2 2h-2.5M8.5 20H6a2 2 0 0 1-2-2v-2.5M4 12h16'
export const search = 'M10.5 18a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM16 16l5 5'
export const settings =
  'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM9 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z'
export const share =
  'M12 15V3.5M7.5 7.5 12 3l4.5 4.5M6 11.5H5a1 1 0 0 0-1 1V20a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-7.5a1 1 0 0 0-1-1h-1'
export const shield =
  'M12 3 4.5 5.5v6c0 4.6 3.2 8 7.5 9.5 4.3-1.5 7.5-4.9 7.5-9.5v-6zM8.7 11.8l2.3 2.3 4.3-4.3'
export const signature =
  'M3.5 17.5c3 0 6-12.5 8.5-12.5 3 0-3 10-.5 10 1.7 0 2-3 3.5-3s.5 3 2 3c1 0 1.5-1 3.5-1M3.5 20.5h17'
export const star = 'm12 3.6 2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z'
export const textSizeIcon = 'M2.5 18.5 8 5.5l5.5 13M4.5 14h7M14.5 18.5l3.5-8 3.5 8M15.7 16h4.6'
export const trash = 'M4.5 6.5h15M9 6.5V4h6v2.5M6.5 6.5 7.5 20h9l1-13.5M10.5 10.5v6M13.5 10.5v6'
export const unlock =
  'M6 10.5h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1ZM8 10.5V8a4 4 0 0 1 7.8-1.3'
export const volume = 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11'
export const wallet =
  'M18 7V5.5a1 1 0 0 0-1-1H5.5a2 2 0 0 0 0 4H19a1 1 0 0 1 1 1V18a1.5 1.5 0 0 1-1.5 1.5h-13a2 2 0 0 1-2-2v-11M16.5 14v.01'
