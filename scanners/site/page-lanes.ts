/** Work that may run beside other work, up to a number at a time, in the order it was handed in. */
type Lanes = {
  /** Waits for a lane; the function it gives back frees the lane, once. */
  enter: () => Promise<() => void>
  /** Waits until every lane is free and keeps them all. */
  enterAlone: () => Promise<() => void>
}

/** `count` lanes; who waits longest is next, and who wants to be alone holds up those behind. */
export function createLanes(count: number): Lanes {
  let free = count
  const waiting: Array<{ needs: number; start: () => void }> = []

  function next(): void {
    for (let first = waiting[0]; first !== undefined && first.needs <= free; first = waiting[0]) {
      waiting.shift()
      free -= first.needs
      first.start()
    }
  }
  function take(needs: number): Promise<() => void> {
    return new Promise((resolve) => {
      let left = false
      const leave = () => {
        if (left) return
        left = true
        free += needs
        next()
      }
      waiting.push({ needs, start: () => resolve(leave) })
      next()
    })
  }
  return { enter: () => take(1), enterAlone: () => take(count) }
}
