import { expect, test } from 'vitest'
import { drawCanary, type FieldKind, makeCanary, twinOf } from '#scanners/site/canary.ts'
import { printedCheck } from '#scanners/site/capture/printed.ts'

const drawn = (field: FieldKind, seed: string, text: string) => drawCanary(field, seed, printedCheck([text])).value

test('a phone, date or postal code the page prints is never typed, in whatever spelling it stands there', () => {
  for (const seed of ['a', 'b', 'c', 'd']) {
    const phone = makeCanary('phone', seed).value
    const digits = phone.replace(/\D/g, '')
    const spellings = [
      phone,
      digits,
      `+1${digits}`,
      `tel:${digits.slice(0, 3)}.${digits.slice(3, 6)}-${digits.slice(6)}`,
    ]
    for (const text of spellings) expect(drawn('phone', seed, `Call us: ${text}.`)).not.toBe(phone)
    const date = makeCanary('birth-date', seed).value
    const [year, month, day] = date.split('-')
    for (const text of [date, `${month}/${day}/${year}`])
      expect(drawn('birth-date', seed, `like ${text}`)).not.toBe(date)
    const code = makeCanary('postal-code', seed).value
    expect(drawn('postal-code', seed, `Springfield ${code}`)).not.toBe(code)
  }
})

test('a page that prints none of it gets the seed’s own values, the same in every run', () => {
  for (const field of ['phone', 'email', 'birth-date', 'postal-code'] as const) {
    expect(drawn(field, 'seed', 'Open Monday to Friday')).toBe(makeCanary(field, 'seed').value)
  }
})

test('the twin is neither the typed value nor anything the page prints', () => {
  for (let seed = 0; seed < 300; seed++) {
    const canary = makeCanary('postal-code', `s${seed}`)
    const first = twinOf(canary, `s${seed}`)
    expect(first.value).not.toBe(canary.value)
    expect(twinOf(canary, `s${seed}`, printedCheck([`PO Box, ${first.value}`])).value).not.toBe(first.value)
  }
})

test('when every number of a kind is printed the last draw is typed all the same: a page must be assessed', () => {
  expect(drawCanary('phone', 'seed', () => true).value).toMatch(/^\(\d{3}\) 555-01\d\d$/)
})
