/** Supervising officers: who named unusually many people, and what came of asking her. */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import { cursor, moment, pageOf } from './values.ts'

/** Within one hour; within one hour of the night; look-ups within one day. */
export const unusualVolume = z.enum(['persons-per-hour', 'persons-at-night', 'looks-per-day'])
export const unusualVerdict = z.enum(['explained', 'reported'])

export const ViewUnusualVolumes = view('supervision.list', {
  summary: "Officers of this office who named unusually many people by their numbers. No person's data.",
  input: z.object({ cursor }),
  output: pageOf(
    z.object({
      id: z.string(),
      at: moment,
      kind: unusualVolume,
      count: z.number(),
      officer: z.object({ number: z.string(), name: z.string(), isMe: z.boolean() }),
      settled: z.object({ at: moment, verdict: unusualVerdict }).nullable(),
    }),
  ),
})
export const SettleUnusualVolume = deed('supervision.settle', {
  summary: 'Another officer has asked her why: it is explained, or reported to the inspectors.',
  input: z.object({ noticeId: z.uuid(), verdict: unusualVerdict }),
  output: z.object({ at: moment, verdict: unusualVerdict }),
  problems: ['supervision.no-such-notice', 'supervision.notice-settled', 'supervision.about-yourself'],
})
