import { expect, test } from 'vitest'
import { createLanes } from '#scanners/site/page-lanes.ts'

test('pages start in the order they were handed in, no more at once than there are lanes', async () => {
  const lanes = createLanes(2)
  const started: Array<number> = []
  const leaves = [1, 2, 3, 4].map(async (page) => {
    const leave = await lanes.enter()
    started.push(page)
    return leave
  })
  const [first, second] = [await leaves[0], await leaves[1]]
  expect(started).toEqual([1, 2])
  second?.()
  second?.()
  await leaves[2]
  expect(started).toEqual([1, 2, 3])
  first?.()
  await leaves[3]
  expect(started).toEqual([1, 2, 3, 4])
})

test('who wants to be alone waits for the others and holds up those behind', async () => {
  const lanes = createLanes(2)
  const leave = await lanes.enter()
  const order: Array<string> = []
  const alone = lanes.enterAlone().then((done) => {
    order.push('alone')
    return done
  })
  const behind = lanes.enter().then(() => order.push('behind'))
  await Promise.resolve()
  expect(order).toEqual([])
  leave()
  const done = await alone
  expect(order).toEqual(['alone'])
  done()
  await behind
  expect(order).toEqual(['alone', 'behind'])
})
