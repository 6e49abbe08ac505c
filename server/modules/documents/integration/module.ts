/** What this module offers and does. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'
import {
  DocumentChanged,
  DocumentDiffers,
  DocumentMissing,
  DocumentReceived,
  DocumentRemoved,
  DocumentStandingChanged,
} from './events.ts'
import { integrateDocument, removeDocument, reportDifference, syncDocument } from './integrate-document.ts'
import { lookForDocuments } from './look-for-documents.ts'
import { viewDocuments, viewDocumentState, viewDocumentTypes } from './view-documents.ts'
import { tellDocuments } from './tell-documents.ts'

/** She waits for the answer with the page open. */
const LOOK_EVERY_MS = 400

export const integrationModule = defineModule('documents/integration', {
  useCases: [
    viewDocumentTypes,
    viewDocuments,
    viewDocumentState,
    integrateDocument,
    syncDocument,
    reportDifference,
    removeDocument,
  ],
  events: [
    DocumentReceived,
    DocumentMissing,
    DocumentDiffers,
    DocumentStandingChanged,
    DocumentChanged,
    DocumentRemoved,
  ],
  jobs: [{ name: 'look-for-documents', every_ms: LOOK_EVERY_MS, run: lookForDocuments }],
  tells: [{ part: 'documents', tables: ['document'], tell: tellDocuments }],
  keeps: [
    {
      table: 'document',
      holds: ['subject_id', 'type', 'asked_digest', 'reference', 'state', 'standing', 'sealed'],
      fate: { is: 'at-once', kind: 'documents' },
    },
    ...holdNobody('document_type'),
  ],
})
