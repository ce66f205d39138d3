import type { TFunction } from 'i18next'
import type { MenuContents } from '../../../shared/contract/desktop.ts'
import type { Preferences } from '../../../shared/contract/preferences.ts'
import { type CommandId, commandIds } from '../../../shared/desktop/commands.ts'
import { NATIVE_WORD_IDS } from '../../../shared/desktop/native-words.ts'
import { commandName } from './command-names.ts'
import type { Recent } from './use-recent.ts'

type Words = TFunction<readonly ['desktop', 'app']>

/** Everything the menus are to show: words of the page's language, what was used last, and what is chosen now. */
export function menuContents(t: Words, recent: Recent, preferences: Preferences): MenuContents {
  return {
    commands: byId(commandIds(), (id) => shortName(t, id)),
    words: byId(NATIVE_WORD_IDS, (id) => t(`native.${id}`)),
    recent,
    checked: checkedNow(preferences),
    disabled: [
      ...(preferences.zoom >= 200 ? (['zoom-in'] as const) : []),
      ...(preferences.zoom <= 50 ? (['zoom-out'] as const) : []),
    ],
  }
}

function checkedNow({ theme, density, priceUnit, navigationCollapsed }: Preferences): CommandId[] {
  return [
    `theme-${theme}`,
    `rows-${density}`,
    `unit-${priceUnit}`,
    ...(navigationCollapsed ? [] : (['navigation'] as const)),
  ]
}

/** Below a heading that says what it is about, a few words are enough. */
function shortName(t: Words, id: CommandId): string {
  switch (id) {
    case 'theme-system':
    case 'theme-light':
    case 'theme-dark':
    case 'theme-high-contrast':
    case 'rows-comfortable':
    case 'rows-compact':
    case 'unit-per-million':
    case 'unit-per-thousand':
    case 'unit-per-token':
    case 'unit-raw':
    case 'navigation':
      return t(`short.${id}`)
    case 'view-models':
      return t('app:views.models')
    case 'view-compare':
      return t('app:views.compare')
    case 'view-tokenizer':
      return t('app:views.tokenizer')
    case 'view-playground':
      return t('app:views.playground')
    case 'view-usage':
      return t('app:views.usage')
    case 'view-api-key':
      return t('app:views.api-key')
    case 'view-settings':
      return t('app:views.settings')
    default:
      return commandName(t, id)
  }
}

function byId<Id extends string>(ids: readonly Id[], word: (id: Id) => string): Record<Id, string> {
  const words: Partial<Record<Id, string>> = {}
  for (const id of ids) words[id] = word(id)
  return isWhole(words, ids) ? words : raise()
}

function isWhole<Id extends string>(
  words: Partial<Record<Id, string>>,
  ids: readonly Id[],
): words is Record<Id, string> {
  return ids.every((id) => words[id] !== undefined)
}

function raise(): never {
  throw new Error('a menu without all of its words')
}
