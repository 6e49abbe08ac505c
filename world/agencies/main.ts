/**
 * One agency's own process. It is handed its connections by the demo world, and ends when that does: when the
 * line between them closes.
 */
import type { Socket } from 'node:net'
import { openAgency, settleCorrections, type AgencyFault } from './agency.ts'
import type { AgencyId } from './agency-list.ts'
import { recordsOf, type AgencyRecord } from './agency-records.ts'
import { judgmentBook, type JudgmentRecord } from './judgment-records.ts'

export type Told =
  | { readonly is: 'connection' }
  | { readonly is: 'fault'; readonly fault: AgencyFault }
  | { readonly is: 'settle' }
  | { readonly is: 'reset' }
  /** A court sends the register of judgments what it has decided. */
  | { readonly is: 'judge'; readonly judgment: JudgmentRecord }
  /** What the agency decides of one of its records. */
  | {
      readonly is: 'change'
      readonly reference: string
      readonly standing?: AgencyRecord['standing']
      readonly values?: AgencyRecord['values']
    }

const [id = '', key = ''] = process.argv.slice(2)
const agency = openAgency(recordsOf(id as AgencyId), key, id === 'judgments' ? judgmentBook() : null)

process.on('disconnect', () => process.exit(0))
process.on('message', (told: Told, socket?: Socket) => {
  switch (told.is) {
    case 'connection':
      if (socket) {
        agency.server.emit('connection', socket)
        socket.resume()
      }
      break
    case 'fault':
      agency.fault = told.fault
      if (told.fault !== 'hangs') {
        agency.server.closeAllConnections()
      }
      break
    case 'settle':
      settleCorrections(agency)
      break
    case 'reset':
      agency.fault = 'none'
      agency.corrections.clear()
      agency.records.splice(0, agency.records.length, ...recordsOf(id as AgencyId))
      agency.book?.judgments.splice(0, agency.book.judgments.length, ...judgmentBook().judgments)
      break
    case 'judge':
      agency.book?.judgments.push(told.judgment)
      break
    case 'change': {
      const one = agency.records.find(({ reference }) => reference === told.reference)
      if (one) {
        one.standing = told.standing ?? one.standing
        one.values = { ...one.values, ...told.values }
        one.version++
      }
    }
  }
  process.send?.('done')
})
