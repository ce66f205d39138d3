import type { ContentPart, Turn } from './content.ts'

type Part<K extends ContentPart['kind']> = Extract<ContentPart, { kind: K }>

/** A turn's parts by kind, each in the turn's order; `seen` is what a reader sees: text and images, mixed as they were. */
export type SortedParts = {
  seen: (Part<'text'> | Part<'image'>)[]
  calls: Part<'tool-call'>[]
  results: Part<'tool-result'>[]
}

/** The parts of a turn by what they are, each kind in its order. */
export function sortedParts({ parts }: Turn): SortedParts {
  const sorted: SortedParts = { seen: [], calls: [], results: [] }
  for (const part of parts) {
    if (part.kind === 'tool-call') sorted.calls.push(part)
    else if (part.kind === 'tool-result') sorted.results.push(part)
    else sorted.seen.push(part)
  }
  return sorted
}

/** All text of a turn, one piece a line. */
export function textOf(parts: readonly ContentPart[]): string {
  return parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n')
}

/** An image as a `data:` address. */
export function dataUrl({ type, base64 }: Part<'image'>): string {
  return `data:${type};base64,${base64}`
}
