/**
 * The cells of a CSV, read sign by sign after RFC 4180 and strictly: every line ends with CR LF and has as many cells as
 * the first, a quote stands only around a cell or twice within one. Shares no code with what writes CSV.
 */
export function readCsv(csv: string): string[][] {
  const rows: string[][] = []
  let cells: string[] = []
  for (let at = 0; at < csv.length; ) {
    const { text, end } = csv[at] === '"' ? quoted(csv, at) : plain(csv, at)
    cells.push(text)
    if (csv[end] === ',') at = end + 1
    else if (csv.startsWith('\r\n', end)) {
      rows.push(cells)
      cells = []
      at = end + 2
    } else throw new Error(`neither a comma nor the end of a line at ${end}`)
  }
  if (cells.length > 0) throw new Error('the last line has no end')
  const odd = rows.findIndex((row) => row.length !== rows[0]?.length)
  if (odd >= 0) throw new Error(`row ${odd} has ${rows[odd]?.length} cells, not ${rows[0]?.length}`)
  return rows
}

function quoted(csv: string, at: number): { text: string; end: number } {
  let text = ''
  for (let from = at + 1; ; ) {
    const quote = csv.indexOf('"', from)
    if (quote < 0) throw new Error(`the cell at ${at} never ends`)
    text += csv.slice(from, quote)
    if (csv[quote + 1] !== '"') return { text, end: quote + 1 }
    text += '"'
    from = quote + 2
  }
}

function plain(csv: string, at: number): { text: string; end: number } {
  let end = at
  while (end < csv.length && csv[end] !== ',' && csv[end] !== '\r') {
    if (csv[end] === '"' || csv[end] === '\n') throw new Error(`a ${csv[end]} in a plain cell at ${end}`)
    end += 1
  }
  return { text: csv.slice(at, end), end }
}
