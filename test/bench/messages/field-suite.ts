import type { FieldClass } from '#checklists/messaging/field-class.ts'

const list = (text: string): Array<string> => text.trim().split(/\s*[\n,]\s*/)

/** Names as words; each is written in every naming style and every syntax. Written apart from the classifier's tables. */
const names: ReadonlyArray<readonly [FieldClass, Array<string>]> = [
  [
    'clinical',
    list(`appointment type, procedure name, procedure, diagnosis, primary diagnosis, visit reason, reason for visit, service name, service type, treatment name, treatment, provider specialty,
department name, department, test name, lab result, exam type, medication name, drug name, prescription name, dosage, refill date, surgery date, surgery type, therapy type, condition, symptoms, chief complaint,
icd 10 code, cpt code, procedure code, appointment procedures, active problems, active allergies, vaccine name, vaccination type, immunization, next treatment date, weeks since, frequency, short summary, visit summary,
practice focus, provider credentials specialty, aftercare instructions, prep instructions, discharge instructions, care plan, treatment plan, program name, clinic type, visit type, session type, encounter type, recall type,
is pregnant, pregnancy status, due vaccine, allergy list, device type, dental device, tooth number, last cleaning date, crown date, botox units, mammogram date, hiv status, blood type, bmi, a1c result, medical history,
imaging type, scan name, radiology exam, appointment reason, purpose of visit, referral diagnosis, specialty name, procedimiento, diagnostico, tratamiento, servicio, especialidad, medicamento, motivo consulta, examen, resultado, tipo cita`),
  ],
  [
    'identifier',
    list(`date of birth, dob, birth date, birthday, age, ssn, social security number, mrn, medical record number, chart number, member id, policy number, insurance name, insurance plan, payer name, plan name,
gender, sex, race, ethnicity, marital status, denial reason code, patient photo, ip address, drivers license, subscriber id, group number, medicaid id, account number, edad`),
  ],
  [
    'financial_or_ref',
    list(
      `amount due, balance, copay, invoice number, bill total, total price, booking id, appointment id, rating, score, outstanding balance, payment amount, confirmation number, order id, due date`,
    ),
  ],
  [
    'ok',
    list(`first name, last name, full name, preferred name, patient name, patient first name, client full name, name, phone, mobile, cell phone, phone number, email, email address, visit date, last visit date, appointment date,
appointment time, appointment date time, date, time, start time, next appointment date, provider name, provider first name, doctor name, doctor last name, dr name, therapist name, practitioner name, provider, clinic name, practice name, practice phone,
practice address, office name, office phone, business name, company name, company address, location name, location address, location phone, service location, review link, review url, survey link, feedback url, google review link,
booking link, forms link, upload link, portal link, payment link, unsubscribe, unsubscribe link, opt out link, short link, video visit link, confirm link, reschedule url, cancel link, website, address, full address, checkin instructions url, current year, nombre, apellido, telefono,
correo, fecha, hora, hospital name, organization name, staff name, nurse name, provider title, customer service phone, day, weekday`),
  ],
  [
    'opaque',
    list(
      `custom field 3, cf 8841, udf 7, attr 12, note, visit note, free text, message body, comment, description, internal tag, field 4, session format note, ai review text, segment, value 2, misc, extra info, x9 data, user defined 2, blob, status, language, tag, label 2`,
    ),
  ],
]

type Style = readonly [string, (words: ReadonlyArray<string>) => string]
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const styles: ReadonlyArray<Style> = [
  ['snake', (words) => words.join('_')],
  ['camel', (words) => words[0]! + words.slice(1).map(capital).join('')],
  ['pascal', (words) => words.map(capital).join('')],
  ['kebab', (words) => words.join('-')],
  ['upper', (words) => words.join('_').toUpperCase()],
  ['dotted', (words) => `patient.${words.join('_')}`],
  ['prefixed', (words) => `contact.${words[0]! + words.slice(1).map(capital).join('')}`],
]

type Syntax = readonly [string, (name: string) => string, spaced?: true]

/** Every certain syntax of the design; `spaced` ones also take names with spaces. */
export const syntaxes: ReadonlyArray<Syntax> = [
  ['mustache', (name) => `{{${name}}}`],
  ['mustache', (name) => `{{ ${name} }}`],
  ['mustache', (name) => `{{${name}|default:'there'}}`],
  ['mustache3', (name) => `{{{${name}}}}`],
  ['handlebars_block', (name) => `{{#if ${name}}}x{{/if}}`],
  ['liquid_tag', (name) => `{% if ${name} %}x{% endif %}`],
  ['brace', (name) => `{${name}}`],
  ['sf', (name) => `{!Contact.${name.replace(/[.-]/g, '_')}__c}`],
  ['js', (name) => `\${${name.replace(/-/g, '_')}}`],
  ['mc', (name) => `*|${name.toUpperCase().replace(/[.-]/g, '_')}|*`],
  ['pct', (name) => `%${name}%`],
  ['dblpct', (name) => `%%${name}%%`],
  ['dbl_sq', (name) => `[[${name}]]`],
  ['dbl_sq', (name) => `[[${name}|Dear Reader]]`],
  ['sq', (name) => `[${name}]`, true],
  ['ang', (name) => `<${name.replace(/\./g, ' ')}>`, true],
  ['asm', (name) => `<%${name}%>`],
  ['word', (name) => `«${name}»`, true],
]

export type FieldCase = { raw: string; syntax: string; class: FieldClass; name: string }

/** About 20,000 fields: each name in each style in each syntax, thinned by a step so that every pair occurs. */
export function fieldCases(): Array<FieldCase> {
  const cases: Array<FieldCase> = []
  let turn = 0
  for (const [found, all] of names) {
    for (const name of all) {
      const words = name.split(' ')
      for (const [syntax, write, spaced] of syntaxes) {
        const style = styles[turn++ % styles.length]!
        // An all-capital run without a mark between its words cannot be taken apart again.
        const written = syntax === 'mc' ? words.join('_') : style[1](words)
        cases.push({ raw: write(written), syntax, class: found, name })
        if (spaced) cases.push({ raw: write(words.map(capital).join(' ')), syntax, class: found, name })
      }
    }
  }
  return cases
}
