/** A column that the rows are sorted by, as its header shows it. */
export type SortOrder = { readonly column: string; readonly direction: 'ascending' | 'descending' }
