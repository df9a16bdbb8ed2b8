import type { Canary, FieldKind } from '../canary.ts'
import { chained, type Digest } from './digests.ts'
import { spellingsOf } from './normalise.ts'

/** One byte sequence that gives a canary away, compared in lower case. */
export type Pattern = {
  bytes: Buffer
  field: FieldKind
  value: string
  /** How the value was changed, innermost first; empty for the value as it is. */
  encoding: ReadonlyArray<string>
  part: boolean
  weak: boolean
  twin: boolean
}

const minBytes = 5

function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })
}

function digestPatterns(
  text: string,
  digests: ReadonlyArray<Digest>,
): Array<{ text: string; encoding: Array<string>; weak: boolean }> {
  const found: Array<{ text: string; encoding: Array<string>; weak: boolean }> = []
  const inputs = new Set([text, text.toLowerCase(), text.toUpperCase()])
  const add = (out: Buffer, encoding: Array<string>, weak: boolean) => {
    found.push({ text: out.toString('hex'), encoding, weak })
    if (weak) return
    found.push({ text: out.toString('base64').replace(/=+$/, ''), encoding: [...encoding, 'base64'], weak })
    found.push({ text: out.toString('base64url'), encoding: [...encoding, 'base64'], weak })
  }
  for (const input of inputs) {
    for (const digest of digests) {
      const once = digest.of(Buffer.from(input))
      add(once, [digest.name], digest.weak)
      if (!chained.has(digest.name)) continue
      for (const outer of digests.filter(({ name }) => chained.has(name))) {
        add(outer.of(Buffer.from(once.toString('hex'))), [digest.name, outer.name], false)
      }
    }
  }
  return found
}

/** Everything to look for, for typed canaries and their twins. */
export function patternsFor(
  canaries: ReadonlyArray<{ canary: Canary; twin: boolean }>,
  digests: ReadonlyArray<Digest>,
): Array<Pattern> {
  const unique = new Map<string, Pattern>()
  for (const { canary, twin } of canaries) {
    for (const spelling of spellingsOf(canary)) {
      const { part, weak } = spelling
      const add = (text: string, encoding: ReadonlyArray<string>, digestWeak = false) => {
        const bytes = Buffer.from(text.toLowerCase())
        if (bytes.length < minBytes) return
        const key = bytes.toString('latin1')
        if (unique.has(key)) return
        unique.set(key, {
          bytes,
          field: canary.field,
          value: canary.value,
          encoding,
          part,
          weak: weak || digestWeak,
          twin,
        })
      }
      add(spelling.text, [])
      const plain = spelling.text.normalize('NFKD').replace(/\p{M}/gu, '')
      if (plain !== spelling.text) add(plain, [])
      if (!weak) {
        add([...spelling.text].reverse().join(''), ['reversed'])
        if (/[a-z]{5}/i.test(spelling.text)) add(rot13(spelling.text), ['rot13'])
      }
      for (const { text, encoding, weak: digestWeak } of digestPatterns(spelling.text, digests)) {
        add(text, encoding, digestWeak)
      }
    }
  }
  return [...unique.values()]
}
