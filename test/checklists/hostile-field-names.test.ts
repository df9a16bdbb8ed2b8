import { expect, test } from 'vitest'
import { auditFields } from '#checklists/data-sync/audit-fields.ts'
import { auditTemplate } from '#checklists/messaging/audit-template.ts'

const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype']

test('a merge field named like a part of the language is unknown, never passed and never a fault', () => {
  for (const name of names) {
    for (const text of [
      `Lakeside: hi {{${name}}}. Reply STOP.`,
      `Lakeside: hi [${name}]. Reply STOP.`,
      `&${name}; hi`,
    ]) {
      const { verdict, findings } = auditTemplate(text, 'sms', { mapping: {} })
      expect([text, verdict]).toEqual([text, 'warn'])
      expect(findings.every(({ message }) => typeof message === 'string')).toBe(true)
    }
  }
})

test('a synced field named like a part of the language is questionable, never a fault', () => {
  for (const name of names.flatMap((word) => [word, `${word}.value`, `patient/${word}.read`])) {
    const [field] = auditFields([{ name, path: name }]).fields
    expect([name, field?.verdict === 'pass', typeof field?.because]).toEqual([name, false, 'string'])
  }
})
