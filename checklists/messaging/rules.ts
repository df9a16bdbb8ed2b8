export type RuleId =
  | 'literal-clinical'
  | 'specialty-on-visit'
  | 'clinical-field'
  | 'identifier-field'
  | 'sensitive'
  | 'marketing'
  | 'third-party-tracking'
  | 'soft-clinical'
  | 'dental-vision-word'
  | 'specialty-sender'
  | 'no-opt-out'
  | 'no-sender'
  | 'no-unsubscribe'
  | 'no-postal'
  | 'own-pixel'
  | 'unmapped-field'
  | 'reference-field'
  | 'review-gating'
  | 'language-not-covered'
  | 'no-callback'
  | 'voicemail-reason'
  | 'no-do-not-contact-line'
  | 'check-values'
  | 'unclosed-field'
  | 'segments'

type Severity = 'fail' | 'warn' | 'info'

/** What each rule says, on which authority. `axis` as in requirement.ts: never merged. */
export type Rule = {
  severity: Severity
  message: string
  fix: string
  axis: 'law' | 'practice-bar' | 'judgement'
  cites: ReadonlyArray<string>
}

const bar = 'Practice bar: no clinical detail in a message. Stricter than the law requires.'
const barFields = 'Practice bar: only name, phone, e-mail, visit date and provider. Stricter than the law requires.'
const safeguards = '45 CFR 164.530(c)'
const faq = 'HHS FAQ 198'
const necessary = '45 CFR 164.502(b)'

