import { expect, it } from 'vitest'
import { percentText } from '../../../../renderer/features/models/changes/percent-text.ts'

it.each([
  { basisPoints: 5_000n, text: '+50%' },
  { basisPoints: -2_550n, text: '-25.5%' },
  { basisPoints: 1n, text: '+0.01%' },
  { basisPoints: 0n, text: '0%' },
  { basisPoints: null, text: null },
])('$basisPoints hundredths of a percent read $text', ({ basisPoints, text }) => {
  expect(percentText(basisPoints, 'en')).toBe(text)
})
