/** How moments and names stand in a letter. */
import { vietnamDay } from '../../formats/vietnam-day.ts'

/** 22/11/2026, by the calendar of Vietnam. */
export const dayText = (iso: string): string => vietnamDay(iso).split('-').reverse().join('/')

/** 14:05 22/11/2026, by the clock of Vietnam. */
export const momentText = (iso: string): string =>
  `${new Date(iso).toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' })} ${dayText(iso)}`

/** A device's name is what its holder's browser says: bounded, so that a text message stays short. */
export const deviceText = (name: string, most = 40): string => name.slice(0, most) || '—'
export const officeText = (name: string): string => name.slice(0, 40)
export const personText = (name: string): string => (name.length > 30 ? `${name.slice(0, 29)}…` : name)
