import { characterName } from './character-name.ts'

/** What a text is shown as: itself, spaces that can be seen, or the name of something that cannot be seen. */
export type ChipPiece =
  | { kind: 'text'; text: string }
  | { kind: 'spaces'; text: string }
  | { kind: 'name'; short: string; name: string }

/** A mark that needs a letter below it gets this circle when it has none. */
const NO_LETTER = '\u25cc'

/** Cuts a text into what can be seen and what has to be named; nothing is left out, and order is kept. */
export function chipPieces(text: string): ChipPiece[] {
  const pieces: ChipPiece[] = []
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const name = characterName(codePoint)
    if (name !== null) pieces.push({ kind: 'name', ...name })
    else join(pieces, codePoint === 0x20 ? 'spaces' : 'text', character)
  }
  const first = pieces[0]
  if (first?.kind === 'text' && /^\p{M}/u.test(first.text)) first.text = NO_LETTER + first.text
  return pieces
}

function join(pieces: ChipPiece[], kind: 'text' | 'spaces', character: string): void {
  const last = pieces.at(-1)
  if (last?.kind === kind) last.text += character
  else pieces.push({ kind, text: character })
}

/** The same as one line of text, for names and descriptions: `␣world`, `⟨RLO⟩`. */
export function spokenText(text: string): string {
  if (/^[!-~]*$/.test(text)) return text
  return chipPieces(text)
    .map((piece) => {
      if (piece.kind === 'name') return `⟨${piece.name}⟩`
      return piece.kind === 'spaces' ? '␣'.repeat(piece.text.length) : piece.text
    })
    .join('')
}
