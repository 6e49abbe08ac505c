/** The sessions a browser can hold with us, each in a cookie of its own. */
export type SessionName = 'enrol' | 'app' | 'counter' | 'screen' | 'recovery'