export const rules: Record<RuleId, Rule> = {
  'literal-clinical': {
    severity: 'fail',
    message: 'Names a clinical detail. HIPAA asks for reasonable safeguards; the practice bar is none at all.',
    fix: 'Say "your recent visit" instead.',
    axis: 'practice-bar',
    cites: [bar, safeguards, faq],
  },
  'specialty-on-visit': {
    severity: 'fail',
    message: 'Ties a specialty or department to the visit or the clinician.',
    fix: 'Say "your visit" or name the person without the specialty.',
    axis: 'practice-bar',
    cites: [bar, safeguards],
  },
  'clinical-field': {
    severity: 'fail',
    message: 'This merge field is or may be filled with a clinical value.',
    fix: 'Remove the field, or write "your visit" in its place.',
    axis: 'practice-bar',
    cites: [barFields, necessary, '45 CFR 164.514(d)'],
  },
  'identifier-field': {
    severity: 'fail',
    message: 'This merge field carries an identifier that outreach does not need.',
    fix: 'Remove the field.',
    axis: 'law',
    cites: [necessary, '45 CFR 164.514(d)', '45 CFR 164.514(b)(2)'],
  },
  sensitive: {
    severity: 'fail',
    message: 'Names a category in which a word can harm most, or a programme that may identify its patients.',
    fix: 'Take the word out; use a neutral sender name.',
    axis: 'practice-bar',
    cites: [bar, safeguards],
  },
  marketing: {
    severity: 'fail',
    message: 'Offers, upsells or rewards something; outreach may not.',
    fix: 'Drop the sentence.',
    axis: 'practice-bar',
    cites: [
      'Practice bar: no upsell, incentive or third-party offer. Stricter than the law requires.',
      '45 CFR 164.501',
      '45 CFR 164.508(a)(3)',
    ],
  },
  'third-party-tracking': {
    severity: 'fail',
    message: 'Sends the reader, or something that identifies the reader, to a third party.',
    fix: 'Remove the image, script or link parameter.',
    axis: 'practice-bar',
    cites: [
      'Practice bar: patient lists never reach analytics or ad firms. Stricter than the law requires.',
      '45 CFR 164.502(a)',
      '45 CFR 164.502(e)',
    ],
  },
  'soft-clinical': {
    severity: 'warn',
    message: 'May hint at care.',
    fix: 'Say "your visit" if that is enough.',
    axis: 'judgement',
    cites: [safeguards],
  },
  'dental-vision-word': {
    severity: 'warn',
    message: 'Names dental or eye care; low sensitivity, still a hint.',
    fix: 'Say "your appointment" or "our office".',
    axis: 'judgement',
    cites: [safeguards],
  },
  'specialty-sender': {
    severity: 'warn',
    message: 'The sender’s name shows a specialty. The sender must identify itself, so this is a hint, not a fault.',
    fix: 'Send under a neutral trade name.',
    axis: 'judgement',
    cites: [faq, safeguards],
  },
  'no-opt-out': {
    severity: 'warn',
    message: 'No words say how to stop these messages.',
    fix: 'Add "Reply STOP to opt out."',
    axis: 'practice-bar',
    cites: [
      'Practice bar: opt-out wording in every text message. Stricter than the law requires.',
      '47 CFR 64.1200(a)(10)',
      'CTIA Messaging Principles 5.1.3',
    ],
  },
  'no-sender': {
    severity: 'warn',
    message: 'The message does not say who sends it.',
    fix: 'Begin with the name of the practice.',
    axis: 'practice-bar',
    cites: [
      'Practice bar: the sender is named in every message. Stricter than the law requires.',
      '47 CFR 64.1200(b)',
      'CTIA Messaging Principles 5.1.3',
      faq,
    ],
  },
  'no-unsubscribe': {
    severity: 'warn',
    message: 'No unsubscribe link was found.',
    fix: 'Add an unsubscribe link.',
    axis: 'judgement',
    cites: ['15 USC 7704(a)(3)', '15 USC 7704(a)(5)'],
  },
  'no-postal': {
    severity: 'warn',
    message: 'No postal address of the practice was found.',
    fix: 'Add the postal address.',
    axis: 'judgement',
    cites: ['15 USC 7704(a)(5)'],
  },
  'own-pixel': {
    severity: 'warn',
    message: 'An invisible image reports when the message is opened. Is its host under an agreement?',
    fix: 'Switch open tracking off, or file the agreement with that host.',
    axis: 'law',
    cites: ['45 CFR 164.502(e)', '45 CFR 164.504(e)'],
  },
  'unmapped-field': {
    severity: 'warn',
    message: 'Nobody can tell from its name what this field holds. Map this field.',
    fix: 'Map the field to a known one, or remove it.',
    axis: 'practice-bar',
    cites: [barFields, necessary],
  },
  'reference-field': {
    severity: 'warn',
    message: 'An amount or a reference number is not needed to reach a patient about a visit.',
    fix: 'Remove the field or move it behind a login.',
    axis: 'judgement',
    cites: [necessary],
  },
  'review-gating': {
    severity: 'warn',
    message: 'Steers happy and unhappy patients to different places, or writes the review for them.',
    fix: 'Give everyone the same link and their own words.',
    axis: 'judgement',
    cites: ['FTC Act section 5, 15 USC 45', 'Terms of the review sites'],
  },
  'language-not-covered': {
    severity: 'warn',
    message: 'Written in a language or script that is not read here; nothing in it was cleared.',
    fix: 'Have a reader of that language check it.',
    axis: 'judgement',
    cites: [safeguards],
  },
  'no-callback': {
    severity: 'warn',
    message: 'A voicemail leaves a name and a number to call back; no number was found.',
    fix: 'Add the call-back number.',
    axis: 'practice-bar',
    cites: ['Practice bar: a voicemail leaves name and number only. Stricter than the law requires.', faq],
  },
  'voicemail-reason': {
    severity: 'warn',
    message: 'A voicemail should not give the reason of the call.',
    fix: 'Leave the name of the practice and the number only.',
    axis: 'judgement',
    cites: [faq, safeguards],
  },
  'no-do-not-contact-line': {
    severity: 'info',
    message: 'No line says what the caller does when a person asks not to be called.',
    fix: 'Add: "If you would rather not hear from us, tell me and I will note it now."',
    axis: 'practice-bar',
    cites: [
      'Practice bar: an opt-out said on the phone counts. Stricter than the law requires.',
      '47 CFR 64.1200(a)(10)',
    ],
  },
  'check-values': {
    severity: 'info',
    message: 'The field is fine by its name; look at its values once ("Oncology Suite" is a location too).',
    fix: 'Look through the values of this field.',
    axis: 'judgement',
    cites: [necessary],
  },
  'unclosed-field': {
    severity: 'info',
    message: 'A merge field opens here and does not close; it was read as text.',
    fix: 'Close the field or remove the sign.',
    axis: 'judgement',
    cites: [necessary],
  },
  segments: {
    severity: 'info',
    message: 'Length of the text message.',
    fix: 'Shorten it if it should fit one part.',
    axis: 'judgement',
    cites: ['GSM 03.38'],
  },
}

/** Part 2 programmes: the law itself, not only the practice bar. */
export const partTwo: ReadonlyArray<string> = ['42 CFR 2.11', '42 CFR 2.12', '42 CFR 2.32', safeguards]
