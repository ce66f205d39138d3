/** Whether a run of markers can begin or end emphasis, by what stands on each side of it (CommonMark's rule). */
export function flanking(
  text: string,
  at: number,
  length: number,
  character: string,
): { opens: boolean; closes: boolean } {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + length)
  const left = !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before))
  const right = !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after))
  if (character !== '_') return { opens: left, closes: right }
  return { opens: left && (!right || isMark(before)), closes: right && (!left || isMark(after)) }
}

/** How many times `character` stands in a row from `at`. */
export function runLength(text: string, at: number, character: string): number {
  let end = at
  while (text.charAt(end) === character) end += 1
  return end - at
}

const isSpace = (character: string): boolean => character === '' || /\s/.test(character)
const isMark = (character: string): boolean => /[\p{P}\p{S}]/u.test(character)
