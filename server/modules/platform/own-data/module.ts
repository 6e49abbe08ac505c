/** What this module offers and does; what it gives is told by the modules below. */
import { defineModule, type Module } from '../../../kernel/module.ts'
import type { Telling } from '../../../kernel/telling.ts'
import { OwnDataTaken } from './events.ts'
import { printOwnData } from './paper/print-own-data.ts'
import { takeOwnDataOf, viewOwnDataParts } from './take-own-data.ts'

export const ownDataModule = (tellings: readonly Telling[]): Module =>
  defineModule('platform/own-data', {
    useCases: [viewOwnDataParts, takeOwnDataOf(tellings), printOwnData],
    events: [OwnDataTaken],
  })
