import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type Child = {
  process: ChildProcess
  /** Lines that the child has printed in full. */
  lines: string[]
  /** Ends with the signal that killed it, or `null`. */
  ended: Promise<NodeJS.Signals | null>
  /** Ends when so many lines are there, or the process has ended. */
  printed(count: number): Promise<void>
}

/** Runs a script of this folder in a Node process of its own. */
export function runChild(script: string, ...args: string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  const closed = new Promise<void>((resolve) => reader.once('close', () => resolve()))
  const printed = (count: number) => {
    const there = new Promise<void>((resolve) => {
      const look = () => lines.length >= count && resolve()
      reader.on('line', look)
      look()
    })
    return Promise.race([there, closed])
  }
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_code, signal) => closed.then(() => resolve(signal)))
  })
  return { process: child, lines, ended, printed }
}
