/** Why a note or a proof of a transparency log is not believed: the codes of this folder's answers. */
import type { Parsed } from '../parsed.ts'

export const logFaults = [
  'log.note-form',
  'log.note-too-large',
  'log.checkpoint-form',
  'log.key-form',
  'log.key-id',
  'log.other-log',
  'log.signature-missing',
  'log.signature',
  'log.algorithm-absent',
  'log.proof-form',
  'log.leaf-outside',
  'log.inclusion',
  'log.consistency',
  'log.two-roots',
] as const
export type LogFault = (typeof logFaults)[number]

export type LogAnswer<Value> = Parsed<Value, LogFault>

export const right = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
})
export const wrong = (reason: LogFault): { readonly ok: false; readonly reason: LogFault } => ({
  ok: false,
  reason,
})
