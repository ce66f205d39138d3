import type { SourceFile } from './source-file.ts'

/** The same lines in two places, such as `a.ts:3 b.ts:9 (12 lines)`. */
export type Repeat = { first: string; second: string; lines: number }

type Line = { path: string; at: number; text: string }

/** Lines that say something: no blank ones, comments, imports, and none of punctuation alone. Without indentation. */
function tellingLines({ path, text }: SourceFile): Line[] {
  return text
    .split('\n')
    .map((line, index) => ({ path, at: index + 1, text: line.trim() }))
    .filter((line) => /\w/.test(line.text) && !/^(\/\/|\/?\*|import |export .* from )/.test(line.text))
}

/** Every run of `least` lines or more that stands in two places to the letter, the longest first. */
export function repeatedLines(files: readonly SourceFile[], least: number): Repeat[] {
  const lines = files.flatMap(tellingLines)
  const places = new Map<string, number[]>()
  for (let at = 0; at + least <= lines.length; at += 1) {
    const run = lines.slice(at, at + least)
    if (run.at(-1)?.path !== run[0]?.path) continue
    const key = run.map(({ text }) => text).join('\n')
    places.set(key, [...(places.get(key) ?? []), at])
  }
  const pairs = [...places.values()].flatMap((found) =>
    found.flatMap((one, index) => found.slice(index + 1).map((other) => [one, other] as const)),
  )
  const same = (one: number, other: number) =>
    lines[one]?.text === lines[other]?.text &&
    lines[one]?.path === lines[one - 1]?.path &&
    lines[other]?.path === lines[other - 1]?.path
  return pairs
    .filter(
      ([one, other]) => !(one > 0 && lines[one - 1]?.text === lines[other - 1]?.text && same(one, other)),
    )
    .map(([one, other]) => {
      let length = least
      while (one + length < other && same(one + length, other + length)) length += 1
      return { first: placeOf(lines[one]), second: placeOf(lines[other]), lines: length }
    })
    .sort((a, b) => b.lines - a.lines)
}

function placeOf(line: Line | undefined): string {
  return line === undefined ? '' : `${line.path}:${line.at}`
}
