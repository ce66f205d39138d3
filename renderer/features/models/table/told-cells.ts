import { countText } from '../../../ui/number-text.ts'
import { dayOfUnixSeconds } from '../../../ui/time-text.ts'
import type { Translate } from '../translate.ts'
import { type Cell, plainCell, quietCell } from './cell.ts'

/** What is not known is `–` with the reason, never zero and never empty. */
export function unknownCell(reason: string, t: Translate): Cell {
  return {
    text: t('ui:unknown'),
    note: t('ui:unknownMeaning', { reason }),
    look: 'unknown',
    shift: 0,
    mark: null,
  }
}

/** Other names of the model; all of them in the tooltip when they do not fit. */
export function aliasesCell(aliases: readonly string[], t: Translate): Cell {
  if (aliases.length === 0) return quietCell(t('models:none'), t('models:noAliases'))
  const text = aliases.join(', ')
  return quietCell(text, text)
}

export function modalitiesCell(names: readonly string[], t: Translate): Cell {
  return names.length === 0 ? unknownCell(t('models:whyUnknown.modalities'), t) : plainCell(names.join(', '))
}

export function countCell(count: number | null, whyUnknown: string, t: Translate, locale: string): Cell {
  return count === null ? unknownCell(whyUnknown, t) : plainCell(countText(count, locale))
}

/** `created` is Unix seconds. */
export function createdCell(created: number | null, t: Translate, locale: string): Cell {
  if (created === null) return unknownCell(t('models:whyUnknown.created'), t)
  return plainCell(dayOfUnixSeconds(created, locale))
}
