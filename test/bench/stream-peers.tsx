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

/** The three ways to show an answer while it grows, each with the same feed and the same commit for each frame. */
const VIEWS = {
  ours: ({ text, growing }: { text: string; growing: boolean }) => (
    <AnswerText text={text} growing={growing} onOpenLink={openNothing} />
  ),
  'react-markdown': ({ text }: { text: string }) => <Markdown remarkPlugins={[remarkGfm]}>{text}</Markdown>,
  streamdown: ({ text, growing }: { text: string; growing: boolean }) => (
    <Streamdown isAnimating={growing}>{text}</Streamdown>
  ),
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

export type PeerRun = { frames: number[]; longestTask: number; lag: number; seconds: number }

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

function onceAFrame(call: () => void): (_: null) => void {
  let waits = false
  return () => {
    if (waits) return
    waits = true
    requestAnimationFrame(() => {
      waits = false
      call()
    })
  }
}

/** Feeds `text` at `rate` characters a second and watches every frame until the last words are painted. */
async function runPeer(name: PeerName, text: string, ending: string, rate: number): Promise<PeerRun> {
  const show = await mount(name)
  const watched = watchFrames()
  const begun = performance.now()
  let given = 0
  const showNow = () => show({ text: text.slice(0, given), growing: given < text.length })
  // The pace is part of our view; the others are drawn once a frame, as their users do it.
  const batch = name === 'ours' ? frameBatch<null>(showNow) : { add: onceAFrame(showNow) }
  while (given < text.length) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    const due = Math.min(text.length, Math.floor(((performance.now() - begun) / 1000) * rate))
    if (due > given) batch.add(null)
    given = Math.max(given, due)
  }
  const last = performance.now()
  await painted(ending)
  const now = performance.now()
  return { ...watched(), lag: now - last, seconds: (now - begun) / 1000 }
}

Reflect.set(window, 'runStreamPeer', runPeer)
