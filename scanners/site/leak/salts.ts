import type { Pair } from '../capture/payload.ts'

const telling = /salt|pepper|secret|nonce|hmac|seed|hash.?key|site.?key|^k(ey)?$/i
const maxSalts = 40
const maxPageSalts = 60

/** What in a message a value may have been hashed together with: short values, those that are named so first. */
export function saltsOf(pairs: ReadonlyArray<Pair>, host: string): Array<string> {
  const short = pairs.filter(({ value }) => value.length >= 1 && value.length <= 128)
  const named = short.filter(({ name }) => telling.test(name))
  const rest = short.filter(({ name, value }) => !telling.test(name) && value.length >= 4 && value.length <= 64)
  const values = [...named, ...rest].map(({ value }) => value)
  return [...new Set([...values, ...(host === '' ? [] : [host])])].slice(0, maxSalts)
}

const hashing = /digest|sha-?\d|md5|hmac|hash|crypto/i

/** Short literals in the scripts of a page that hash something; those that are named a salt come first. */
export function saltsInScripts(scripts: Iterable<string>): Array<string> {
  const named = new Set<string>()
  const others = new Set<string>()
  for (const script of scripts) {
    if (!hashing.test(script)) continue
    for (const { 1: name = '', 3: text = '' } of script.matchAll(
      /(?:([\w$]{1,40})["']?\s*[:=]\s*)?(["'`])([^"'`\\\n]{1,80})\2/g,
    )) {
      if (telling.test(name)) named.add(text)
      else if (text.length >= 4 && script.length <= 20_000) others.add(text)
    }
  }
  return [...new Set([...named, ...others])].slice(0, maxPageSalts)
}
