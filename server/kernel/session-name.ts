/** The sessions a browser can hold with us, each in a cookie of its own. */
export const sessionNames = ['enrol', 'app', 'counter', 'screen', 'recovery', 'stay'] as const
export type SessionName = (typeof sessionNames)[number]
