import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// What is waited for comes at once on an idle computer; on a busy one it may take seconds, and is no less right.
const expect = { poll: { timeout: 20_000, interval: 50 } }

/** `unit` and `component` need no build; `e2e` drives the built app in a real Electron window. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{unit,contract,architecture,faults}/**/*.test.ts'],
          testTimeout: 40_000,
          expect,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['test/component/**/*.test.tsx'],
          setupFiles: ['test/support/component-setup.ts'],
          testTimeout: 40_000,
          expect,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          expect,
        },
      },
    ],
  },
})
