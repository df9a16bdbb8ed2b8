import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { auditTemplate, type Channel } from '#checklists/messaging/audit-template.ts'
import { packageRoot } from '#scanners/package-root.ts'

type Case = { id: string; text: string; channel: Channel; label: any }
const cases = readFileSync(process.argv[2] ?? join(packageRoot, 'test/fixtures/templates/dev.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((l) => JSON.parse(l) as Case)
let bad = 0
for (const c of cases) {
  const r = auditTemplate(c.text, c.channel)
  const errs: string[] = []
  if (r.verdict !== c.label.verdict) errs.push(`verdict ${r.verdict} want ${c.label.verdict}`)
  const want = c.label.merge_fields.map((m: any) => `${m.raw}=${m.cls}`).join(' ; ')
  const got = r.fields.map((m) => `${m.raw}=${m.class}`).join(' ; ')
  if (want !== got) errs.push(`fields got ${got} want ${want}`)
  const has = (rule: string) => r.findings.some((f) => f.rule === rule)
  if (has('no-opt-out') !== !!c.label.missing_optout && c.channel !== 'email') errs.push(`optout ${has('no-opt-out')}`)
  if (has('no-sender') !== !!c.label.missing_sender) errs.push(`sender missing ${has('no-sender')}`)
  if (has('marketing') !== !!c.label.marketing) errs.push('marketing')
  const clin = r.findings
    .filter((f) => ['literal-clinical', 'specialty-on-visit', 'sensitive'].includes(f.rule))
    .map((f) => f.text)
  const w = (c.label.clinical as string[]).join('|')
  if (clin.sort().join('|') !== [...c.label.clinical].sort().join('|'))
    errs.push(`clin got ${clin.join('|')} want ${w}`)
  if (r.rewrite !== null && auditTemplate(r.rewrite, c.channel).verdict !== 'pass') errs.push(`rewrite: ${r.rewrite}`)
  if (errs.length) {
    bad++
    console.log(
      c.id,
      JSON.stringify(c.text),
      '\n   ',
      errs.join('\n    '),
      '\n   ',
      r.findings.map((f) => `${f.rule}:${f.text}`).join(' , '),
    )
  }
}
console.log(`${bad} of ${cases.length} differ`)
