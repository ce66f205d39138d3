import type { Ticks } from '../money/ticks.ts'
import { describeValue, fieldOf, type JsonEntry, LATEST_SECONDS, wholeNumber } from './json-entry.ts'

/** Characters of a name. Longer text is no name, and would hang whatever draws it. */
export const MAX_NAME_LENGTH = 512
const MAX_NAMES = 1_000

/** Tells what was wrong with one field, in words. */
export type Complain = (reason: string) => void

/**
 * Reads the fields of one entry. Every field is optional in some era (reference 0), so missing or JSON `null` is
 * unknown and no problem; a value of the wrong kind is unknown too, and is complained about.
 */
export type EntryReader = {
  text(name: string): string | null
  /** Different names in their order; empty when the field is missing. */
  names(name: string): string[]
  whole(name: string): number | null
  /** Unix seconds: a time that a calendar has a day for, up to the year 9999. */
  seconds(name: string): number | null
  ticks(name: string): Ticks | null
}

/** Reads the fields of an entry: `null` where there is none, and with a complaint where it is of another type. */
export function entryReader(entry: JsonEntry, complain: Complain): EntryReader {
  const read = <T>(name: string, expected: string, convert: (value: unknown) => T | null): T | null => {
    const value = fieldOf(entry, name)
    if (value === undefined || value === null) return null
    const converted = convert(value)
    if (converted === null) complain(`${name}: expected ${expected}, found ${describeValue(value)}`)
    return converted
  }
  const whole = (name: string, of: string) => read(name, `a whole number ${of}, 0 or more`, wholeNumber)
  return {
    text: (name) => read(name, `text of up to ${MAX_NAME_LENGTH} characters`, nameOf),
    names: (name) => {
      const listed = read(name, `a list of up to ${MAX_NAMES} names`, listOf) ?? []
      return [...new Set(listed.flatMap((value) => readName(name, value, complain)))]
    },
    whole: (name) => whole(name, 'that can be held exactly'),
    seconds: (name) => read(name, 'a time in Unix seconds', secondsOf),
    ticks: (name) => {
      const price = whole(name, 'of ticks')
      return price === null ? null : BigInt(price)
    },
  }
}

/** The value when it is text of bearable length; `null` otherwise. */
export function nameOf(value: unknown): string | null {
  return typeof value === 'string' && value.length <= MAX_NAME_LENGTH ? value : null
}

/** Some servers tell ms or less: no calendar has such a day, and formatting one throws. */
function secondsOf(value: unknown): number | null {
  const seconds = wholeNumber(value)
  return seconds === null || seconds > LATEST_SECONDS ? null : seconds
}

function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) && value.length <= MAX_NAMES ? value : null
}

function readName(field: string, value: unknown, complain: Complain): string[] {
  const name = nameOf(value)
  if (name !== null && name.trim() !== '') return [name]
  complain(`${field}: expected names, found ${describeValue(value)}`)
  return []
}
