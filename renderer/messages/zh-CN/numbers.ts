import { numbersAnswers } from './numbers-answers.ts'
import { numbersPrices } from './numbers-prices.ts'
import { numbersTexts } from './numbers-texts.ts'
import { numbersUsage } from './numbers-usage.ts'

export const numbers = { ...numbersPrices, ...numbersAnswers, ...numbersTexts, ...numbersUsage } as const
