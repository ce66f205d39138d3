/** Ways to reach a server, given its origin; each says whether it got an answer. */
export const networkAttempts = [
  [
    'fetch',
    (origin: string): string | Promise<string> =>
      fetch(origin).then(
        () => 'reached',
        () => 'refused',
      ),
  ],
  [
    'XMLHttpRequest',
    (origin: string): string | Promise<string> =>
      new Promise<string>((resolve) => {
        const request = new XMLHttpRequest()
        request.open('GET', origin)
        request.onload = () => resolve('reached')
        request.onerror = () => resolve('refused')
        request.send()
      }),
  ],
  [
    'sendBeacon',
    (origin: string): string | Promise<string> => {
      navigator.sendBeacon(origin, 'x')
      return 'refused'
    },
  ],
  [
    'WebSocket',
    (origin: string): string | Promise<string> =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(origin.replace('http', 'ws'))
        socket.onopen = () => resolve('reached')
        socket.onerror = () => resolve('refused')
      }),
  ],
  [
    'image',
    (origin: string): string | Promise<string> =>
      new Promise<string>((resolve) => {
        const image = new Image()
        image.onload = () => resolve('reached')
        image.onerror = () => resolve('refused')
        image.src = `${origin}/leak.png?secret`
      }),
  ],
  [
    'style sheet',
    (origin: string): string | Promise<string> =>
      new Promise<string>((resolve) => {
        const link = document.createElement('link')
        link.rel = 'stylesheet'
        link.onload = () => resolve('reached')
        link.onerror = () => resolve('refused')
        link.href = `${origin}/leak.css`
        document.head.append(link)
      }),
  ],
  [
    'prefetch',
    (origin: string): string | Promise<string> => {
      const link = document.createElement('link')
      link.rel = 'prefetch'
      link.href = origin
      document.head.append(link)
      return 'refused'
    },
  ],
  [
    'iframe',
    (origin: string): string | Promise<string> =>
      new Promise<string>((resolve) => {
        const frame = document.createElement('iframe')
        frame.src = origin
        document.body.append(frame)
        setTimeout(() => {
          frame.remove()
          resolve('refused')
        }, 400)
      }),
  ],
] as const

/** Ways to run text as code: each sets `window.owned` if it works. */
export const codeAttempts = [
  [
    'inline script',
    (): void => {
      const e = document.createElement('script')
      e.textContent = 'window.owned = 1'
      document.head.append(e)
    },
  ],
  [
    'innerHTML',
    () => {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.owned = 1">')
    },
  ],
  [
    'eval',
    () => {
      Reflect.apply(Reflect.get(window, 'eval'), window, ['window.owned = 1'])
    },
  ],
  [
    'Function',
    () => {
      Reflect.construct(Function, ['window.owned = 1'])()
    },
  ],
  [
    'javascript: address',
    (): void => {
      const a = document.createElement('a')
      a.href = 'javascript:window.owned=1'
      document.body.append(a)
      a.click()
      a.remove()
    },
  ],
  [
    'event handler attribute',
    (): void => {
      const b = document.createElement('button')
      b.setAttribute('onclick', 'window.owned = 1')
      document.body.append(b)
      b.click()
      b.remove()
    },
  ],
  [
    'blob worker',
    () => {
      new Worker(URL.createObjectURL(new Blob(['self.x = 1'])))
    },
  ],
  [
    'second Trusted Types policy',
    () => {
      Reflect.get(window, 'trustedTypes').createPolicy('mine', { createHTML: (text: string) => text })
    },
  ],
] as const

/** Ways to leave the page or open another window, given an address. */
export const exitAttempts = [
  [
    'location',
    (to: string): void => {
      location.href = to
    },
  ],
  [
    'meta refresh',
    (to: string): void => {
      const m = document.createElement('meta')
      m.httpEquiv = 'refresh'
      m.content = `0;url=${to}`
      document.head.append(m)
    },
  ],
  [
    'form',
    (to: string): void => {
      const f = document.createElement('form')
      f.action = to
      f.method = 'post'
      document.body.append(f)
      f.submit()
    },
  ],
  [
    'link with target',
    (to: string): void => {
      const a = document.createElement('a')
      a.href = to
      a.target = '_blank'
      document.body.append(a)
      a.click()
      a.remove()
    },
  ],
  [
    'window.open',
    (to: string): void => {
      window.open(to)
    },
  ],
] as const
