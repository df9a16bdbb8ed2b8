import { expect, test } from 'vitest'
import { classify } from '#scanners/redact.ts'

const context = { pageUrl: 'https://clinic.example/', pageTitle: '', thirdParty: true }
const shown = (name: string, value: string) => classify(name, value, context).value

test('event names are shown at the end of a body path and in several words; what may be a person’s own is not', () => {
  expect(shown('data.event', '$mp_web_page_view')).toBe('$mp_web_page_view')
  expect(shown('batch.event', 'Booking Started')).toBe('Booking Started')
  expect(shown('event', 'Form Viewed')).toBe('Form Viewed')
  expect(shown('event', 'Jane Doe')).toBeNull()
  expect(shown('visit.type', 'Colonoscopy')).toBeNull()
  expect(shown('batch.event', 'call 555-0134 now form')).toBeNull()
  expect(shown('note', 'Form Viewed')).toBeNull()
})

test('a pixel id sent to the page’s own host keeps its shape and loses its value', () => {
  const own = { ...context, thirdParty: false }
  expect(classify('id', '123456789012345', own)).toEqual({ class: 'long-number', value: null })
  expect(classify('id', '123456789012345', context)).toEqual({ class: 'public-id', value: '123456789012345' })
  expect(classify('id', '4711', own).class).not.toBe('long-number')
})

test('a sentence that stands on the page is content of it; a button’s words, the title and other sentences are not', () => {
  const sentence = 'Hello Wilhelmina Starkwether, you see Dr. Anselm Pruitt on March 9 at 2:15 PM.'
  const page = {
    ...context,
    pageTitle: 'Your appointment',
    pageText: `Your appointment ${sentence} Book another visit`,
  }
  expect(classify('q', sentence, page)).toEqual({ class: 'page-text', value: null })
  expect(classify('q', `  ${sentence.replaceAll(' ', '\n')}`, page).class).toBe('page-text')
  for (const other of ['Book another visit', 'Your appointment', sentence.replace('March', 'April')]) {
    expect(classify('q', other, page).class).not.toBe('page-text')
  }
  expect(classify('q', sentence, context).class).not.toBe('page-text')
})
