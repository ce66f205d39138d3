import './init-messages.ts'
import { MantineProvider } from '@mantine/core'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import Markdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { Streamdown } from 'streamdown'
import { AnswerText } from '../../renderer/features/playground/answer-text.tsx'
import { frameBatch } from '../../renderer/features/playground/frame-batch.ts'

const openNothing = () => undefined

/** The three ways to show an answer while it grows, and none: what feeding and watching alone take. */
const VIEWS = {
  ours: ({ text, growing }: { text: string; growing: boolean }) => (
    <AnswerText text={text} growing={growing} onOpenLink={openNothing} />
  ),
  'react-markdown': ({ text }: { text: string }) => <Markdown remarkPlugins={[remarkGfm]}>{text}</Markdown>,
  streamdown: ({ text, growing }: { text: string; growing: boolean }) => (
    <Streamdown isAnimating={growing}>{text}</Streamdown>
  ),
  nothing: () => null,
}
type PeerName = keyof typeof VIEWS

type Fed = { text: string; growing: boolean }

/** Follows its end, as a reader who waits for more does. */
function Peer({ name, listen }: { name: PeerName; listen: (show: (fed: Fed) => void) => void }): ReactNode {
  const [fed, setFed] = useState<Fed>({ text: '', growing: true })
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => listen(setFed), [listen])
  // biome-ignore lint/correctness/useExhaustiveDependencies: more text moves the end
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight
  }, [fed])
  const View = VIEWS[name]
  return (
    <div ref={box} style={{ height: '100%', overflow: 'auto' }}>
      <View text={fed.text} growing={fed.growing} />
    </div>
  )
}

/** `shown`: characters that were painted; fewer than the text has when it was stopped before that. */
export type PeerRun = { frames: number[]; longestTask: number; lag: number; seconds: number; shown: number }

/** How an answer is fed: a piece of `characters` each `ms`. */
export type Feed = { characters: number; ms: number }

/** Read and written from outside while a view is fed: how far it is, and whether it has taken too long. */
const state = { shown: 0, stopped: false }
Reflect.set(window, 'streamState', state)

/** Frame lengths until the returned function is called, which also tells the longest task (0: none over 50 ms). */
function watchFrames(): () => { frames: number[]; longestTask: number } {
  const frames: number[] = []
  const tasks: number[] = []
  let before = performance.now()
  let handle = requestAnimationFrame(function next(at) {
    frames.push(at - before)
    before = at
    handle = requestAnimationFrame(next)
  })
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  })
  observer.observe({ type: 'longtask' })
  return () => {
    cancelAnimationFrame(handle)
    for (const { duration } of observer.takeRecords()) tasks.push(duration)
    observer.disconnect()
    return { frames, longestTask: Math.max(0, ...tasks) }
  }
}

/** Resolves after the frame that shows these words was painted. */
async function painted(words: string): Promise<void> {
  const box = document.querySelector('#stream-peer')
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    if (box?.textContent.includes(words) !== true) continue
    const { port1, port2 } = new MessageChannel()
    const after = new Promise((resolve) => {
      port1.onmessage = resolve
    })
    port2.postMessage(null)
    await after
    return
  }
}

/** Mounts one view in a box that scrolls; resolves with the way to give it text. */
function mount(name: PeerName): Promise<(fed: Fed) => void> {
  const place = document.createElement('div')
  place.id = 'stream-peer'
  place.style.cssText = 'position: fixed; inset: 60px; background: var(--surface-0)'
  document.body.append(place)
  const root = createRoot(place)
  Reflect.set(window, 'removeStreamPeer', () => {
    root.unmount()
    place.remove()
  })
  return new Promise((resolve) => {
    root.render(
      <MantineProvider env="test">
        <Peer name={name} listen={(show) => resolve(show)} />
      </MantineProvider>,
    )
  })
}

/** Resolves when the frame that shows what was committed before has been drawn. */
function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
  })
}

/**
 * Every piece is shown by a commit and a frame of its own, whoever shows it: one that is slower than its feed falls
 * behind and shows what waits, piece by piece, as it does where each piece is handed to it.
 */
async function showEach(show: (fed: Fed) => void, text: string, feed: Feed): Promise<number> {
  const begun = performance.now()
  let shown = 0
  for (let piece = 1; shown < text.length && !state.stopped; piece += 1) {
    const early = piece * feed.ms - (performance.now() - begun)
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    shown = Math.min(text.length, shown + feed.characters)
    show({ text: text.slice(0, shown), growing: shown < text.length })
    await frame()
    state.shown = shown
  }
  return shown
}

/** As the app shows an answer: at its own pace, several pieces in one commit when more than one waits. */
async function showPaced(show: (fed: Fed) => void, text: string, feed: Feed): Promise<number> {
  const begun = performance.now()
  let given = 0
  const batch = frameBatch<null>(() => show({ text: text.slice(0, given), growing: given < text.length }))
  for (let piece = 1; given < text.length; piece += 1) {
    const early = piece * feed.ms - (performance.now() - begun)
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    given = Math.min(text.length, given + feed.characters)
    batch.add(null)
    state.shown = given
  }
  return given
}

/** Feeds `text` to a view (`paced`: to ours, as the app does it) and watches every frame until all of it is painted. */
async function runPeer(name: PeerName | 'paced', text: string, ending: string, feed: Feed): Promise<PeerRun> {
  Object.assign(state, { shown: 0, stopped: false })
  const show = await mount(name === 'paced' ? 'ours' : name)
  const watched = watchFrames()
  const begun = performance.now()
  const shown = await (name === 'paced' ? showPaced : showEach)(show, text, feed)
  const last = begun + Math.ceil(text.length / feed.characters) * feed.ms
  if (shown === text.length && name !== 'nothing') await painted(ending)
  const now = performance.now()
  return { ...watched(), lag: now - last, seconds: (now - begun) / 1000, shown }
}

Reflect.set(window, 'runStreamPeer', runPeer)
