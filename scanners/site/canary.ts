import { createHash } from 'node:crypto'

/** What a field asks for; the canary is chosen by it. */
export type FieldKind =
  | 'email'
  | 'phone'
  | 'first-name'
  | 'last-name'
  | 'full-name'
  | 'birth-date'
  | 'postal-code'
  | 'member-number'
  | 'street'
  | 'city'
  | 'search'
  | 'message'
  | 'password'
  | 'text'

export type Canary = {
  field: FieldKind
  value: string
  /** Low entropy (a date, a postal code): counts only beside a strong hit or under a telling parameter name. */
  weak: boolean
}

/** Endless bytes from one seed: same scan seed, page and field give the same values, so a run can be repeated. */
function stream(seed: string): (below: number) => number {
  let block = 0
  let bytes: Array<number> = []
  return (below) => {
    if (bytes.length < 4) {
      bytes = [...createHash('sha256').update(`${seed}:${block++}`).digest()]
    }
    const [a = 0, b = 0, c = 0, d = 0] = bytes.splice(0, 4)
    return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) % below
  }
}

const consonants = 'bdfgklmnprtvz'
const vowels = 'aeiou'

function invented(next: (below: number) => number, syllables: number): string {
  let word = ''
  for (let index = 0; index < syllables; index++) {
    word += consonants[next(consonants.length)]! + vowels[next(vowels.length)]!
  }
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}${consonants[next(consonants.length)]}`
}

function letters(next: (below: number) => number, count: number): string {
  const all = 'abcdefghijklmnopqrstuvwxyz'
  return Array.from({ length: count }, () => {
    const letter = all[next(26)]!
    return next(3) === 0 ? letter.toUpperCase() : letter
  }).join('')
}

/** Area codes in use, so that a field's own check accepts the number; the rest is the fictional 555-01xx block. */
const areaCodes = ['212', '303', '312', '404', '415', '503', '602', '615', '702', '713', '802', '916']
const postalCodes = ['99950', '96162', '83414', '59935', '04783', '79936', '97635', '88063']

/**
 * One synthetic value. No real person can have it: example.com addresses, 555-01xx numbers, invented names of seven and
 * more letters, invalid 900-series record numbers. `seed` names scan, page, state and field.
 */
export function makeCanary(field: FieldKind, seed: string): Canary {
  const next = stream(`${seed}:${field}`)
  const strong = (value: string): Canary => ({ field, value, weak: false })
  const weak = (value: string): Canary => ({ field, value, weak: true })
  const token = letters(next, 10)
  switch (field) {
    case 'email':
      return strong(`zq${token}@Example.com`)
    case 'phone': {
      const code = areaCodes[next(areaCodes.length)]
      return strong(`(${code}) 555-01${String(next(100)).padStart(2, '0')}`)
    }
    case 'first-name':
    case 'last-name':
      return strong(invented(next, 4))
    case 'full-name':
      return strong(`${invented(next, 4)} ${invented(next, 4)}`)
    case 'birth-date': {
      const two = (value: number) => String(value).padStart(2, '0')
      return weak(`${1931 + next(20)}-${two(1 + next(12))}-${two(1 + next(28))}`)
    }
    case 'postal-code':
      return weak(postalCodes[next(postalCodes.length)]!)
    case 'member-number':
      return strong(`900-${String(10 + next(89))}-${String(1000 + next(8999))}`)
    case 'street':
      return strong(`${100 + next(899)} ${invented(next, 4)} Lane`)
    case 'city':
      return strong(invented(next, 4))
    case 'search':
    case 'message':
      return strong(`knee pain ${token}`)
    case 'password':
      return strong(`Pw${token}${100 + next(899)}!`)
    case 'text':
      return strong(`zq${token}`)
  }
}

const maxDraws = 24

/**
 * A canary that does not stand on the page already. The first draw is the seed's own, so that a page without the value
 * gets the same patient in every run.
 */
export function drawCanary(field: FieldKind, seed: string, isTaken: (canary: Canary) => boolean): Canary {
  let canary = makeCanary(field, seed)
  for (let draw = 1; draw < maxDraws && isTaken(canary); draw++) canary = makeCanary(field, `${seed}:${draw}`)
  return canary
}

/** The negative control: same shape, never typed. A match on it means the matcher sees things that are not there. */
export function twinOf(canary: Canary, seed: string, isTaken: (canary: Canary) => boolean = () => false): Canary {
  return drawCanary(canary.field, `${seed}:twin`, (twin) => twin.value === canary.value || isTaken(twin))
}
