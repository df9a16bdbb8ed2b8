import { auditTemplate } from '#checklists/messaging/audit-template.ts'
import { fieldCases } from './field-suite.ts'
import { clean, failing } from './suite.ts'

const what = process.argv[2]
if (what === 'fail') {
  const bad = new Map<string, string>()
  let n = 0,
    missed = 0,
    passed = 0
  for (const c of failing()) {
    n++
    const r = auditTemplate(c.text, c.channel, { rewrite: false })
    if (r.verdict !== 'fail') {
      missed++
      if (r.verdict === 'pass') passed++
      bad.set(c.span ?? c.text, `${r.verdict} ${c.text} :: ${r.findings.map((f) => `${f.rule}:${f.text}`).join(',')}`)
    }
  }
  for (const [k, v] of bad) console.log(k, '=>', v)
  console.log(n, 'missed', missed, 'passed', passed)
} else if (what === 'clean') {
  const bad = new Map<string, string>()
  let n = 0,
    f = 0,
    w = 0
  for (const c of clean()) {
    n++
    const r = auditTemplate(c.text, c.channel, { rewrite: false })
    if (r.verdict !== 'pass') {
      if (r.verdict === 'fail') f++
      else w++
      const s = r.findings
        .filter((x) => x.severity !== 'info')
        .map((x) => `${x.rule}:${x.text}`)
        .join(',')
      bad.set(s, c.text)
    }
  }
  for (const [k, v] of bad) console.log(k, '=>', v)
  console.log(n, 'fail', f, 'warn', w)
} else {
  const bad = new Map<string, string[]>()
  let n = 0,
    e = 0
  for (const c of fieldCases()) {
    n++
    const r = auditTemplate(`Birch Clinic: hello ${c.raw} there. Reply STOP to opt out.`, 'sms', { rewrite: false })
    const got = r.fields.map((x) => x.class).join('+')
    if (got !== c.class) {
      e++
      bad.set(`${c.name} ${c.class}>${got}`, [...(bad.get(`${c.name} ${c.class}>${got}`) ?? []), c.raw])
    }
  }
  for (const [k, v] of bad) console.log(k, v.length, v.slice(0, 3).join('  '))
  console.log(n, 'errors', e)
}
