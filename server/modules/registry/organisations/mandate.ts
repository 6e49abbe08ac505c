/**
 * Tasks that a mandate can give. A mandate is an officer's right to do tasks at one office, for a time;
 * outside of it she may do nothing.
 */
import { counterTaskNames, type CounterTaskName } from '../../../../contract/counter-tasks/all.ts'

export type Task = CounterTaskName | 'person.search'
export const tasks: readonly Task[] = [...counterTaskNames, 'person.search']

export const isTask = (text: string): text is Task => tasks.some((task) => task === text)

/**
 * Made with the first officer: an installation with one office has all its cases here, and one with many has
 * here what no nearer office has somebody for.
 */
export const CENTRAL_OFFICE = {
  id: '01900000-0000-7000-8000-000000000001',
  code: 'TD-01',
  name: 'Trung tâm thẩm định tài khoản',
} as const

/** A counter session lasts a shift; it is not renewed by use. */
export const SHIFT_S = 8 * 3600
/** A one-time way in for a new officer. */
export const TICKET_S = 24 * 3600
