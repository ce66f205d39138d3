/**
 * Characters that a terminal or an editor would not show, or would act on: controls, line separators, and those that
 * turn the direction of text or take no room. `JSON.stringify` writes only some of them as `\u`. Line ends are left:
 * in JSON they stand between values only.
 */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** JSON in lines of two spaces' indent, safe to paste: each line is printable, and only `{` and `}` stand at its start. */
export function jsonText(value: Readonly<Record<string, unknown>>): string {
  return seen(JSON.stringify(value, null, 2))
}

/** A text in double quotes, as JSON, JavaScript and Python all read it. */
export function quoted(text: string): string {
  return seen(JSON.stringify(text))
}

function seen(json: string): string {
  return json.replaceAll(UNSEEN, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
}
