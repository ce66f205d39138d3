import { numbersAnswers } from './numbers-answers.ts'
import { numbersPrices } from './numbers-prices.ts'
import { numbersTexts } from './numbers-texts.ts'
import { numbersUsage } from './numbers-usage.ts'

/** Every kind of number on screen: its name, what it means, and how it comes about. Also the source of the glossary. */
export const numbers = { ...numbersPrices, ...numbersAnswers, ...numbersTexts, ...numbersUsage } as const
