import type { ReactNode } from 'react'

/** 24 × 24 line drawings, drawn for this app; decoration only, the words stand beside them. */
const paths = {
  models: 'M4 6h16M4 12h16M4 18h10',
  compare: 'M6 20V10M12 20V4M18 20v-7',
  tokenizer: 'M3 8h7v8H3zM14 8h3v8h-3zM20 8h1v8h-1z',
  playground: 'M4 5h16v11H10l-5 4v-4H4z',
  usage: 'M4 19l5-6 4 3 7-9M15 7h5v5',
  'api-key': 'M12 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM12 12h9M17 12v4M20.5 12v3',
  settings: 'M4 7h9M19 7h1M4 17h3M13 17h7M16 5v4M10 15v4',
  collapse: 'M14 6l-6 6 6 6',
  expand: 'M10 6l6 6-6 6',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16.2 16.2L21 21',
} as const
export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
