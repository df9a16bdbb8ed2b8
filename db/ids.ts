import { randomBytes } from 'node:crypto'

// Crockford's alphabet: no letters that read like digits, so an id survives being read out on the phone.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

export type IdPrefix =
  | 'org'
  | 'per'
  | 'ses'
  | 'acc'
  | 'ver'
  | 'mem'
  | 'inv'
  | 'lim'
  | 'fac'
  | 'pas'
  | 'let'
  | 'sub'
  | 'agr'
  | 'run'
  | 'evi'
  | 'ass'
  | 'rep'
  | 'dra'
  | 'tem'
  | 'hol'
  | 'not'
  | 'fil'
  | 'sel'

/** An opaque id: prefix and 130 random bits. Says nothing about order, count or owner. */
export function newId(prefix: IdPrefix): string {
  const letters = [...randomBytes(26)].map((byte) => alphabet[byte & 31])
  return `${prefix}_${letters.join('')}`
}
