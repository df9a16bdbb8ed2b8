import { expect, test } from 'vitest'
import { auditTemplate } from '#checklists/messaging/audit-template.ts'
import { stockTemplate } from '#checklists/messaging/stock-templates.ts'
import type { Channel } from '#checklists/messaging/template-result.ts'

const sms = (text: string, options = {}) =>
  auditTemplate(`${text} Birch Clinic. Reply STOP to opt out.`, 'sms', options)
const rules = (text: string, channel: Channel) =>
  auditTemplate(text, channel)
    .findings.filter((item) => item.severity !== 'info')
    .map((item) => item.rule)
const channels: ReadonlyArray<Channel> = ['sms', 'whatsapp', 'email', 'voicemail', 'call_script', 'push', 'letter']

test('every stock text passes on its channel in both languages', () => {
  for (const channel of channels) {
    for (const spanish of [false, true]) {
      expect(
        auditTemplate(stockTemplate(channel, spanish), channel, { policy: 'strict' }),
        `${channel} ${spanish}`,
      ).toMatchObject({ verdict: 'pass' })
    }
  }
})

test('strict policy fails a text message without a way out', () => {
  expect(auditTemplate('Birch Clinic: see you {{date}}.', 'sms').verdict).toBe('warn')
  expect(auditTemplate('Birch Clinic: see you {{date}}.', 'sms', { policy: 'strict' }).verdict).toBe('fail')
})

test('a person may map an opaque field, with either outcome', () => {
  const text = 'Birch Clinic: hi {{cf_8841}}. Reply STOP to opt out.'
  expect(auditTemplate(text, 'sms').verdict).toBe('warn')
  expect(auditTemplate(text, 'sms', { mapping: { cf_8841: 'ok' } }).verdict).toBe('pass')
  expect(auditTemplate(text, 'sms', { mapping: { cf_8841: 'clinical' } }).verdict).toBe('fail')
})

test('a mapping never clears a field that is clinical by its name', () => {
  expect(sms('Your {{diagnosis}}.', { mapping: { diagnosis: 'ok' } }).verdict).toBe('fail')
})

test.each([
  ['subject', 'Subject: Your biopsy\nHi {{first_name}}, thank you.'],
  ['alt', '<img alt="knee surgery" src="/a.png">Hi'],
  ['title', '<title>Chemo</title>Hi'],
  ['preheader', '<span style="display:none">vasectomy</span>Hi'],
  ['link', '<a href="https://p.example/r/ivf-cycle">Hi</a>'],
  ['default', "Hi {{ name|default:'asthma patient' }}"],
])('a clinical word in the %s fails and says where', (where, text) => {
  const found = auditTemplate(text, 'email').findings.find((item) => item.severity === 'fail')
  expect(found).toMatchObject({ where })
})

test('an ad pixel fails, an own pixel warns, a logo does neither', () => {
  const image = (attributes: string) =>
    rules(`<img ${attributes}>Hi, thanks. Birch Clinic, 4 Oak St, Waco TX 76701 {{unsubscribe_link}}`, 'email')
  expect(image('src="https://www.facebook.com/tr?id=1" width="1" height="1"')).toEqual(['third-party-tracking'])
  expect(image('src="https://m.birch.example/o/1.gif" width="1" height="1"')).toEqual(['own-pixel'])
  expect(image('src="https://birch.example/logo.png" width="180" height="40"')).toEqual([])
})

test('an identifier in a link to another host fails', () => {
  expect(rules('Birch Clinic: https://reviews.example/r?email={{email}} Reply STOP to opt out.', 'sms')).toContain(
    'third-party-tracking',
  )
})

test('a voicemail leaves name and number and no reason', () => {
  expect(rules('This is Birch Clinic. Call us at 512-555-0100.', 'voicemail')).toEqual([])
  expect(rules('This is Birch Clinic. Please call.', 'voicemail')).toEqual(['no-callback'])
  expect(rules('This is Birch Clinic about your results. Call 512-555-0100.', 'voicemail')).toContain(
    'voicemail-reason',
  )
})

test('another script is never cleared', () => {
  expect(rules('Birch Clinic: 感谢您的来访. Reply STOP to opt out.', 'sms')).toContain('language-not-covered')
  expect(auditTemplate('Birch Clinic: 您的手术 {{date}}. Reply STOP to opt out.', 'sms').verdict).toBe('fail')
})

test('the audit is deterministic and the worst of two texts is the verdict of both together', () => {
  const clean = 'Birch Clinic: thanks for coming in. Reply STOP to opt out.'
  const bad = 'Birch Clinic: how was your endoscopy? Reply STOP to opt out.'
  expect(auditTemplate(bad, 'sms')).toEqual(auditTemplate(bad, 'sms'))
  expect(auditTemplate(`${clean}\n${bad}`, 'sms').verdict).toBe('fail')
})

test('the rewrite keeps allowed fields in their own syntax', () => {
  const { rewrite } = auditTemplate(
    'Hi *|FNAME|*, how was your colonoscopy at Birch Clinic? *|REVIEW_LINK|* Reply STOP to opt out.',
    'sms',
  )
  expect(rewrite).toBe(
    'Hi *|FNAME|*, how was your recent visit at Birch Clinic? *|REVIEW_LINK|* Reply STOP to opt out.',
  )
})
