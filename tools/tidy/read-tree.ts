/** Reads the repository's own texts: what stands under its floors, never what is built or installed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from './source.ts'

export const ROOT = join(import.meta.dirname, '..', '..')
const FLOORS = ['formats', 'contract', 'server', 'web', 'world', 'e2e', 'bench', 'tools', 'testing']
const TEXTS = /\.(ts|tsx|css|sql|py|html)$/

export const readTree = (root: string = ROOT): Source[] => FLOORS.flatMap((floor) => readFolder(root, floor))

const readFolder = (root: string, folder: string): Source[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      return entry.name === 'node_modules' || entry.name === 'dist' ? [] : readFolder(root, path)
    }
    return TEXTS.test(entry.name) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : []
  })
