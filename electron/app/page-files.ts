import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** One file the page may have: where it is and what it is. */
export type PageFile = { path: string; type: string }

/**
 * The complete list of what the page can load, made once from the build. A request is answered only when its path is
 * exactly a key here, so no path arithmetic on requests exists that could be tricked.
 */
export function pageFiles(folder: string): ReadonlyMap<string, PageFile> {
  return new Map(walk(folder, ''))
}

function* walk(folder: string, prefix: string): Generator<[string, PageFile]> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const address = `${prefix}/${entry.name}`
    const type = TYPES[extname(entry.name)]
    if (entry.isDirectory()) yield* walk(path, address)
    else if (entry.isFile() && type !== undefined) yield [address, { path, type }]
  }
}
