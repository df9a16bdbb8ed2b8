import type { Canary } from '../canary.ts'

/** A spelling in which a sender may put a value before sending or hashing it; `part` says it is not the whole value. */
export type Spelling = { text: string; part: boolean; weak: boolean }

const shortest = 5

function phoneSpellings(value: string): Array<string> {
  const digits = value.replace(/\D/g, '')
  const [area, block, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)]
  return [
    digits,
    `1${digits}`,
    `+1${digits}`,
    `001${digits}`,
    `${area}-${block}-${line}`,
    `${area}.${block}.${line}`,
    `${area} ${block} ${line}`,
    `(${area})${block}-${line}`,
    `+1 ${area}-${block}-${line}`,
    `+1-${area}-${block}-${line}`,
  ]
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function dateSpellings(value: string): Array<string> {
  const [year = '', month = '', day = ''] = value.split('-')
  const instant = Date.UTC(Number(year), Number(month) - 1, Number(day))
  return [
    `${month}/${day}/${year}`,
    `${Number(month)}/${Number(day)}/${year}`,
    `${Number(month)}-${Number(day)}-${year}`,
    `${day}-${month}-${year}`,
    `${months[Number(month) - 1]} ${Number(day)}, ${year}`,
    `${Number(day)} ${months[Number(month) - 1]} ${year}`,
    `${day}/${month}/${year}`,
    `${month}-${day}-${year}`,
    `${day}.${month}.${year}`,
    `${year}/${month}/${day}`,
    `${year}${month}${day}`,
    `${month}${day}${year}`,
    `${day}${month}${year}`,
    String(instant),
    String(instant / 1_000),
  ]
}

/** All spellings of one canary, the whole value first. Case is added by the matcher: it compares in lower case. */
export function spellingsOf(canary: Canary): Array<Spelling> {
  const { value, field, weak } = canary
  const whole = new Set<string>([value, value.replace(/[\s\p{P}]/gu, ''), value.replace(/\s+/g, '')])
  const parts = new Set<string>()
  if (field === 'email') {
    const [local = '', domain = ''] = value.split('@')
    whole.delete(value.replace(/[\s\p{P}]/gu, ''))
    whole.add(`${local.replaceAll('.', '')}@${domain}`)
    parts.add(local)
    // What is sent while an address is still being typed, or cut short: nine letters of it are nobody else's.
    parts.add(local.slice(0, 9))
  } else if (field === 'phone') {
    for (const text of phoneSpellings(value)) whole.add(text)
  } else if (field === 'birth-date') {
    for (const text of dateSpellings(value)) whole.add(text)
  } else if (field === 'message' || field === 'search') {
    const token = value.split(/\s+/).at(-1) ?? ''
    parts.add(token)
    parts.add(token.slice(0, 7))
  } else if (field === 'text') {
    parts.add(value.slice(0, 9))
  } else if (/\s/.test(value)) {
    for (const word of value.split(/\s+/)) if (word.length >= 7) parts.add(word)
  }
  const list = (texts: Iterable<string>, part: boolean): Array<Spelling> =>
    [...new Set(texts)].filter((text) => text.length >= shortest).map((text) => ({ text, part, weak }))
  return [
    ...list(whole, false),
    ...list(
      [...parts].filter((text) => !whole.has(text)),
      true,
    ),
  ]
}
