import { COMMAND_KEYS, type CommandId, commandIds } from '../../../shared/desktop/commands.ts'

const byKey = new Map<string, CommandId>(
  commandIds().flatMap((id) => {
    const key: string | null = COMMAND_KEYS[id]
    return key === null ? [] : [[key, id]]
  }),
)

/** The command that a key press means, or `null`. `?` is one only where it is not typed. */
export function commandOf(event: KeyboardEvent): CommandId | null {
  if (event.defaultPrevented || event.altKey || event.isComposing) return null
  if (event.ctrlKey || event.metaKey)
    return byKey.get(`Mod+${nameOf(event)}`) ?? byKey.get(`Mod+${placeOf(event)}`) ?? null
  if (event.key === '?' && isTyping(event.target)) return null
  const shifted = event.shiftKey && /^F\d/.test(event.key)
  return byKey.get(shifted ? `Shift+${event.key}` : event.key) ?? null
}

/** Larger is `+` or, on the same key without Shift, `=`; letters are told by their capital. */
function nameOf({ key, shiftKey }: KeyboardEvent): string {
  if (key === '+' || key === '=') return 'Plus'
  if (key === '_') return '-'
  return `${shiftKey ? 'Shift+' : ''}${key.toUpperCase()}`
}

/** Keys that stand for a sign on layouts where they write a letter of another script. */
const SIGNS: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']', Comma: ',' }

/** The key by its place: where letters are not Latin ones, and where digits need Shift, as on French keyboards. */
function placeOf({ key, code, shiftKey }: KeyboardEvent): string {
  const shift = shiftKey ? 'Shift+' : ''
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return `${shift}${digit}`
  if (key.length !== 1 || key <= '~') return ''
  return `${shift}${SIGNS[code] ?? code.replace(/^Key/, '')}`
}

/** Where a question mark is a question mark. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['button', 'checkbox', 'radio', 'range'].includes(target.type)
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  )
}
