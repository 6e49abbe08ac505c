/** What this module offers and does. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { eraseLines } from './erase-salts.ts'
import { defineModule } from '../../../kernel/module.ts'
import { viewAccessLog } from './access-log.ts'
import { exportOwnLog } from './export-own-log.ts'
import { viewLineProof } from './line-proof.ts'
import { tellLog } from './tell-log.ts'

export const auditModule = defineModule('platform/audit', {
  useCases: [viewAccessLog, viewLineProof, exportOwnLog],
  tells: [{ part: 'log', tables: ['audit_line'], tell: tellLog }],
  keeps: [
    {
      table: 'audit_line',
      holds: ['subject_id', 'actor', 'purpose', 'outcome', 'fields', 'detail', 'salt', 'digest', 'mac'],
      fate: {
        is: 'kept',
        kind: 'use',
        since: 'at',
        // What officers look up later is about the register.
        and: "salt is not null and at < $2::timestamptz + interval '1 day'",
        erase: eraseLines,
      },
    },
    ...holdNobody('audit_checkpoint', 'audit_leaf', 'audit_node', 'audit_sequencer', 'audit_witness'),
  ],
})
