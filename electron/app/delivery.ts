/** Tells when everything that was asked for so far has been read to its end. */
export type Delivery = {
  /** Something was asked for; it counts as under way until the body made of it was read, or it is given up. */
  asked(): void
  givenUp(): void
  bodyOf(bytes: Uint8Array): ReadableStream<Uint8Array>
  /** Kept once, when for the first time nothing is under way any more. */
  readonly done: Promise<void>
}

export function trackDelivery(): Delivery {
  let underWay = 0
  let finish: () => void = () => undefined
  const done = new Promise<void>((resolve) => {
    finish = resolve
  })
  const ended = (): void => {
    underWay -= 1
    if (underWay === 0) finish()
  }
  return {
    done,
    asked() {
      underWay += 1
    },
    givenUp: ended,
    bodyOf(bytes) {
      let isSent = false
      return new ReadableStream<Uint8Array>(
        {
          // Asked again only when the first piece, which is all, has been taken.
          pull(controller) {
            if (isSent) {
              controller.close()
              ended()
            } else {
              isSent = true
              controller.enqueue(bytes)
            }
          },
          cancel: ended,
        },
        { highWaterMark: 0 },
      )
    },
  }
}
