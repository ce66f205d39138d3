import { readFileSync } from 'node:fs'

/**
 * The fuses of Electron in the order of its build/fuses/fuses.json5, and how packages for users must have them
 * (docs/security.md, point 19). V8's own snapshot stays off because none is shipped; WebAssembly traps stay on because
 * they cost nothing.
 */
export const WANTED_FUSES = {
  runAsNode: false,
  cookieEncryption: true,
  nodeOptions: false,
  nodeCliInspect: false,
  embeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  wasmTrapHandlers: true,
} as const

export type FuseName = keyof typeof WANTED_FUSES

/** Written before the fuses in every Electron binary. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const ON = 0x31

/** The fuses of an Electron binary, or `null` when it holds none. A fuse that the binary does not know is absent. */
export function readFuses(binary: string): Partial<Record<FuseName, boolean>> | null {
  const bytes = readFileSync(binary)
  const at = bytes.indexOf(SENTINEL)
  if (at < 0) return null
  const wire = at + SENTINEL.length
  const count = bytes[wire + 1] ?? 0
  const names = Object.keys(WANTED_FUSES).slice(0, count)
  return Object.fromEntries(names.map((name, index) => [name, bytes[wire + 2 + index] === ON]))
}

/** What is wrong with the fuses of a packaged binary; empty when they all are as wanted. */
export function fuseProblems(found: Partial<Record<FuseName, boolean>> | null): string[] {
  if (found === null) return ['no fuses were found in the binary']
  return Object.entries({ ...WANTED_FUSES }).flatMap(([name, wanted]) => {
    const value = Object.entries(found).find(([known]) => known === name)?.[1]
    if (value === wanted) return []
    return [
      `${name} must be ${wanted ? 'on' : 'off'} and is ${value === undefined ? 'missing' : value ? 'on' : 'off'}`,
    ]
  })
}
