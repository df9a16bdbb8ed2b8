import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAgreement } from '#checklists/baa/read-agreement.ts'
import { documentFromText } from '#scanners/document/text.ts'
import { packageRoot } from '#scanners/package-root.ts'

const opening =
  'This Business Associate Agreement is between Alder Call Center, LLC ("Vendor") and Birch Family Practice, P.C. ("Practice"). Vendor calls patients of Practice about missed visits.'
const rest = `Vendor may use and disclose PHI only to call patients of Practice about missed visits.

Vendor shall not use or further disclose PHI other than as permitted by this Agreement or as required by law.

Vendor shall comply with Subpart C of 45 CFR Part 164 for electronic PHI.

Vendor shall ensure that any subcontractor that handles PHI agrees to the same restrictions, conditions and requirements.

Vendor shall make its internal practices, books and records available to the Secretary to determine compliance with HIPAA.`

/** Readings of an agreement that holds `terms` beside the ordinary ones. */
function read(terms: string, before = opening) {
  const text = `${before}\n\n${rest}\n\n${terms}`
  const reading = readAgreement(documentFromText(text, { id: 'd', name: 'd.txt', at: new Date(0) }))
  expect(reading.isBaa).toBe(true)
  const readings = Object.fromEntries(Object.entries(reading.lines).map(([id, line]) => [id, line.reading]))
  return { readings, breach: reading.facts!.breach, quoted: (id: string) => reading.lines[id as 'S1']!.quotes[0]?.text }
}

const duty = 'report to Practice any breach of unsecured PHI within four days after discovery'

test('a heading that names the party owes what its lines say', () => {
  for (const heading of ['OBLIGATIONS OF VENDOR', "Vendor's Responsibilities", 'PART TWO: WHAT VENDOR SHALL DO'])
    expect(read(`${heading}\n\n1. R${duty.slice(1)}.\n\n2. Keep no copies.`).breach).toMatchObject({
      kind: 'fixed',
      n: 4,
    })
  const other = read(
    `OBLIGATIONS OF PRACTICE\n\n1. Report any breach of unsecured PHI within four days after discovery.`,
  )
  expect(other.readings).toMatchObject({ R08: 'absent', S4: 'absent' })
})

test('a list of nouns of action under "is responsible for" is a list of duties', () => {
  const { breach, readings } = read(
    'Vendor is responsible for:\n(a) reporting to Practice any breach of unsecured PHI within four days after discovery;\n(b) reporting to Practice any security incident.',
  )
  expect(breach).toMatchObject({ kind: 'fixed', n: 4 })
  expect(readings).toMatchObject({ R07: 'present' })
  expect(
    read('Vendor is not responsible for:\n(a) reporting any breach of unsecured PHI within four days after discovery.')
      .readings.R08,
  ).not.toBe('present')
})

test('the party column of a table is found by its cells, and a row binds that party alone', () => {
  const table = (party: string) =>
    `| No. | Duty | Party | Time |\n|---|---|---|---|\n| 1 | Report a breach of unsecured PHI | ${party} | 4 days after discovery |\n| 2 | Pay invoices | Practice | 30 days |\n| 3 | Report a security incident | Vendor | 9 days |`
  expect(read(table('Vendor')).breach).toMatchObject({ kind: 'fixed', n: 4 })
  expect(read(table('Practice')).readings).toMatchObject({ R08: 'absent', R07: 'present' })
  expect(read(table('nobody')).readings).toMatchObject({ R08: 'absent' })
})

test('a sentence that points to "the time shown" governs the table below it, and a time is no column title', () => {
  const table = (promise: string, rows: string) => read(`${promise} within the time shown.\n\n${rows}`)
  const titled = '| Event | Time |\n|---|---|\n| Breach of Unsecured PHI | 36 hours |'
  const untitled = 'Breach of Unsecured PHI | 36 hours\nSecurity Incident | 5 days'
  for (const rows of [titled, untitled, 'Breach of Unsecured PHI | 36 hours']) {
    const { breach, readings } = table('Vendor shall give notice', rows)
    expect(breach).toMatchObject({ kind: 'fixed', n: 36, unit: 'hours' })
    expect(readings).toMatchObject({ R08: 'present', S4: 'present' })
  }
  for (const promise of ['Practice shall give notice', 'Vendor may give notice', 'Vendor has no duty to give notice'])
    expect(table(promise, titled).readings.R08).not.toBe('present')
})

