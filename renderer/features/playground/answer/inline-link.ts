import { type Frame, pushNode, pushText, releaseFrame } from './inline-frame.ts'
import { type Inline, plainText, withoutLinks } from './inline-node.ts'
import { type InlineReader, openFrame, takeText } from './inline-reader.ts'
import { readBareLink, readTarget } from './link-target.ts'
import { safeLink } from './safe-link.ts'

/** `[` or `![`: what follows may be the words of a link or the name of an image. */
export function readBracket(reader: InlineReader, character: string): void {
  const marker = character === '!' ? '![' : '['
  if (!reader.text.startsWith(marker, reader.at)) {
    takeText(reader, character, 1)
    return
  }
  openFrame(reader.frames, marker)
  reader.at += marker.length
}

/** `]`: with a target behind it the words become a link, otherwise the brackets were only brackets. */
export function readBracketEnd(reader: InlineReader): void {
  const { frames } = reader
  const opener = frames.findLastIndex(({ marker }) => marker.endsWith('['))
  if (opener < 1) {
    takeText(reader, ']', 1)
    return
  }
  const target = readTarget(reader.text, reader.at + 1, reader.open)
  while (frames.length > opener + 1) releaseFrame(frames, frames.length - 1)
  if (target.kind === 'none') {
    releaseFrame(frames, opener)
    takeText(reader, ']', 1)
    return
  }
  const frame = frames.pop()
  const children = frame?.children ?? []
  reader.at = target.next
  if (target.kind === 'found') pushTarget(frames, children, target.written, frame?.marker === '![')
  else for (const child of children) pushNode(frames, child)
}

/** A link, a named image that is never fetched, or — when the target is not safe — the words and the target as text. */
function pushTarget(frames: Frame[], children: readonly Inline[], written: string, image: boolean): void {
  const link = safeLink(written)
  const label = plainText(children)
  if (link === null) pushText(frames, `${label} (${written})`)
  else if (image) pushNode(frames, { kind: 'image', ...link, alt: label })
  else pushNode(frames, { kind: 'link', ...link, children: withoutLinks(children) })
}

/** `https://…` in the running text, with or without angle brackets; anything else that looks so is text. */
export function readLinkInText(reader: InlineReader, character: string): void {
  const found = readBareLink(reader.text, reader.at, reader.open)
  if (found === null) {
    takeText(reader, character, 1)
    return
  }
  const { link, written, next } = found
  const words = link.url === `${written}/` ? written : link.url
  pushNode(reader.frames, { kind: 'link', ...link, children: [{ kind: 'text', text: words }] })
  reader.at = next
}
