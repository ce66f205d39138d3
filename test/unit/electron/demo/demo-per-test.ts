import { afterEach } from 'vitest'
import { type DemoApi, type DemoOptions, startDemoApi } from '../../../../electron/demo/demo-api.ts'

/** Starts demo servers without pacing and closes each when its test ends. */
export function demoPerTest(): (options?: DemoOptions) => Promise<DemoApi> {
  const running: DemoApi[] = []
  afterEach(async () => {
    await Promise.all(running.splice(0).map((api) => api.close()))
  })
  return async (options = {}) => {
    const api = await startDemoApi({ record: true, pacing: 'none', now: () => 1_790_000_000_500, ...options })
    running.push(api)
    return api
  }
}
