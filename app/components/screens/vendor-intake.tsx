import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import {
  type Answered,
  channelChoices,
  fieldChoices,
  type IntakeStep,
  intakeSteps,
  otherFields,
  phiChoices,
  previousStep,
  type VendorDraft,
} from '../../views/intake.ts'
import { ChoiceField, DateField, ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader } from '../page.tsx'

function questionOf(step: IntakeStep, draft: VendorDraft, errors: FieldErrors): ReactNode {
  const { intake } = draft
  const vendor = draft.name === '' ? 'the vendor' : draft.name
  switch (step) {
    case 'name':
      return (
        <>
          <PageHeader title="Which vendor is it?" />
          <TextField
            name="name"
            label="Name"
            errors={errors}
            defaultValue={draft.name}
            help="As it stands in the agreement."
          />
          <TextField
            name="siteUrl"
            type="url"
            label="Web address (optional)"
            help="For example, https://reviewco.example"
            errors={errors}
            defaultValue={draft.siteUrl}
            autoComplete="off"
          />
        </>
      )
    case 'service':
      return (
        <TextField
          asTitle
          long
          name="service"
          label={`What does ${vendor} do for you?`}
          help="For example: review outreach by calls, SMS and email."
          errors={errors}
          defaultValue={intake.service}
        />
      )
    case 'phi':
      return (
        <ChoiceField
          asTitle
          name="handlesPhi"
          label={`Does ${vendor} handle patient information?`}
          help="Handle means: create, receive, keep or send it for you. A name with a visit date is patient information."
          choices={phiChoices}
          chosen={[intake.handlesPhi]}
          errors={errors}
        />
      )
    case 'fields':
      return (
        <>
          <ChoiceField
            asTitle
            many
            name="fields"
            label={`Which patient fields does ${vendor} get?`}
            help="The first five are what review outreach needs."
            choices={fieldChoices}
            chosen={intake.fields}
            errors={errors}
          />
          <TextField
            long
            name="otherFields"
            label="Other fields (optional)"
            help="One on each line."
            errors={errors}
            defaultValue={otherFields(intake.fields)}
          />
        </>
      )
    case 'channels':
      return (
        <ChoiceField
          asTitle
          many
          name="channels"
          label={`How does ${vendor} reach patients?`}
          help="Choose all that are used."
          choices={channelChoices}
          chosen={intake.channels}
          errors={errors}
        />
      )
    case 'data':
      return (
        <>
          <PageHeader title="Where does the data go?" />
          <TextField
            long
            name="subprocessors"
            label="Companies it passes patient data to (optional)"
            help="One on each line. Leave it empty if you do not know."
            errors={errors}
            defaultValue={intake.subprocessors.join('\n')}
          />
          <TextField
            name="storedWhere"
            label="Where the data is kept (optional)"
            help="A country, or the name of a hosting company."
            errors={errors}
            defaultValue={intake.storedWhere}
          />
        </>
      )
    case 'responsible':
      return (
        <TextField
          asTitle
          name="responsible"
          label={`Who looks after ${vendor} here?`}
          help="Optional. A name or a role."
          errors={errors}
          defaultValue={intake.responsible}
        />
      )
    case 'data-start':
      return (
        <DateField
          asTitle
          name="dataStart"
          label="When did patient data first flow, or when will it?"
          help="For example, 3 27 2026. Leave it empty if nobody knows; then “signed before data flowed” stays open."
          errors={errors}
          defaultValue={draft.dataStart}
        />
      )
  }
}

/** One question per page; the draft is saved with each Continue. */
export function VendorIntake({
  step,
  draft,
  changing,
  errors,
}: {
  step: IntakeStep
  draft: VendorDraft
  changing: boolean
  errors: FieldErrors
}) {
  const before = previousStep(step)
  return (
    <div className="max-w-text">
      <Link
        to={changing ? '/vendors/new/check' : before === null ? '/vendors' : `/vendors/new/${before}`}
        className="mb-4 inline-block min-h-6 text-sm"
      >
        Back
      </Link>
      <ErrorSummary errors={errors} />
      <p className="mb-2 text-sm font-semibold text-soft">
        Add a vendor, question {intakeSteps.indexOf(step) + 1} of {intakeSteps.length}
      </p>
      <Form method="post" noValidate>
        {changing && <input type="hidden" name="changing" value="yes" />}
        {questionOf(step, draft, errors)}
        <div className="flex flex-wrap items-center gap-5">
          <button type="submit" className="button">
            Continue
          </button>
          <Link to="/vendors" className="inline-block min-h-6">
            Save and leave
          </Link>
        </div>
      </Form>
    </div>
  )
}

export function CheckAnswers({ rows, errors }: { rows: ReadonlyArray<Answered>; errors: FieldErrors }) {
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      <PageHeader title="Check your answers" kicker="Add a vendor">
        <p>Nothing is added until you press the button below.</p>
      </PageHeader>
      <dl className="card mb-8 divide-y divide-line">
        {rows.map(({ step, question, answer, warning }) => (
          <div key={question} className="grid items-baseline gap-x-4 gap-y-1 px-5 py-3.5 sm:grid-cols-[13rem_1fr_auto]">
            <dt className="text-sm text-soft">{question}</dt>
            <dd className="whitespace-pre-line font-semibold">
              {answer}
              {warning !== undefined && <span className="mt-1 block text-sm font-normal text-weak">{warning}</span>}
            </dd>
            <dd>
              <Link to={`/vendors/new/${step}?changing=yes`} className="inline-block min-h-6 text-sm">
                Change<span className="sr-only">: {question}</span>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <Form method="post">
        <button type="submit" className="button">
          Add this vendor
        </button>
      </Form>
    </div>
  )
}
