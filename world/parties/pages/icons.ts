/** Line icons of the parties' pages, and their emblems; all of these houses are invented. */
const line = (path: string, size = 22): string =>
  `<svg class="icon" viewBox="0 0 24 24" width="${size}" height="${size}" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`

export const icons = {
  check: line('<path d="M5 12.5l4.5 4.500L19 7.500"/>'),
  tick: line('<path d="M5 12.5l4.5 4.500L19 7.500"/>', 16),
  lock: line('<rect x="5" y="11" width="14" height="9" rx="2.500"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>', 18),
  phone: line('<rect x="7" y="2.500" width="10" height="19" rx="2.500"/><path d="M11 18.500h2"/>'),
  shield: line(
    '<path d="M12 3l7.500 2.800V12c0 4.600-3.200 7.800-7.500 9-4.300-1.200-7.500-4.400-7.500-9V5.800z"/><path d="M8.700 12l2.400 2.400 4.300-4.600"/>',
  ),
  clock: line('<circle cx="12" cy="12" r="8.500"/><path d="M12 7.500V12l3 2"/>'),
  eraser: line('<path d="M4 15.500L13.500 6l6 6L12 19.500H8z"/><path d="M9 10.500l6 6M11 20h9"/>'),
  bed: line(
    '<path d="M3 18V7M3 14h18v4M21 14v-2a3 3 0 0 0-3-3h-8v5"/><circle cx="6.500" cy="10.500" r="1.500"/>',
  ),
  print: line(
    '<path d="M7 9V3.500h10V9M7 17H4.500v-6A2 2 0 0 1 6.500 9h11a2 2 0 0 1 2 2v6H17"/><path d="M7 14h10v6.500H7z"/>',
    20,
  ),
  no: line('<circle cx="12" cy="12" r="8.500"/><path d="M6.200 6.200l11.600 11.600"/>', 18),
} as const

const LOTUS =
  '<path d="M24 13c3.600 4 4.600 9.500 0 17-4.600-7.500-3.600-13 0-17z"/><path d="M15.500 17.500c4 1.700 6.500 5.800 7 12.500-5.500-3-8-7.200-7-12.500zM32.500 17.500c-4 1.700-6.500 5.800-7 12.500 5.500-3 8-7.200 7-12.500z" opacity=".8"/><path d="M8.500 23.500c4.800-.300 9 1.800 12.500 7.500-6 .8-10.300-1.700-12.500-7.500zM39.500 23.500c-4.800-.300-9 1.800-12.500 7.500 6 .8 10.300-1.700 12.500-7.500z" opacity=".55"/>'
const emblem = (inside: string): string =>
  `<svg viewBox="0 0 48 48" width="44" height="44" aria-hidden="true"><rect width="48" height="48" rx="14" fill="var(--main)"/>${inside}</svg>`
export const emblems = {
  bank: emblem(`<g fill="#f3cf86" transform="translate(0 2)">${LOTUS}</g>`),
  lodging: emblem(
    '<path d="M9 30c5-4.500 9-4.500 15 0s10 4.500 15 0M9 36.500c5-4.500 9-4.500 15 0s10 4.500 15 0" stroke="#9fd8d2" stroke-width="3" fill="none" stroke-linecap="round"/><path d="M15 25V14.500l9-5 9 5V25" stroke="#fff" stroke-width="3" fill="none" stroke-linejoin="round"/><path d="M24 25v-6" stroke="#ffd28a" stroke-width="4"/>',
  ),
} as const
