import type { Target } from '../../../electron/services/ports.ts'

/** xAI with a key, with what a test cares about put in. */
export function sampleTarget(parts: Partial<Target> = {}): Target {
  return {
    baseUrl: 'https://api.x.ai',
    key: 'xai-k',
    demo: false,
    kind: 'xai',
    connection: { id: 'default', name: 'xAI' },
    keyId: 'xai-...',
    ...parts,
  }
}

export function demoTarget(parts: Partial<Target> = {}): Target {
  return sampleTarget({
    baseUrl: 'http://127.0.0.1:40111',
    key: 'xai-demo',
    demo: true,
    kind: 'demo',
    connection: { id: 'demo', name: 'Demo' },
    keyId: 'demo',
    ...parts,
  })
}
