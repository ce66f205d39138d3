import type { SourceFile } from './source-file.ts'

/** Where others call from: what a function returns, in which unit, and what it throws, must not have to be read off it. */
const PUBLIC = /^(shared|electron\/services|electron\/xai)\/.*\.ts$/

/** Functions that a public file exports without a comment right before them, a line each. */
export function undocumented({ path, text }: SourceFile): string[] {
  if (!PUBLIC.test(path)) return []
  const lines = text.split('\n')
  return lines.flatMap((line, at) =>
    /^export (async )?function\b/.test(line) && !/\*\/\s*$/.test(lines[at - 1] ?? '')
      ? [`${path}:${at + 1} ${line}`]
      : [],
  )
}
