import { readdirSync, readFileSync } from 'node:fs'

/** Every process of a running program: its own, and those it started, by what the system tells (Linux). */
export type ProcessSample = {
  /** MB that belong to these processes: what several share is counted once. */
  megabytes: number
  /** Processor ms so far. */
  cpuMs: number
  /** How often their threads have woken from sleep so far. */
  wakeups: number
}

const MS_PER_TICK = 10

export function sampleProcesses(root: number): ProcessSample {
  const all = [root, ...descendants(root)]
  return {
    megabytes: sum(all.map(proportionalMegabytes)),
    cpuMs: sum(all.map(cpuMs)),
    wakeups: sum(all.map(wakeups)),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function descendants(root: number): number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    const parent = /^\d+$/.test(name) ? fieldsOf(Number(name))[1] : undefined
    return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent) }]
  })
  const below = (pid: number): number[] =>
    parents.flatMap((one) => (one.parent === pid ? [one.pid, ...below(one.pid)] : []))
  return below(root)
}

/** What follows the name in /proc/…/stat: state, parent, and so on; a process that has just gone has none. */
function fieldsOf(pid: number): string[] {
  const text = readOr(`/proc/${pid}/stat`)
  return text === '' ? [] : text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function cpuMs(pid: number): number {
  const fields = fieldsOf(pid)
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * MS_PER_TICK
}

function proportionalMegabytes(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024
}

function wakeups(pid: number): number {
  const threads = readOr(() => readdirSync(`/proc/${pid}/task`))
  return sum(
    threads.map((thread) => {
      const text = readOr(`/proc/${pid}/task/${thread}/status`)
      return Number(/^voluntary_ctxt_switches:\s+(\d+)$/m.exec(text)?.[1] ?? 0)
    }),
  )
}

function readOr(path: string): string
function readOr(read: () => string[]): string[]
function readOr(what: string | (() => string[])): string | string[] {
  try {
    return typeof what === 'string' ? readFileSync(what, 'utf8') : what()
  } catch {
    return typeof what === 'string' ? '' : []
  }
}
