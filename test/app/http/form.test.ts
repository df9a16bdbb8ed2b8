import { expect, test } from 'vitest'
import { dateOf, linesOf, readUpload } from '#app/http/form.server.ts'

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

const date = (month: string, day: string, year: string) =>
  dateOf(form({ 'd-month': month, 'd-day': day, 'd-year': year }), 'd')

test('a typed date is read as month, day, year; what is no day of the calendar is refused', () => {
  expect(date('3', '27', '2026')).toBe('2026-03-27')
  expect(date('02', '29', '2028')).toBe('2028-02-29')
  expect(date('', '', '')).toBe('')
  for (const [month, day, year] of [
    ['2', '29', '2026'],
    ['13', '1', '2026'],
    ['27', '3', '2026'],
    ['3', '', '2026'],
    ['3', '27', '26'],
    ['three', '27', '2026'],
  ] as const) {
    expect([month, day, year, date(month, day, year)]).toEqual([month, day, year, null])
  }
})

test('lines lose their edges and the empty ones', () => {
  expect(linesOf(form({ a: ' One \r\n\r\n Two\n' }), 'a')).toEqual(['One', 'Two'])
})

function upload(bytes: number, text: string): Request {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(bytes)], 'agreement.pdf'))
  body.set('text', text)
  return new Request('http://127.0.0.1/', { method: 'POST', body })
}

test('a file within the limit is read whole; one beyond it is drained and named too large', async () => {
  const small = await readUpload(upload(1000, 'pasted'), 1000)
  expect([small.file?.name, small.file?.bytes.byteLength, small.tooLarge]).toEqual(['agreement.pdf', 1000, false])
  expect(small.form.get('text')).toBe('pasted')
  const large = await readUpload(upload(1001, 'pasted'), 1000)
  expect([large.file, large.tooLarge, large.form.get('text')]).toEqual([null, true, 'pasted'])
})
