import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../../../shared/ledger/csv.ts'
import { cpuMs } from '../../../support/cpu-time.ts'

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

/**
 * As spreadsheets read where commas are decimal marks: cells end at a semicolon (or a tab), a row at any line break, and
 * a quote counts only where a cell begins; what follows its end is taken as it stands.
 */
function readLeniently(csv: string, separator: string): string[] {
  const cells: string[] = ['']
  let quoted = false
  for (let at = 0; at < csv.length; at += 1) {
    const one = csv.charAt(at)
    const last = cells.length - 1
    if (quoted && one === '"' && csv[at + 1] === '"') {
      cells[last] += '"'
      at += 1
    } else if (quoted && one === '"') quoted = false
    else if (quoted) cells[last] += one
    else if (one === '"' && cells[last] === '') quoted = true
    else if (one === separator || one === '\r' || one === '\n') cells.push('')
    else cells[last] += one
  }
  return cells
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
    ['\r=1', '"\'\r\'=1"'],
    ['\nx', '"\'\nx"'],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['  =1', "'  =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u200b\ufeff=1', "'\u200b\ufeff=1"],
    ['=cmd("a",1)', '"\'=cmd(""a"",1)"'],
    ['x;=1+1', "x;'=1+1"],
    ['x; =1', "x;' =1"],
    ['x;"=1+1;y', '"x;\'""=1+1;y"'],
    ['x\ty\t@SUM(A1)', "x\ty\t'@SUM(A1)"],
    ['two\n-1 lines', '"two\n\'-1 lines"'],
    ["x;'=1", "x;'=1"],
    ['a;b=1', 'a;b=1'],
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

  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom('=', '-', '"', ',', ';', '\r', '\n', ' ', '\t', 'a', '＝', "'") }),
    fc.string({ unit: 'grapheme' }),
  )
  const rowsOfText = fc.array(fc.record({ a: text, b: text }), { maxLength: 5 })
  const unguarded = (cell: string): string => cell.replaceAll(/(^|[;\t\r\n])'/g, '$1')

  it('is read back as the same cells, but for the guard, and no text cell begins a formula', () => {
    fc.assert(
      fc.property(rowsOfText, (rows) => {
        const [header, ...cells] = readCsv(toCsv(['a', 'b'], rows))
        expect(header).toEqual(['a', 'b'])
        const plain = rows.flatMap(({ a, b }) => [a, b])
        expect(cells.flat().map(unguarded)).toEqual(plain.map(unguarded))
        for (const cell of cells.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/)
      }),
    )
  })

  it.each([';', '\t'])(
    'begins no formula where a spreadsheet parts cells at %j instead of commas',
    (separator) => {
      fc.assert(
        fc.property(rowsOfText, (rows) => {
          const numbered = rows.map(({ a, b }, n) => ({ n, a, b }))
          for (const cell of readLeniently(toCsv(['n', 'a', 'b'], numbered), separator))
            expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
        }),
        { numRuns: 2_000 },
      )
    },
  )

  it('looks at a megabyte of line breaks in no time', () => {
    const began = cpuMs()
    toCsv(['x'], [{ x: '\n \n"'.repeat(300_000) }])
    expect(cpuMs() - began).toBeLessThan(2_000)
  })
})
