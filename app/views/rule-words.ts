import type { RuleId } from '#checklists/messaging/rules.ts'

/** What a rule is about, in a few words, for tables. */
export const ruleWords: Record<RuleId, string> = {
  'literal-clinical': 'Clinical detail',
  'specialty-on-visit': 'Specialty on the visit',
  'clinical-field': 'Clinical merge field',
  'identifier-field': 'Identifier merge field',
  sensitive: 'Sensitive category',
  marketing: 'Offer or reward',
  'third-party-tracking': 'Third-party tracking',
  'soft-clinical': 'Hint at care',
  'dental-vision-word': 'Dental or eye word',
  'specialty-sender': 'Sender shows a specialty',
  'no-opt-out': 'No opt-out wording',
  'no-sender': 'No sender',
  'no-unsubscribe': 'No unsubscribe link',
  'no-postal': 'No postal address',
  'own-pixel': 'Open-tracking image',
  'unmapped-field': 'Field nobody can name',
  'reference-field': 'Amount or reference',
  'review-gating': 'Steers the review',
  'language-not-covered': 'Language not covered',
  'no-callback': 'No call-back number',
  'voicemail-reason': 'Reason on voicemail',
  'no-do-not-contact-line': 'No do-not-call line',
  'check-values': 'Look at the values',
  'unclosed-field': 'Field left open',
  segments: 'Length',
}

export const channelWords = {
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  email: 'Email',
  voicemail: 'Voicemail',
  call_script: 'Call script',
  push: 'Push notice',
  letter: 'Letter',
} as const

export type Channel = keyof typeof channelWords

export const fieldWords = {
  ok: 'Fine to send',
  clinical: 'Clinical',
  identifier: 'Identifier',
  financial_or_ref: 'Money or a reference',
  opaque: 'Nobody can tell',
} as const

export type FieldWord = keyof typeof fieldWords
