import { expect, test } from 'vitest'
import { tokenInUrl } from '#checklists/tracking/token-link.ts'

const personal = [
  'https://rv.example/r/8f14e45fceea167a5a36dedd4bea2543',
  'https://rv.example/review/3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  'https://rv.example/s/Ab3xK9Qz2',
  'https://rv.example/s/{token:31}',
  'https://rv.example/s/{uuid}?lang',
  'https://rv.example/survey?token=kJ83hs02LqPz',
  'https://rv.example/survey?token',
  'https://rv.example/u?pid=9d3k2m4x8q1z',
  'https://rv.example/visit?patient_id=00482913',
  'https://rv.example/#/check-in/?code=7Hd92kQp4',
  'https://rv.example/j/eyJhbGciOi1.eyJzdWIiOiIx.c2lnbmF0dXJl',
]
const general = [
  'https://clinic.example/',
  'https://clinic.example/conditions/covid-19',
  'https://clinic.example/blog/2024/05/12/ten-tips-for-back-pain',
  'https://clinic.example/services/vitamin-b12-injections',
  'https://clinic.example/news/12345678',
  'https://clinic.example/?utm_source=google&gclid=EAIaIQobChMI8f7x9ZzL2wIVh7rtCh0aXgqZEAAYASAAEgK1',
  'https://clinic.example/?fbclid=IwAR2xQz9kLmN4p7s8t1u2v3w',
  'https://clinic.example/doctors?page=2&specialty=cardiology',
  'https://clinic.example/book?location=north&provider=smith',
  'https://clinic.example/MyChart/Authentication/Login',
  'https://clinic.example/locations/suite200',
  'https://clinic.example/team/dr-anna-lee-md2',
  'https://clinic.example/assets/app.min.js?v=1.2.3',
]

test('a link made for one patient is told from an ordinary address and from campaign marks', () => {
  expect(personal.filter((url) => tokenInUrl(new URL(url)) === null)).toEqual([])
  expect(general.filter((url) => tokenInUrl(new URL(url)) !== null)).toEqual([])
})
