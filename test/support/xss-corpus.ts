import { MARKDOWN_VECTORS } from './xss-markdown-vectors.ts'
import { MARKUP_VECTORS } from './xss-markup-vectors.ts'

/** One hostile text. `name` says what it tries; `text` sets `window.owned` or asks the outside server when it works. */
export type Payload = { name: string; text: string }

/** Elements whose handlers fire without anybody's doing. */
const SELF_FIRING = [
  ['img', 'onerror', 'src=x'],
  ['image', 'onerror', 'href=x'],
  ['svg', 'onload', ''],
  ['body', 'onload', ''],
  ['iframe', 'onload', 'srcdoc=x'],
  ['object', 'onerror', 'data=x'],
  ['embed', 'onload', 'src=x'],
  ['video', 'onerror', 'src=x'],
  ['audio', 'onerror', 'src=x'],
  ['source', 'onerror', 'src=x'],
  ['input', 'onerror', 'type=image src=x'],
  ['input', 'onfocus', 'autofocus'],
  ['select', 'onfocus', 'autofocus'],
  ['textarea', 'onfocus', 'autofocus'],
  ['a', 'onfocus', 'href=# autofocus'],
  ['div', 'onfocus', 'tabindex=0 autofocus'],
  ['details', 'ontoggle', 'open'],
  ['marquee', 'onstart', ''],
  ['link', 'onerror', 'rel=stylesheet href=x'],
  ['script', 'onerror', 'src=x'],
  ['style', 'onload', ''],
  ['div', 'onanimationstart', 'style="animation:x 1s"'],
  ['div', 'ontransitionend', 'style="transition:all 1s"'],
  ['div', 'onmouseover', 'style="position:fixed;inset:0"'],
  ['div', 'onpointerenter', 'style="position:fixed;inset:0"'],
  ['div', 'onscrollend', 'style="overflow:auto;height:1px"'],
  ['form', 'onformdata', ''],
  ['button', 'onclick', 'popovertarget=x'],
  ['dialog', 'onclose', 'open'],
  ['track', 'onerror', 'src=x'],
] as const

/** Ways to break out of where a name stands, before the element itself. */
const BREAKOUTS = ['', '">', "'>", '--><!--', '</title>', '</textarea>'] as const

/**
 * More than 200 texts that try to run code, load something, leave the page or mislead. `outside` is the origin of a
 * server that counts who asks it. The same corpus serves names, titles, errors and answers (reliability B6 41, 42).
 */
export function xssCorpus(outside: string): readonly Payload[] {
  const texts = [...handlers(), ...MARKUP_VECTORS, ...MARKDOWN_VECTORS]
  return texts.map(([name, text]) => ({
    name,
    text: text.replaceAll('OWN', 'window.owned=1').replaceAll('LEAK', outside),
  }))
}

/** Each self-firing element behind the breakouts in turn: 30 × 3. */
function handlers(): (readonly [string, string])[] {
  return SELF_FIRING.flatMap(([tag, event, rest], at) =>
    [0, 1, 2].map((step) => {
      const breakout = BREAKOUTS[(at + step * 2) % BREAKOUTS.length] ?? ''
      return [
        `<${tag}> ${event} after ${JSON.stringify(breakout)}`,
        `${breakout}<${tag} ${rest} ${event}="OWN">x`,
      ] as const
    }),
  )
}
