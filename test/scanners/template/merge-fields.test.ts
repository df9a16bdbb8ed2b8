import { expect, test } from 'vitest'
import { readMergeFields } from '#scanners/template/merge-fields.ts'

const certain = (text: string) => readMergeFields(text).filter((field) => field.certain && field.names.length > 0)

test.each([
  ['{{first_name}}', 'mustache', ['first_name']],
  ['{{{agile.name}}}', 'mustache3', ['agile.name']],
  ['{{#if is_pregnant}}', 'handlebars_block', ['is_pregnant']],
  ["{% if patient.diagnosis == 'flu' %}", 'liquid_tag', ['patient.diagnosis']],
  ['{amount:.2f}', 'brace', ['amount']],
  ['{x.get_type_display()}', 'brace', ['x.type']],
  ['{!Appt__c.Procedure__c}', 'sf', ['Appt__c.Procedure__c']],
  ["${p.name.split(' ')[0]}", 'js', ['p.name']],
  ['*|FNAME|*', 'mc', ['FNAME']],
  ['*|IF:CONDITION|*', 'mc', ['CONDITION']],
  ['%recipient.key%', 'pct', ['recipient.key']],
  ['%%FirstName_%%', 'dblpct', ['FirstName_']],
  ['[[first_name|Dear Reader]]', 'dbl_sq', ['first_name']],
  ['[Appointment Date]', 'sq', ['Appointment Date']],
  ['<patient first name>', 'ang', ['patient first name']],
  ['<%asm_group_unsubscribe_raw_url%>', 'asm', ['asm_group_unsubscribe_raw_url']],
  ['«First_Name»', 'word', ['First_Name']],
  ['@FLOW(11)@', 'epic', ['FLOW']],
  ['***', 'epic', ['***']],
  ['{{ $x->y->name }}', 'mustache', ['x.y.name']],
  ['{{client.full_name css}}', 'mustache', ['client.full_name']],
  ['{{formatDate visit.date "MM/DD"}}', 'mustache', ['visit.date']],
])('%s is a field written as %s', (raw, syntax, names) => {
  const [field, ...more] = certain(`Hi ${raw} there`)
  expect(more).toEqual([])
  expect(field).toMatchObject({ raw, syntax, names, start: 3, end: 3 + raw.length })
})

test.each([
  '50% off now, 30% later',
  '$25 at 10:30',
  '<b>bold</b> and <br>',
  '[link text](https://a.example)',
  '[1] note',
  'a < b > c',
  'price %20 x',
  '{{never closed',
  'Hi {first\nname}',
])('"%s" holds no field', (text) => {
  expect(certain(text)).toEqual([])
})

test('words inside a field that a person reads are kept as literals with their place', () => {
  const text = "{{ name|default:'dear patient' }} {% if a == 'asthma' %} «A|B|the clinic» [[n|Dear Reader]]"
  const literals = certain(text).flatMap((field) =>
    field.literals.map((item) => [text.slice(item.start, item.end), item.place]),
  )
  expect(literals).toEqual([
    ['dear patient', 'default'],
    ['asthma', 'condition'],
    ['the clinic', 'default'],
    ['Dear Reader', 'default'],
  ])
})

test('the longest opener wins and an inner brace belongs to the expression', () => {
  expect(certain('{{{a}}} {{b}} {c} ${d({e: 1})}').map((field) => field.syntax)).toEqual([
    'mustache3',
    'mustache',
    'brace',
    'js',
  ])
})

test('an endless run of openers takes linear time', () => {
  expect(readMergeFields('{{'.repeat(50_000))).toEqual([])
})
