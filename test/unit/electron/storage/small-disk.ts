import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { scratchFolder } from './scratch.ts'

const mounted: string[] = []

afterEach(() => {
  // Lazily: a connection that is not yet collected may hold a file.
  for (const folder of mounted.splice(0)) execFileSync('umount', ['-l', folder])
})

/** Mounting a file system of our own needs root on Linux; `null` when it can be done, otherwise why not. */
export const noSmallDisk: string | null = whyNot()

function whyNot(): string | null {
  if (process.platform !== 'linux') return 'needs Linux'
  if (process.getuid?.() !== 0) return 'needs root'
  const folder = scratchFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'pipe' })
    execFileSync('umount', [folder], { stdio: 'pipe' })
    return null
  } catch {
    return 'mount is not allowed here'
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A real file system of this size, unmounted after the test. */
export function smallDisk(size = '4m'): string {
  const folder = scratchFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  mounted.push(folder)
  return folder
}

/** Processes of an app that has just ended may hold files open for writing for a moment more: they are waited for. */
export function remount(folder: string, how: 'ro' | 'rw'): void {
  const lastTry = performance.now() + 20_000
  while (!wasRemounted(folder, how, performance.now() > lastTry))
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
}

function wasRemounted(folder: string, how: 'ro' | 'rw', mustBe: boolean): boolean {
  try {
    execFileSync('mount', ['-o', `remount,${how}`, folder], { stdio: 'pipe' })
    return true
  } catch (error) {
    if (mustBe) throw error
    return false
  }
}

/** Takes every byte that is left; the returned function gives them back. */
export function fill(folder: string): () => void {
  const path = join(folder, 'filler')
  const file = openSync(path, 'w')
  try {
    for (let size = 65_536; size >= 1; size = Math.floor(size / 2)) {
      while (wasWritten(file, size));
    }
  } finally {
    closeSync(file)
  }
  return () => rmSync(path)
}

function wasWritten(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) === size
  } catch {
    return false
  }
}
