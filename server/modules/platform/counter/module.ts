/** What this module offers and does; its overview shows the queues of the modules below. */
import { defineModule, type FindableCase, type Module, type Queue } from '../../../kernel/module.ts'
import { officerLog_days } from '../../../kernel/retention.ts'
import { findCaseAmong } from './find-case.ts'
import { overviewOf } from './overview.ts'
import { seePhone } from './see-phone.ts'
import { searchPerson, viewMyLooks } from './search-person.ts'
import { sendPhoneCode } from './send-phone-code.ts'

export const counterModule = (queues: readonly Queue[], cases: readonly FindableCase[]): Module =>
  defineModule('platform/counter', {
    useCases: [overviewOf(queues), findCaseAmong(cases), searchPerson, seePhone, sendPhoneCode, viewMyLooks],
    forms: {
      counter: {
        searchPerson: { sends: searchPerson },
      },
    },
    lapses: [{ table: 'counter_look', since: 'at', days: officerLog_days }],
    keeps: [
      {
        table: 'counter_look',
        holds: ['purpose', 'sealed_about'],
        fate: { is: 'passes', kind: 'offices', by: 'lapse' },
      },
    ],
  })
