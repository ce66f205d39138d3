import { describe, expect, it } from 'vitest'
import { type CopiedTable, tableHtml, tableText } from '../../../../shared/export/table-text.ts'
import { readCsv } from '../../../support/csv-reader.ts'

const table: CopiedTable = {
  columns: [
    { header: 'Model, "name"', kind: 'text' },
    { header: 'Cost, USD', kind: 'number' },
  ],
  rows: [
    [cell('=1+1'), { text: '$1,234.0000000001', value: '1234.0000000001' }],
    [cell('two\r\nlines\tand <b>tab</b>'), { text: '–', value: null }],
    [cell('模型'), { text: '-5', value: -5n }],
    [cell('plain'), { text: 'x', value: '=2+2' }],
  ],
}

function cell(text: string) {
  return { text, value: text }
}

describe('a table that is copied', () => {
  it('is for spreadsheets one line a row, numbers bare, and no formula', () => {
    expect(tableText(table, 'tsv')).toBe(
      [
        ...['Model, "name"\tCost, USD', "'=1+1\t1234.0000000001", 'two lines and <b>tab</b>\t'],
        ...['模型\t-5', "plain\t'=2+2", ''],
      ].join('\n'),
    )
  })

  it('is the same as HTML, with nothing of a cell taken for a tag', () => {
    const html = tableHtml(table)
    expect(html).toContain('<th>Model, &quot;name&quot;</th><th>Cost, USD</th>')
    expect(html).toContain("<td>'=1+1</td><td>1234.0000000001</td>")
    expect(html).toContain('<td>two lines and &lt;b&gt;tab&lt;/b&gt;</td><td></td>')
  })

  it('is CSV that another reader reads', () => {
    const [head, ...rows] = readCsv(tableText(table, 'csv'))
    expect(head).toEqual(['Model, "name"', 'Cost, USD'])
    expect(rows.map((cells) => cells[1])).toEqual(['1234.0000000001', '', '-5', "'=2+2"])
    expect(rows[0]?.[0]).toBe("'=1+1")
  })

  it('is as Markdown what is read on screen', () => {
    const lines = tableText(table, 'markdown').split('\n')
    expect(lines[1]).toBe('| --- | ---: |')
    expect(lines[2]).toContain('1,234.0000000001')
    expect(lines).toHaveLength(4 + 3)
  })
})
