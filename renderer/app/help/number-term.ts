import type { numbers } from '../../messages/en/numbers.ts'

/** A kind of number that can be on screen, such as `input-price`. */
export type NumberTerm = keyof typeof numbers

/**
 * What says of which kind the numbers are that an element labels (a column header, a `dt`, a chart) or holds. It is all
 * that a view does for `What is this?`: explained-by.ts finds the numbers of a label.
 */
declare module 'react' {
  interface DOMAttributes<T> {
    'data-explain'?: NumberTerm | undefined
  }
}
