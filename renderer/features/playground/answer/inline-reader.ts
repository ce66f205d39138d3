import { codeSpanFinder } from './code-span.ts'
import { type Frame, newFrame, pushText, releaseFrame } from './inline-frame.ts'
import { mathSpanFinder } from './math-span.ts'

/** Where the reading of one piece of running text stands. */
export type InlineReader = {
  readonly text: string
  /** More text will follow: markers that have no end yet are shown as if it had come, so that nothing flashes. */
  readonly open: boolean
  readonly codeEnd: (at: number, length: number) => number | null
  readonly mathEnd: ReturnType<typeof mathSpanFinder>
  readonly frames: Frame[]
  at: number
}

export function newReader(text: string, open: boolean): InlineReader {
  return {
    text,
    open,
    codeEnd: codeSpanFinder(text),
    mathEnd: mathSpanFinder(text, open),
    frames: [newFrame('')],
    at: 0,
  }
}

/** Takes `length` characters of the source as this plain text. */
export function takeText(reader: InlineReader, text: string, length: number): void {
  pushText(reader.frames, text)
  reader.at += length
}

/** A marker inside its own kind means that the earlier one was no marker: it becomes text. */
export function openFrame(frames: Frame[], marker: string): void {
  const earlier = frames.findIndex((frame) => frame.marker === marker)
  if (earlier > 0) releaseFrame(frames, earlier)
  frames.push(newFrame(marker))
}
