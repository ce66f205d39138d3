import { useMemo } from 'react'
import { estimateTokens } from '../../../shared/estimate/estimate-tokens.ts'
import { type TextKind, textKindOf } from '../../../shared/estimate/text-kind.ts'

/** A text's estimate before anything learned, and what kind of text it is. */
export type RawText = { tokens: number; kind: TextKind }

/** A few ms for a megabyte, so it runs at each key. */
export function useRawText(text: string): RawText {
  return useMemo(() => ({ tokens: estimateTokens(text), kind: textKindOf(text) }), [text])
}
