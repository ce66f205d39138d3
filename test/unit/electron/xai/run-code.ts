import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { CodeLanguage } from '../../../../shared/chat/code/copy-as.ts'

const run = promisify(execFile)

const PROGRAMS: Record<CodeLanguage, { file: string; command: readonly string[] }> = {
  curl: { file: 'ask.sh', command: ['sh'] },
  javascript: { file: 'ask.mjs', command: [process.execPath] },
  python: { file: 'ask.py', command: ['python3'] },
}

/** Runs code as a person would who saved it to a file; its output. Throws what the program said when it fails. */
export async function runCode(
  language: CodeLanguage,
  code: string,
  env: Record<string, string>,
): Promise<string> {
  const { file, command } = PROGRAMS[language]
  const [program = '', ...rest] = command
  const folder = await mkdtemp(join(tmpdir(), 'copied-code-'))
  try {
    await writeFile(join(folder, file), code)
    const { PATH = '', HOME = '' } = process.env
    const options = { env: { PATH, HOME, ...env }, timeout: 30_000, maxBuffer: 64 * 1024 * 1024 }
    return (await run(program, [...rest, join(folder, file)], options)).stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}
