import { app } from 'electron'

/**
 * Room for the objects of a start: with V8's first young generation of 1 MB a page of our size collects garbage over and
 * over before its first row (measured with `npm run bench -- start`: about a tenth of the whole start).
 */
export function allowQuickStart(): void {
  app.commandLine.appendSwitch('js-flags', '--min-semi-space-size=16')
}
