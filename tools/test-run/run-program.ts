/** A program of the run: its name, its time, and whether it was content. */
import { spawn } from 'node:child_process'

export interface Outcome {
  readonly isGood: boolean
  readonly line: string
}

interface Program {
  readonly name: string
  readonly args: readonly string[]
  readonly root: string
  readonly env?: NodeJS.ProcessEnv
  /** What it says is kept back until it has ended, and shown only when it failed. */
  readonly isQuiet?: boolean
}

export const runProgram = ({
  name,
  args,
  root,
  env = process.env,
  isQuiet = false,
}: Program): Promise<Outcome> =>
  new Promise((resolve) => {
    const began = performance.now()
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    const said: Buffer[] = []
    child.stdout?.on('data', (part: Buffer) => void said.push(part))
    child.stderr?.on('data', (part: Buffer) => void said.push(part))
    child.once('close', (code, signal) => {
      const isGood = code === 0
      const how = isGood ? 'ok' : `failed (${code ?? signal})`
      const text = isGood ? '' : Buffer.concat(said).toString()
      const line = `— ${name}: ${how} in ${((performance.now() - began) / 1000).toFixed(1)} s`
      resolve({ isGood, line: text ? `${text.trimEnd()}\n${line}` : line })
    })
  })
