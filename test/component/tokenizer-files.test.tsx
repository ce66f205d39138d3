import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { failureOf } from '../../shared/contract/failure.ts'
import { failed } from '../support/fake-rpc.ts'
import { sampleCount } from '../support/sample-count.ts'
import { openTokenizer } from '../support/tokenizer-page.tsx'

const fileField = () => screen.getByLabelText('Open files', { selector: 'input' })

describe('files', () => {
  const files = [
    new File(['one two'], 'a.txt'),
    new File(['one'], 'b.txt'),
    new File([Uint8Array.of(0x89, 0x50, 0)], 'c.png'),
  ]

  it('put one text in the field, and say why another is refused', async () => {
    const page = await openTokenizer()
    await page.user.upload(fileField(), files.slice(0, 1))
    expect(await screen.findByDisplayValue('one two')).toBe(screen.getByRole('textbox', { name: 'Text' }))
    await page.user.upload(fileField(), files.slice(2))
    await waitFor(async () =>
      expect(await screen.findByRole('alert')).toHaveTextContent('c.png was not opened. Not text'),
    )
    expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue('one two')
  })

  it('are counted one after the other, with totals', async () => {
    const page = await openTokenizer()
    await page.user.upload(fileField(), files)
    const table = await screen.findByRole('table', { name: /^Files, counted on/ })
    await waitFor(async () =>
      expect(await within(table).findByRole('row', { name: /^Total/ })).toHaveTextContent(
        /13.*10.*3.*at least/,
      ),
    )
    expect(screen.getByText('3 of 3 files')).toBeVisible()
    expect(page.asked.map(({ text }) => text)).toEqual(['one two', 'one'])
  })

  it('are estimated from the first failure on, which is said once', async () => {
    const page = await openTokenizer(() => {
      throw failed(failureOf('not-permitted', { status: 403 }))
    })
    await page.user.upload(fileField(), files)
    expect(await screen.findByRole('alert')).toBeVisible()
    const table = screen.getByRole('table', { name: /^Files, counted on/ })
    await waitFor(() => expect(within(table).getAllByText(/^≈ \d+$/)).toHaveLength(3))
    expect(page.asked).toHaveLength(1)
  })

  it('can be cancelled, and what is counted stays', async () => {
    const page = await openTokenizer(({ model, text }, signal) =>
      text === 'one two'
        ? sampleCount(model, text)
        : new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    )
    await page.user.upload(fileField(), files)
    await screen.findByText('1 of 3 files')
    await page.user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(screen.getByText('Cancelled after 1 of 3 files')).toBeVisible()
    expect(screen.getByRole('row', { name: /a\.txt/ })).toHaveTextContent('2')
  })
})
