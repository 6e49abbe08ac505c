/** What this module offers and does. */
import { lapsedKept_days } from '../../../kernel/retention.ts'
import { findable } from '../casework/findable.ts'
import { lapseJob } from '../casework/lapse-open.ts'
import { requestKind } from './requests/request-case.ts'
import type { Task } from '../../registry/organisations/mandate.ts'
import { representationEvents } from './events.ts'
import { relativeReactions } from './relatives/relative-reactions.ts'
import { relativeEvents } from './relatives/events.ts'
import { representationReactions } from './representation-reactions.ts'
import { followNextWard } from './tie.ts'
import { defineModule } from '../../../kernel/module.ts'
import { listRepresentations, secondRepresentation, submitRepresentation } from './requests/decide-request.ts'
import {
  listRepresentationEnds,
  secondFigures,
  secondRepresentationEnd,
  viewRepresentationEnd,
  withdrawRepresentationEnd,
} from './requests/decide-end.ts'
import { endKind, lapseEnds } from './requests/end-case.ts'
import { endRepresentation, nameRepresentation } from './requests/end-representation.ts'
import { viewFamily } from './family.ts'
import { registerWard, reportRelation } from './register-ward.ts'
import {
  askRepresentative,
  discardRepresentation,
  openRepresentation,
  drawWardChallenge,
  readWardChip,
  takeWardPortrait,
  viewRepresentation,
} from './requests/take-request.ts'
import {
  dropPaperPage,
  notePapers,
  takePaperPage,
  viewEndPages,
  viewPaperPages,
} from './requests/paper-pages.ts'
import {
  answerRelative,
  endRelative,
  leaveRelative,
  nameRelative,
  viewRelatives,
} from './relatives/trusted-relative-deeds.ts'
import { lockForRelative } from './relatives/trusted-relative-lock.ts'
import { consentForWard, handOver } from './ward-deeds.ts'
import { asShown } from '../../../kernel/telling.ts'
import { tellTies } from './tell-ties.ts'

/** How long the job rests when no ward is due to be asked about. */
const FOLLOW_EVERY_MS = 5000
const LAPSE_EVERY_MS = 3_600_000

export const representationModule = defineModule('cases/representation', {
  useCases: [
    viewFamily,
    registerWard,
    reportRelation,
    consentForWard,
    handOver,
    openRepresentation,
    viewRepresentation,
    notePapers,
    takePaperPage,
    dropPaperPage,
    viewPaperPages,
    viewEndPages,
    takeWardPortrait,
    drawWardChallenge,
    readWardChip,
    askRepresentative,
    submitRepresentation,
    secondRepresentation,
    discardRepresentation,
    listRepresentations,
    nameRepresentation,
    endRepresentation,
    viewRepresentationEnd,
    secondRepresentationEnd,
    withdrawRepresentationEnd,
    listRepresentationEnds,
    viewRelatives,
    nameRelative,
    endRelative,
    answerRelative,
    leaveRelative,
    lockForRelative,
  ],
  forms: {
    citizen: {
      nameRelative: { sends: nameRelative },
      reportRelation: { sends: reportRelation },
      handOver: { sends: handOver },
    },
    counter: {
      openRepresentation: { sends: openRepresentation },
      endRepresentation: { sends: endRepresentation },
      shownPaper: { sends: endRepresentation, within: 'paper' },
    },
    decision: {
      decideRepresentationEnd: { sends: secondRepresentationEnd },
      discardRepresentation: { sends: discardRepresentation },
      decideRepresentation: { sends: secondRepresentation },
    },
  },
  events: [...representationEvents, ...relativeEvents],
  reactions: [...representationReactions, ...relativeReactions],
  lapses: [{ table: 'ward_consent', since: 'ends_at', days: lapsedKept_days }],
  cases: [findable('representation', requestKind), findable('representation-end', endKind)],
  queues: [{ key: 'representation', task: 'representation.second' satisfies Task, figures: secondFigures }],
  jobs: [
    {
      name: 'follow-wards',
      every_ms: FOLLOW_EVERY_MS,
      run: ({ transact, tools }) => transact((work) => followNextWard(work, tools)),
    },
    lapseJob('lapse-requests', requestKind),
    {
      name: 'lapse-end-proposals',
      every_ms: LAPSE_EVERY_MS,
      run: async ({ transact, tools }) => (await lapseEnds(transact, tools)) > 0,
    },
  ],
  tells: [
    { part: 'representation', tables: ['represents', 'ward'], tell: tellTies },
    {
      part: 'relatives',
      tables: ['trusted_relative', 'trusted_by'],
      tell: asShown(viewRelatives, {}),
    },
  ],
  keeps: [
    {
      table: 'represents',
      holds: ['subject_id', 'ward_id', 'kind', 'end_reason'],
      fate: { is: 'kept', kind: 'use', since: 'ended_at' },
    },
    {
      table: 'ward',
      holds: [
        'subject_id',
        'representative_id',
        'kind',
        'ground',
        'end_reason',
        'sealed_papers',
        'sealed_end',
      ],
      fate: { is: 'kept', kind: 'use', since: 'ended_at' },
    },
    {
      table: 'ward_consent',
      holds: ['subject_id', 'by_id', 'used_for'],
      fate: { is: 'passes', kind: 'passing', by: 'lapse' },
    },
    {
      table: 'ward_watch',
      holds: ['subject_id'],
      untold: 'inner',
      fate: { is: 'at-once', kind: 'relatives' },
    },
    {
      table: 'trusted_relative',
      holds: ['subject_id', 'relative_id', 'sealed_label'],
      fate: { is: 'at-once', kind: 'relatives' },
    },
    {
      table: 'trusted_by',
      holds: ['subject_id', 'named_by', 'sealed_name'],
      fate: { is: 'at-once', kind: 'relatives' },
    },
  ],
})
