import { describe, expect, it } from 'vitest'
import { sheetMarkdown } from '../../../../renderer/features/compare/sheet-markdown.ts'
import { costSheet } from '../../../../shared/compare/cost-sheet.ts'
import { DEFAULT_WORKLOAD } from '../../../../shared/compare/presets.ts'
import { mini, unpriced } from '../../shared/compare/any-workload.ts'

const candidate = { modelId: 'm', contextLength: null, takesImages: null, source: 'live' } as const

describe('a comparison as Markdown', () => {
  it('has exact costs, a dash for the unknown, and no name that could break the table', () => {
    const rows = costSheet(DEFAULT_WORKLOAD, [
      { ...candidate, name: 'a|b*', rates: mini },
      { ...candidate, name: 'half', rates: { ...mini, output: null } },
      { ...candidate, name: 'none', rates: unpriced, source: 'reference' },
    ])
    const words = {
      columns: ['M', 'I', 'C', 'O', 'R', 'D', 'M', 'Y'],
      cheapest: 'Cheapest',
      reference: 'ref',
    }
    const text = sheetMarkdown(rows, { ...words, unknown: '–', atLeast: (amount) => `at least ${amount}` })
    expect(text.split('\n')).toStrictEqual([
      '| M | I | C | O | R | D | M | Y |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      '| a\\|b\\* | $0.30 | $0.075 | $0.50 | $0.000547 | $1.094 | $32.82 | $399.31 |',
      '| half | $0.30 | $0.075 | – | at least $0.000297 | at least $0.594 | at least $17.82 | at least $216.81 |',
      '| none (ref) | – | – | – | – | – | – | – |',
    ])
  })
})
