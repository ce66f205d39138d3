import { z } from 'zod'
import { MOST_SOURCES, SourceUrl } from '../../shared/contract/message.ts'
import type { ChatPart } from '../services/ports.ts'
import { isRecord, type JsonRecord } from './record.ts'

/** Looked at in one list; a hostile one may hold millions. */
const LOOKED_AT = 10 * MOST_SOURCES

const Items = z.array(z.unknown()).catch([])
const Citation = z.union([SourceUrl, z.object({ url: SourceUrl }).transform(({ url }) => url)])
const Annotation = z.union([
  z.object({ type: z.literal('url_citation'), url: SourceUrl }).transform(({ url }) => url),
  z
    .object({ type: z.literal('url_citation'), url_citation: z.object({ url: SourceUrl }) })
    .transform(({ url_citation: { url } }) => url),
])

/** The list of addresses that live search gave with the last chunk, or with the whole answer (reference 5.3, 2025). */
export function citationParts(body: JsonRecord): ChatPart[] {
  return sourcesIn(body['citations'], Citation)
}

/** The addresses among the annotations of a text: `url_citation`, flat in responses and nested in chat completions. */
export function annotationParts(annotations: unknown): ChatPart[] {
  return sourcesIn(annotations, Annotation)
}

/** Those of all texts of a response's output. */
export function outputSourceParts(output: unknown): ChatPart[] {
  const contents = Items.parse(output).flatMap((item) => (isRecord(item) ? Items.parse(item['content']) : []))
  return contents.flatMap((content) => (isRecord(content) ? annotationParts(content['annotations']) : []))
}

function sourcesIn(list: unknown, shape: z.ZodType<string>): ChatPart[] {
  if (!Array.isArray(list)) return []
  const urls = list.slice(0, LOOKED_AT).flatMap((item) => shape.safeParse(item).data ?? [])
  return urls.length === 0 ? [] : [{ kind: 'sources', urls: urls.slice(0, MOST_SOURCES) }]
}
