import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditTemplate, type Channel } from '#checklists/messaging/audit-template.ts'
import { packageRoot } from '#scanners/package-root.ts'

/** One line a case: verdict|channel|text, `\n` for a line end. */
const lines = readFileSync(join(packageRoot, 'test/fixtures/templates/policy.txt'), 'utf8').trim().split('\n')

test.each(lines.map((line) => line.split('|') as [string, Channel, ...Array<string>]))(
  '%s on %s: %s',
  (verdict, channel, ...rest) => {
    const result = auditTemplate(rest.join('|').replace(/\\n/g, '\n'), channel)
    expect(result.verdict).toBe(verdict)
    if (result.rewrite !== null) expect(auditTemplate(result.rewrite, channel).verdict).toBe('pass')
  },
)
