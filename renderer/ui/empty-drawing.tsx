import type { ReactNode } from 'react'

/** 160 × 88: what will stand here, in outline, with what the person does next in the accent. Drawn for this app. */
const drawings = {
  /** A table that waits for its rows, and the key that opens it. */
  models: {
    quiet: 'M10 12h92v64H10zM10 28h92M10 44h92M10 60h92M44 28v48',
    bold: 'M134 40a12 12 0 1 1-12-12 12 12 0 0 1 12 12zM134 40h22M146 40v9M154 40v7',
  },
  /** Two prices side by side, and the line where they are equal. */
  compare: {
    quiet: 'M12 78h120M28 78V34h24v44M92 78V18h24v60',
    bold: 'M20 46h104M120 42l6 4-6 4',
  },
  /** A question, its answer and the bill below. */
  playground: {
    quiet: 'M12 10h70v22H34l-10 8v-8H12zM58 44h88v22h-12v8l-10-8H58z',
    bold: 'M12 78h40M12 84h26M70 55h30',
  },
  /** Axes without bars yet, and the first of them. */
  usage: {
    quiet: 'M12 8v70h124M36 78V58h14v20M62 78V46h14v32',
    bold: 'M100 78V24h14v54M100 14l7-6 7 6',
  },
} as const
export type EmptyDrawingName = keyof typeof drawings

/** Decoration only: the words stand below. */
export function EmptyDrawing({ name }: { name: EmptyDrawingName }): ReactNode {
  const { quiet, bold } = drawings[name]
  return (
    <svg
      className="empty-drawing"
      viewBox="10 0 160 88"
      width="160"
      height="88"
      aria-hidden="true"
      focusable="false"
    >
      <path d={quiet} />
      <path d={bold} className="empty-drawing-bold" />
    </svg>
  )
}
