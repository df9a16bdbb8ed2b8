import { expect, test } from 'vitest'
import { findPromise } from '#checklists/tracking/policy-promise.ts'

const promises = [
  'We do not share your personal information with third parties.',
  'Your health information is never sold or disclosed to advertisers.',
  'Our website does not use tracking pixels or third-party cookies.',
  'We will not disclose any patient data to outside companies for any purpose.',
  'This site never tracks visitors across pages or devices.',
  'No compartimos su información personal con terceros bajo ninguna circunstancia.',
  'We don’t sell, rent or trade your personal data to anybody.',
]
const none = [
  'We may share your information with service providers who help us run the site.',
  'We do not share your information except as described in this notice.',
  'We will not disclose your health information without your written authorization.',
  'No mobile opt-in data will be shared with third parties for marketing.',
  'We do not knowingly collect information from children under 13 and do not share it.',
  'You may choose not to share your location with the site.',
  'We use cookies and analytics to improve the site.',
  'Privacy matters to our practice and we take it seriously.',
  'No compartimos sus datos salvo cuando la ley lo exige.',
]

test('a plain promise not to share or track is found with its words and place', () => {
  for (const text of promises) {
    const page = `Welcome to our privacy policy page. ${text} Call us with questions. `
    const found = findPromise(page)
    expect(found, text).not.toBeNull()
    expect(page.slice(found!.start, found!.start + found!.quote.length)).toBe(found!.quote)
    expect(found!.against('ad-pixel')).toBe(true)
    expect(found!.against('font-cdn')).toBe(false)
  }
})

test('a promise with a condition, a permission and a mere mention are no promise', () => {
  expect(none.filter((text) => findPromise(`Some words before it. ${text} `) !== null)).toEqual([])
})

test('a promise not to sell is not broken by measuring alone', () => {
  const found = findPromise('We have a policy here. We never sell your personal information to anyone at all. ')
  expect(found!.against('analytics')).toBe(false)
  expect(found!.against('ad-pixel')).toBe(true)
})

test('a heading before the sentence is not quoted with it', () => {
  const found = findPromise(
    'Privacy policy We do not share your personal information with third parties for any purpose. ',
  )
  expect(found!.quote).toBe('We do not share your personal information with third parties for any purpose.')
})
