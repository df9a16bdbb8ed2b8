import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeApart } from '#checklists/baa/clauses/agreement.ts'
import { made, replace, slice, spanOf } from '#checklists/baa/text/mapped.ts'
import { documentFromText } from '#scanners/document/text.ts'

const plain = (text: string) => ({
  text,
  at: Int32Array.from([...text].flatMap((character, i) => new Array<number>(character.length).fill(i))),
})
const apart = (text: string) => takeApart(documentFromText(text, { id: 'd', name: 'd.txt', at: new Date(0) }))

test('a replaced word still points at the place of the old one', () => {
  const changed = replace(plain('Vendor shall report to Clinic'), /Clinic/g, '_ce')
  const at = changed.text.indexOf('_ce')
  expect(spanOf(changed, at, at + 3)).toEqual({ start: 23, end: 29 })
})

test('any slice of any replaced text points back inside the original', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-c ]{1,40}$/), fc.nat(40), fc.nat(40), (text, a, b) => {
      const changed = replace(plain(text), /b+/g, 'xyz')
      const span = spanOf(slice(changed, Math.min(a, b), Math.max(a, b)))
      if (span !== null) expect(span.start >= 0 && span.end <= text.length && span.start < span.end).toBe(true)
    }),
  )
  expect(spanOf(made('not in the original'))).toBeNull()
})

test('a lead-in lends its subject, its ban and its verb to each item', () => {
  const { operative } = apart(
    '1. Vendor will not:\n\n(a) use PHI for research;\n\n(b) sell PHI.\n\n2. Vendor shall report to Clinic each breach. Vendor shall use PHI for Clinic. Clinic may terminate.',
  )
  const items = operative.filter(({ ownText }) => /research|sell/.test(ownText))
  expect(items.map(({ holder, modality }) => [holder, modality])).toEqual([
    ['ba', 'not'],
    ['ba', 'not'],
  ])
})

test('running heads, stamps and page breaks do not cut a sentence', () => {
  const page = (n: number) =>
    `STATE OF ALBION   BAA 7\n\nVendor shall keep its books and\n\n                Page ${n} of 3\n\n`
  const { operative } = apart(
    `${page(1)}STATE OF ALBION   BAA 7\n\nrecords for the Secretary.\n\n${page(2)}STATE OF ALBION   BAA 7\n\nledgers.\n`,
  )
  expect(operative[0]!.text).toContain('keep its books and records for _sec')
})

test('struck words and drafting notes are cut and remembered', () => {
  const { shadow } = apart('Vendor shall ~~sell~~ ++protect++ PHI. [Note to draft: add audit right?] Clinic agrees.')
  expect(shadow.words.text).not.toMatch(/sell|audit/)
  expect(shadow.words.text).toContain('protect')
  expect(shadow.cuts.map(({ why }) => why).sort()).toEqual(['note', 'struck'])
})

test('misread letters are put right for matching, in numbers only where every sign can be a digit', () => {
  const { shadow } = apart(
    'Vendor sha1l rep0rt any Security lncident within (3O) days under 45 CFR l64.524 and encrypt with AES-256.',
  )
  expect(shadow.words.text).toBe(
    'Vendor shall report any Security Incident within (30) days under 45 CFR 164.524 and encrypt with AES-256.',
  )
})
