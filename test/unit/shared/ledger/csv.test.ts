import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../../../shared/ledger/csv.ts'

/** A reader after RFC 4180, written for these tests alone. */
function readCsv(csv: string): string[][] {
  const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)]
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of cells) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('toCsv', () => {
  it('writes a header and one line for each row, ended by CR LF', () => {
    const columns = [{ key: 'model', header: 'Model' }, { key: 'ticks', title: 'Ticks' }, 'note'] as const
    const rows = [
      { model: 'grok-4.3', ticks: 2_971_500n, note: 'say "hi", now' },
      { model: 'grok-3', ticks: null, note: 'two\nlines' },
      ['by position', -5],
    ]
    expect(toCsv(columns, rows)).toBe(
      'Model,Ticks,note\r\ngrok-4.3,2971500,"say ""hi"", now"\r\ngrok-3,,"two\nlines"\r\nby position,-5,\r\n',
    )
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\0x', "'\0x"],
    ['\r=1', '"\'\r=1"'],
    ['\nx', '"\'\nx"'],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['  =1', "'  =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u200b\ufeff=1', "'\u200b\ufeff=1"],
    ['=cmd("a",1)', '"\'=cmd(""a"",1)"'],
    ['a=1', 'a=1'],
    ['2026-09-12', '2026-09-12'],
    [' plain', ' plain'],
    ['', ''],
  ])('makes the text %j safe', (text, cell) => {
    expect(toCsv(['x'], [{ x: text }])).toBe(`x\r\n${cell}\r\n`)
  })

  it('makes headers safe too', () => {
    expect(toCsv([{ key: 'a', header: '=1' }], [])).toBe("'=1\r\n")
  })

  it.each([
    [-5, '-5'],
    [0.25, '0.25'],
    [0, '0'],
    [-(10n ** 30n), `-1${'0'.repeat(30)}`],
    [Number.NaN, ''],
    [Number.POSITIVE_INFINITY, ''],
    [null, ''],
    [undefined, ''],
    [true, 'true'],
  ])('writes %s as %j', (value, cell) => {
    expect(toCsv(['x'], [{ x: value }])).toBe(`x\r\n${cell}\r\n`)
  })

  it.each([
    ['-1.50', '-1.50'],
    ['-1+1', "'-1+1"],
    ['=1', "'=1"],
  ])('writes the text %j of a number column as %j', (value, cell) => {
    expect(toCsv([{ key: 'x', kind: 'number' }], [{ x: value }])).toBe(`x\r\n${cell}\r\n`)
  })

  it('does not read inherited fields', () => {
    expect(toCsv(['constructor', 'toString'], [{}])).toBe('constructor,toString\r\n,\r\n')
  })

  it('is read back as the same cells, but for the guard, and no text cell begins a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('=', '-', '"', ',', '\r', '\n', ' ', '\t', 'a', '＝', "'") }),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(fc.array(fc.record({ a: text, b: text }), { maxLength: 5 }), (rows) => {
        const [header, ...cells] = readCsv(toCsv(['a', 'b'], rows))
        expect(header).toEqual(['a', 'b'])
        const plain = rows.flatMap(({ a, b }) => [a, b])
        expect(cells.flat().map((cell, index) => (cell === plain[index] ? cell : cell.slice(1)))).toEqual(
          plain,
        )
        for (const cell of cells.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/)
      }),
    )
  })
})
