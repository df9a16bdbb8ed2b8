import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Share } from './bars.ts'
import { type Change, defectsOf, runChange } from './mutants.ts'
import { rewritesOf } from './rewrites.ts'
import { type Label, type Labels, readText } from './score.ts'

type Row = { all: number; right: number; others: number; both: number; samples: Array<string> }

function row(table: Map<string, Row>, op: string): Row {
  const found = table.get(op) ?? { all: 0, right: 0, others: 0, both: 0, samples: [] }
  table.set(op, found)
  return found
}

const readings = (text: string, id: string) => {
  const reading = readText(text, id)
  const lines = Object.fromEntries(Object.entries(reading.lines).map(([ref, line]) => [ref, line.reading as string]))
  const { breach, audit } = reading.facts ?? {}
  return {
    lines,
    isBaa: reading.isBaa,
    facts: JSON.stringify([breach?.kind, breach?.n, breach?.unit, breach?.cal, breach?.from, audit]),
  }
}

function print(title: string, table: Map<string, Row>, misses: boolean): void {
  const rows = [...table]
  const all = rows.reduce((sum, [, entry]) => sum + entry.all, 0)
  const right = rows.reduce((sum, [, entry]) => sum + entry.right, 0)
  const others = rows.reduce((sum, [, entry]) => sum + entry.others, 0)
  const clean = all - others
  process.stdout.write(
    `\n${title}: ${right}/${all} = ${((100 * right) / Math.max(1, all)).toFixed(2)} % as intended; no other line moved in ${((100 * clean) / Math.max(1, all)).toFixed(2)} %\n`,
  )
  for (const [op, entry] of rows) {
    process.stdout.write(
      `  ${op.padEnd(30)} ${entry.right}/${entry.all}${entry.others > 0 ? `   other lines moved: ${entry.others}` : ''}\n`,
    )
    if (misses) for (const sample of entry.samples.slice(0, 40)) process.stdout.write(`      ${sample}\n`)
  }
}

/** `caught`: the intended reading came and no other line moved. */
export type MutationTally = { defects: Share; caught: Share; rewrites: Share }

/** Runs all mutants and rewrites of the folders; `every` keeps one in n, for the rotating sample of a test run. */
export function runMutation(folders: ReadonlyArray<string>, misses: boolean, every = 1, offset = 0): MutationTally {
  const defects = new Map<string, Row>()
  const rewrites = new Map<string, Row>()
  let count = 0
  for (const folder of folders) {
    if (!existsSync(join(folder, 'labels.json'))) continue
    const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as Labels
    for (const [id, label] of Object.entries(labels.docs)) {
      if (!label.is_baa || label.kind === 'almost') continue
      const text = readFileSync(join(folder, `${id}.txt`), 'utf8')
      const base = readings(text, id)
      const extended = label as Label & { ba_term?: string; ce_term?: string }
      const hasQuotes = Object.values(label.elements ?? {}).some(({ quotes }) => quotes !== undefined)
      const changes: Array<Change> = hasQuotes ? defectsOf(id, text, extended) : []
      for (const change of changes) {
        count += 1
        if (count % every !== offset % every) continue
        const { intended, moved, got } = runChange(change, base.lines)
        const entry = row(defects, change.op)
        entry.all += 1
        if (intended) entry.right += 1
        if (moved.length > 0) entry.others += 1
        if (intended && moved.length === 0) entry.both += 1
        if (!intended || moved.length > 0)
          entry.samples.push(
            `${id.slice(0, 24)} ${change.id}: ${intended ? 'ok' : `got ${got}`}${moved.length > 0 ? ` moved ${moved.join(',')}` : ''}`,
          )
      }
      const plain = (term: string | undefined) =>
        term !== undefined && /^[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?$/.test(term)
      const scanned = (label as Label & { traps?: ReadonlyArray<string> }).traps?.includes('ocr-noise') === true
      const terms =
        !scanned && plain(extended.ce_term) && plain(extended.ba_term)
          ? ([extended.ce_term!, extended.ba_term!] as const)
          : null
      for (const { op, text: changed } of rewritesOf(text, terms)) {
        count += 1
        if (count % every !== offset % every) continue
        const after = readings(changed, id)
        const moved = Object.keys(base.lines).filter((ref) => after.lines[ref] !== base.lines[ref])
        const same = moved.length === 0 && after.isBaa === base.isBaa && after.facts === base.facts
        const entry = row(rewrites, op)
        entry.all += 1
        if (same) entry.right += 1
        else
          entry.samples.push(
            `${id.slice(0, 24)} ${moved.map((ref) => `${ref} ${base.lines[ref]}>${after.lines[ref]}`).join(', ')}${after.facts === base.facts ? '' : ` facts ${base.facts} > ${after.facts}`}`,
          )
      }
    }
  }
  print('defects', defects, misses)
  print('meaning-preserving rewrites', rewrites, misses)
  const sum = (table: Map<string, Row>, field: 'right' | 'both'): Share => ({
    right: [...table.values()].reduce((total, entry) => total + entry[field], 0),
    all: [...table.values()].reduce((total, entry) => total + entry.all, 0),
  })
  return { defects: sum(defects, 'right'), caught: sum(defects, 'both'), rewrites: sum(rewrites, 'right') }
}
