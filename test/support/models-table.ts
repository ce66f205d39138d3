import type { Page } from 'playwright-core'

/** What the table of language models shows: its headers without the checkboxes, and the texts of each row. */
export type ShownTable = { headers: string[]; rows: string[][] }

export async function shownTable(page: Page): Promise<ShownTable> {
  const table = page.getByRole('table', { name: 'Language models' })
  return await table.evaluate((element) => {
    const texts = (row: Element) =>
      [...row.children].slice(1).map(({ textContent }) => (textContent ?? '').trim())
    const label = (header: string) => header.replace(/[▲▼]/g, '').trim()
    return {
      headers: [...element.querySelectorAll('thead th .sort-label')].map((one) =>
        label(one.textContent ?? ''),
      ),
      rows: [...element.querySelectorAll('tbody tr[data-model]')].map(texts),
    }
  })
}

/** The cells of a table by the name of its region, row by row, without the headers. */
export async function namedTable(page: Page, name: string): Promise<string[][]> {
  const table = page.getByRole('table', { name, exact: true })
  return await table.evaluate((element) =>
    [...element.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => (textContent ?? '').trim()),
    ),
  )
}