test('each "that" of a list opens a promise of its own; what one bans or the other party owes completes none', () => {
  const list = (...promises: Array<string>) => read(`Vendor agrees: ${promises.map((it) => `that ${it}`).join('; ')}.`)
  const amends = 'Vendor shall make any amendment to PHI in a designated record set that Practice directs'
  const others = ['Vendor shall store PHI in a designated record set', 'Vendor shall not amend this Agreement alone']
  expect(list(amends, ...others).readings.R12).toBe('present')
  expect(list(...others).readings.R12).toBe('absent')
  expect(
    list('Practice shall answer requests for access under 45 CFR 164.524', 'Vendor shall send PHI to Practice').readings
      .R11,
  ).toBe('absent')
  expect(list("Vendor may use PHI for Vendor's own proper management and administration").readings.O1).toBe('present')
})

test('a sentence about the paper itself changes neither who speaks nor what is read', () => {
  const text = readFileSync(join(packageRoot, 'test/fixtures/baa/dev-03-pingwell-sms.txt'), 'utf8')
  const readings = (words: string) =>
    Object.values(readAgreement(documentFromText(words, { id: 'd', name: 'd.txt', at: new Date(0) })).lines).map(
      ({ ref, reading }) => `${ref} ${reading}`,
    )
  const told = 'This Agreement may be signed in counterparts.\n\nHow we protect it'
  expect(readings(text.replace('How we protect it', told))).toEqual(readings(text))
})

const clauses = `4. Reports. Vendor shall report to Practice any breach of unsecured PHI within twenty (20) days after discovery.

5. Audit. Practice may audit Vendor's records and systems on five days' notice.

/s/ A. Alder, for Vendor   /s/ B. Birch, for Practice

AMENDMENT NO. 1

`

test('an amendment behind the text takes the place of what it replaces', () => {
  const replaced = read(
    `${clauses}1. Section 4 is deleted and replaced with: "4. Reports. Vendor shall report to Practice any breach of unsecured PHI within six (6) days after discovery."`,
  )
  expect(replaced.breach).toMatchObject({ n: 6 })
  expect(replaced.readings).toMatchObject({ S4: 'present', S6: 'present' })
  expect(replaced.quoted('S4')).toContain('six (6) days')
  expect(
    read(`${clauses}1. In Section 4 "twenty (20) days" is replaced with "ninety (90) days".`).readings,
  ).toMatchObject({
    S4: 'contrary',
    R08: 'contrary',
  })
  expect(read(`${clauses}1. Section 5 is deleted in its entirety.`).readings).toMatchObject({
    S6: 'absent',
    S4: 'present',
  })
  expect(read(`${clauses}1. Section 5 is deleted and replaced with "[Reserved]".`).readings).toMatchObject({
    S6: 'absent',
  })
})

test('an amendment to a section that stands elsewhere changes nothing here', () => {
  expect(read(`${clauses}1. Section 12 is deleted in its entirety.`).readings).toMatchObject({
    S6: 'present',
    S4: 'present',
  })
})

test('lines left open on a form with ticks do not apply', () => {
  const form = (audit: string, reports: string) =>
    `OVERSIGHT (tick one)\n [${audit}] 6.1 Practice may inspect Vendor's records and premises on five days' notice.\n [${reports}] 6.2 Vendor will send Practice its written security policies each January.`
  expect(read(form('X', ' ')).readings.S6).toBe('present')
  expect(read(form(' ', 'X')).readings.S6).toBe('partial')
})

test('a paragraph tied to an election applies where its box is marked; columns side by side are read in order', () => {
  const sheet = (box: string) =>
    `KEY VARIABLES                                 ELECTIONS\nBreach Window ........ 8 calendar days        [X] E-mail notices\nExit Window .......... 25 calendar days       [${box}] Inspection (Term 6)\nCopy Window .......... 12 calendar days       [ ] Benchmarks (Term 7)`
  const terms =
    "\n\nVendor shall report a breach of unsecured PHI to Practice within the Breach Window after discovery.\n\nIf the Inspection election is marked, Practice may inspect Vendor's records and systems.\n\nIf the Benchmarks election is marked, Vendor may provide data aggregation for Practice's health care operations."
  const marked = read(sheet('X') + terms)
  expect(marked.breach).toMatchObject({ kind: 'fixed', n: 8, cal: 'calendar' })
  expect(marked.readings).toMatchObject({ S6: 'present', O3: 'absent' })
  expect(read(sheet(' ') + terms).readings).toMatchObject({ S6: 'absent' })
})
