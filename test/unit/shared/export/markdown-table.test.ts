import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toMarkdownTable } from '../../../../shared/export/markdown-table.ts'

const columns = [
  { header: 'Model', align: 'left' },
  { header: 'Input | $', align: 'right' },
] as const

/** Cells of one line, as a Markdown reader splits them: at pipes that no backslash escapes. */
function cellsOf(line: string): string[] {
  return line.slice(2, -2).split(' | ')
}

describe('a Markdown table', () => {
  it('has a header, a rule and a line for each row', () => {
    expect(toMarkdownTable(columns, [['grok-3', '3.00'], ['grok-4']])).toBe(
      '| Model | Input \\| \\$ |\n| --- | ---: |\n| grok-3 | 3.00 |\n| grok-4 |  |\n',
    )
  })

  it.each([
    ['a|b', 'a\\|b'],
    ['a\\|b', 'a\\\\\\|b'],
    ['two\r\nlines\u2028more', 'two lines more'],
    ['<img src=x onerror=1>', '\\<img src=x onerror=1\\>'],
    ['[click](javascript:1)', '\\[click\\](javascript:1)'],
    ['**bold** _it_ `code` ~~no~~', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~'],
    ['&lt;', '\\&lt;'],
    ['https://evil.example', 'https&#58;//evil.example'],
    ['WWW.evil.example', 'WWW&#46;evil.example'],
    ['me@evil.example', 'me\\@evil.example'],
    ['$x^2$', '\\$x\\^2\\$'],
    ['grok-4.20-0309', 'grok-4.20-0309'],
  ])('keeps %j as text', (text, cell) => {
    expect(cellsOf(toMarkdownTable([columns[0]], [[text]]).split('\n')[2] ?? '')).toEqual([cell])
  })

  it('has as many lines and cells as it was given, whatever is in them', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[|\\\n<>[\] -]*$/))
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (rows) => {
        const lines = toMarkdownTable(columns, rows).split('\n')
        expect(lines).toHaveLength(rows.length + 3)
        for (const line of lines.slice(0, -1)) {
          // Three borders that no backslash takes away.
          expect(line.replaceAll(/\\[\s\S]/g, '').match(/\|/g)).toHaveLength(3)
        }
      }),
    )
  })
})
