/** Chinese letters, and the signs that go with them, are as wide as they are high. */
const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/

/** Room (px) of a text in the size of charts.css; `letter` is that of one Latin letter. An SVG lays out nothing itself. */
export function textRoom(text: string, letter = 6.8): number {
  return [...text].reduce((room, character) => room + (WIDE.test(character) ? 12.5 : letter), 0)
}
