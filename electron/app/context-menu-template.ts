import type { MenuItemConstructorOptions } from 'electron'
import type { NativeWordId } from '../../shared/desktop/native-words.ts'
import { plainLabel } from './menu-template.ts'

/** What was pressed, as Chromium tells it: texts of it are untrusted. */
export type Pressed = {
  isEditable: boolean
  selectionText: string
  misspelledWord: string
  dictionarySuggestions: readonly string[]
  editFlags: { canCut: boolean; canCopy: boolean; canPaste: boolean; canSelectAll: boolean }
}

export type SpellingActions = { replace(word: string): void; learn(word: string): void }

const MOST_SUGGESTIONS = 5
const LINE: MenuItemConstructorOptions = { type: 'separator' }

/** Cut, copy, paste and, for a misspelled word, what it may have been. Empty where nothing can be done. */
export function contextMenuTemplate(
  pressed: Pressed,
  words: Readonly<Record<NativeWordId, string>>,
  actions: SpellingActions,
): MenuItemConstructorOptions[] {
  const { isEditable, selectionText, editFlags } = pressed
  const copy: MenuItemConstructorOptions = {
    role: 'copy',
    label: plainLabel(words.copy),
    enabled: editFlags.canCopy,
  }
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  return [
    ...spellingItems(pressed, words, actions),
    { role: 'cut', label: plainLabel(words.cut), enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: plainLabel(words.paste), enabled: editFlags.canPaste },
    LINE,
    { role: 'selectAll', label: plainLabel(words['select-all']), enabled: editFlags.canSelectAll },
  ]
}

function spellingItems(
  { misspelledWord, dictionarySuggestions }: Pressed,
  words: Readonly<Record<NativeWordId, string>>,
  actions: SpellingActions,
): MenuItemConstructorOptions[] {
  if (misspelledWord === '') return []
  const suggestions = dictionarySuggestions.slice(0, MOST_SUGGESTIONS).map((word) => ({
    label: plainLabel(word),
    click: () => actions.replace(word),
  }))
  return [
    ...(suggestions.length > 0
      ? suggestions
      : [{ label: plainLabel(words['no-suggestion']), enabled: false }]),
    { label: plainLabel(words['add-word']), click: () => actions.learn(misspelledWord) },
    LINE,
  ]
}
