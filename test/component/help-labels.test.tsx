import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { labelledBy, labelOf } from '../../renderer/app/help/explained-by.ts'

/** The term of what holds `text`. */
function termOf(container: Element, text: string): string | null {
  const found = [...container.querySelectorAll('*')].find(
    (element) => element.textContent === text && element.children.length === 0,
  )
  if (found === undefined) throw new Error(`nothing says ${text}`)
  return labelOf(found)?.term ?? null
}

const table = (
  <table data-explain="listed-price">
    <thead>
      <tr>
        <th scope="col">Model</th>
        <th scope="col" data-explain="input-price">
          Input
        </th>
        <th scope="col">
          <button type="button" data-explain="output-price">
            Output
          </button>
        </th>
        <th scope="col">Other</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <th scope="row">grok</th>
        <td>1</td>
        <td>
          <span>2</span>
        </td>
        <td>3</td>
      </tr>
    </tbody>
    <tfoot>
      <tr>
        <th scope="row" colSpan={2} data-explain="request-total">
          Total
        </th>
        <td>4</td>
      </tr>
    </tfoot>
  </table>
)

describe('the label of a number', () => {
  it.each([
    { text: '1', term: 'input-price', because: 'its column header' },
    { text: '2', term: 'output-price', because: 'what its column header holds' },
    { text: '3', term: 'listed-price', because: 'the table, as the column says nothing' },
    { text: '4', term: 'request-total', because: 'its row, before the column that its wide header leads to' },
    { text: 'Input', term: 'input-price', because: 'itself' },
  ])('is $because', ({ text, term }) => {
    expect(termOf(render(table).container, text)).toBe(term)
  })

  it('is the dt before a dd, not the one of the next', () => {
    const { container } = render(
      <dl>
        <dt data-explain="billed">Billed</dt>
        <dd>5</dd>
        <dd>6</dd>
        <dt>Name</dt>
        <dd>7</dd>
      </dl>,
    )
    expect(['5', '6', '7'].map((text) => termOf(container, text))).toEqual(['billed', 'billed', null])
  })

  it('passes over a word that names no kind of number', () => {
    const { container } = render(
      <p data-explain="spent">
        <span>
          <b>8</b>
        </span>
      </p>,
    )
    container.querySelector('span')?.setAttribute('data-explain', 'nonsense')
    expect(termOf(container, '8')).toBe('spent')
  })
})

describe('what a label stands for', () => {
  const textsOf = (elements: readonly Element[]) => elements.map(({ textContent }) => textContent)

  it.each([
    { selector: '[data-explain="input-price"]', texts: ['Input', '1'] },
    { selector: '[data-explain="output-price"]', texts: ['Output', '2', '4'] },
    { selector: '[data-explain="request-total"]', texts: ['Total', '4'] },
  ])('$selector: its column or its row', ({ selector, texts }) => {
    const { container } = render(table)
    const element = container.querySelector(selector)
    const label = element === null ? null : labelOf(element)
    expect(label === null ? [] : textsOf(labelledBy(label, container))).toEqual(texts)
  })
})
