import type { Intake } from '#db/intake.ts'

/** What a draft of the vendor intake holds; the same names as the subject it becomes. */
export type VendorDraft = { name: string; siteUrl: string; dataStart: string; intake: Intake }

export const intakeSteps = [
  'name',
  'service',
  'phi',
  'fields',
  'channels',
  'data',
  'responsible',
  'data-start',
] as const

export type IntakeStep = (typeof intakeSteps)[number]

export function isIntakeStep(value: string | undefined): value is IntakeStep {
  return (intakeSteps as ReadonlyArray<string | undefined>).includes(value)
}

/** The step after this one; null: check the answers. */
export function nextStep(step: IntakeStep): IntakeStep | null {
  return intakeSteps[intakeSteps.indexOf(step) + 1] ?? null
}

export function previousStep(step: IntakeStep): IntakeStep | null {
  return intakeSteps[intakeSteps.indexOf(step) - 1] ?? null
}

const beyond = 'More than review outreach needs. Minimum necessary rule, 45 CFR 164.502(b).'

/** The five fields that review outreach needs come first; the others carry their warning. */
export const fieldChoices = [
  { value: 'name', label: 'Patient name' },
  { value: 'phone', label: 'Phone' },
  { value: 'email', label: 'Email' },
  { value: 'visit date', label: 'Visit date' },
  { value: 'provider', label: 'Provider seen' },
  { value: 'procedure', label: 'Procedure or visit reason', help: beyond },
  { value: 'diagnosis', label: 'Diagnosis', help: beyond },
  { value: 'date of birth', label: 'Date of birth', help: beyond },
  { value: 'insurance', label: 'Insurance or member number', help: beyond },
  { value: 'chart', label: 'Chart or notes', help: beyond },
]

const known = new Set(fieldChoices.map(({ value }) => value))

/** Fields the person wrote in, one a line, as the form shows them again. */
export function otherFields(fields: ReadonlyArray<string>): string {
  return fields.filter((field) => !known.has(field)).join('\n')
}

export const needlessFields: ReadonlySet<string> = new Set(
  fieldChoices.filter(({ help }) => help !== undefined).map(({ value }) => value),
)

export const channelChoices = [
  { value: 'call', label: 'Phone calls' },
  { value: 'sms', label: 'Text messages (SMS)' },
  { value: 'email', label: 'Email' },
  { value: 'mail', label: 'Letters' },
  { value: 'app', label: 'App or portal messages' },
]

export const phiChoices = [
  {
    value: 'yes',
    label: 'Yes',
    help: 'Then it is a business associate (45 CFR 160.103) and needs a signed agreement first.',
  },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'I do not know yet', help: 'Lines that depend on it will say “Cannot tell”.' },
]

export type Answered = { step: IntakeStep; question: string; answer: string; warning?: string }

function labelled(choices: ReadonlyArray<{ value: string; label: string }>, values: ReadonlyArray<string>): string {
  return values.map((value) => choices.find((choice) => choice.value === value)?.label ?? value).join(', ')
}

/** The rows of the check-answers page. An empty answer reads "Not provided". */
export function answered(draft: VendorDraft, day: (date: string) => string): Array<Answered> {
  const { intake } = draft
  const needless = intake.fields.filter((field) => needlessFields.has(field))
  const rows: Array<Answered> = [
    { step: 'name', question: 'Name', answer: draft.name },
    { step: 'name', question: 'Web address', answer: draft.siteUrl },
    { step: 'service', question: 'What it does for you', answer: intake.service },
    { step: 'phi', question: 'Handles patient information', answer: labelled(phiChoices, [intake.handlesPhi]) },
    {
      step: 'fields',
      question: 'Patient fields it gets',
      answer: labelled(fieldChoices, intake.fields),
      ...(needless.length === 0
        ? {}
        : { warning: `${labelled(fieldChoices, needless)}: more than review outreach needs (45 CFR 164.502(b)).` }),
    },
    { step: 'channels', question: 'How it reaches patients', answer: labelled(channelChoices, intake.channels) },
    { step: 'data', question: 'Companies it passes data to', answer: intake.subprocessors.join(', ') },
    { step: 'data', question: 'Where the data is kept', answer: intake.storedWhere },
    { step: 'responsible', question: 'Who looks after it here', answer: intake.responsible },
    {
      step: 'data-start',
      question: 'First day of patient data',
      answer: draft.dataStart === '' ? '' : day(draft.dataStart),
      ...(draft.dataStart === '' ? { warning: 'Without it, “signed before data flowed” stays “Cannot tell”.' } : {}),
    },
  ]
  return rows.map((row) => ({ ...row, answer: row.answer === '' ? 'Not provided' : row.answer }))
}
