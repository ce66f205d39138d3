import type { ParsedModule } from './parsed-module.ts'
import type { Violation } from './violation.ts'

export const silencedWithReason = 'a silenced check gives its reason'
export const noLooseEnds = 'no work left in comments'

/**
 * Comments that switch a check off without a reason of at least two words, or for a whole file; and notes of
 * unfinished work. Biome sees `@ts-expect-error` and a bare suppression, but takes its own placeholder for a reason.
 */
export function checkComments({ path, comments }: ParsedModule): Violation[] {
  return comments.flatMap(({ text, line }) => {
    const what = text.split('\n')[0] ?? ''
    if (isSilencer(text) && !hasReason(text)) return [{ rule: silencedWithReason, path, line, what }]
    return isLooseEnd(text) ? [{ rule: noLooseEnds, path, line, what }] : []
  })
}

function isSilencer(text: string): boolean {
  return /^[*\s]*(@ts-(expect-error|ignore|nocheck)|biome-ignore|eslint-disable|v8 ignore|c8 ignore)/.test(
    text,
  )
}

function hasReason(text: string): boolean {
  if (/@ts-(ignore|nocheck)|biome-ignore-all|eslint-disable/.test(text)) return false
  const [, reason = ''] = text.match(/^[^:]*:\s*(.*)$/s) ?? []
  return !reason.includes('<') && reason.split(/\s+/).filter((word) => word !== '').length >= 2
}

function isLooseEnd(text: string): boolean {
  return /\b(TODO|FIXME|XXX|HACK)\b/.test(text)
}
