import { closeSync, openSync, readSync } from 'node:fs'
import { z } from 'zod'

type Entry = { files?: Record<string, Entry> | undefined; unpacked?: boolean | undefined }
const Entry: z.ZodType<Entry> = z.object({
  files: z.lazy(() => z.record(z.string(), Entry)).optional(),
  unpacked: z.boolean().optional(),
})

/** The paths of all files in an ASAR archive: its header is JSON behind four lengths of four bytes each. */
export function asarFiles(archive: string): string[] {
  const file = openSync(archive, 'r')
  try {
    const lengths = Buffer.alloc(16)
    readSync(file, lengths, 0, 16, 0)
    const header = Buffer.alloc(lengths.readUInt32LE(12))
    readSync(file, header, 0, header.length, 16)
    return [...pathsIn(Entry.parse(JSON.parse(header.toString('utf8'))), '')]
  } finally {
    closeSync(file)
  }
}

function* pathsIn(entry: Entry, path: string): Generator<string> {
  if (entry.files === undefined) return yield path
  for (const [name, child] of Object.entries(entry.files)) {
    yield* pathsIn(child, path === '' ? name : `${path}/${name}`)
  }
}
