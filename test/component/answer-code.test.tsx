import { MantineProvider } from '@mantine/core'
import { render, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { piecesOf, runsOf } from '../../renderer/features/playground/answer/code-runs.ts'
import { highlight } from '../../renderer/features/playground/answer/highlighter.ts'
import { AnswerText } from '../../renderer/features/playground/answer-text.tsx'

function answer(text: string, growing: boolean) {
  return (
    <MantineProvider env="test">
      <AnswerText text={text} growing={growing} onOpenLink={() => undefined} />
    </MantineProvider>
  )
}

describe('code with colours', () => {
  it('gets them once its fence is closed, while the answer still grows, and keeps its text', async () => {
    const code = 'const a = "<b>"\n// why\nreturn 42'
    const { container, rerender } = render(answer(`\`\`\`js\n${code}`, true))
    expect(container.querySelector('[class^="code-"]')).toBeNull()
    rerender(answer(`\`\`\`js\n${code}\n\`\`\`\n`, true))
    await waitFor(() => expect(container.querySelector('.code-keyword')?.textContent).toBe('const'))
    expect(container.querySelector('.code-string')?.textContent).toBe('"<b>"')
    expect(container.querySelector('.code-comment')?.textContent).toBe('// why')
    expect(container.querySelector('pre')?.textContent).toBe(code)
    const coloured = container.querySelector('.code-keyword')
    rerender(answer(`\`\`\`js\n${code}\n\`\`\`\n\nand more words`, true))
    expect(container.querySelector('.code-keyword')).toBe(coloured)
    rerender(answer(`\`\`\`js\n${code}\n\`\`\`\n\nand more words`, false))
    expect(container.querySelector('.code-keyword')).toBe(coloured)
  })

  it('leaves alone what no one can colour: unknown languages and long code', async () => {
    expect(await highlight('klingon', 'qapla')).toBeNull()
    expect(await highlight('', 'a')).toBeNull()
    expect(await highlight('js', 'a;'.repeat(10_000))).toBeNull()
  })

  it('knows the names models write after a fence', async () => {
    for (const name of [
      'python',
      'py',
      'ts',
      'tsx',
      'bash',
      'sh',
      'json',
      'html',
      'sql',
      'rust',
      'go',
      'yaml',
      'diff',
    ]) {
      expect(await highlight(name, 'a = 1'), name).not.toBeNull()
    }
  })

  it('cuts runs into pieces of lines whose texts are the code', () => {
    const runs = [
      { text: 'a\nb', role: null },
      { text: '/* c\nd\ne */', role: 'comment' as const },
      { text: '\n', role: null },
    ]
    const pieces = piecesOf(runs, 2)
    expect(pieces.map((piece) => piece.map(({ text }) => text).join(''))).toEqual([
      'a\nb/* c\n',
      'd\ne */\n',
      '',
    ])
    expect(runsOf({ type: 'root', children: [{ type: 'text', value: 'x' }] })).toEqual([
      { text: 'x', role: null },
    ])
  })
})
