import { type FieldErrors, TextField } from '../form.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'

export type PracticeNamed = {
  agreementId: string
  name: string
  /** null: it cannot be shown that this is the practice; `by` is who ruled that it is. */
  shown: { by: string | null } | null
}

/** Whether the practice an agreement names is this one, and the form with which a person says so. */
export function PracticeCheck({
  practice: { agreementId, name, shown },
  mayRule,
  errors,
}: {
  practice: PracticeNamed
  mayRule: boolean
  errors: FieldErrors
}) {
  if (shown !== null && shown.by === null) return null
  const asked = shown === null
  return (
    <Notice look={asked ? 'warning' : 'done'} title={asked ? `Is ${name} your practice?` : `${name} is your practice`}>
      <p>
        {asked
          ? `The agreement names ${name} as the practice. No name on file here is the same. Until that is settled, the data gate is not shown to be open.`
          : `${shown.by} confirmed it with a reason. It counts for this file only.`}
      </p>
      {mayRule && (
        <Form method="post" noValidate className="mt-4">
          <input type="hidden" name="agreement" value={agreementId} />
          <TextField
            long
            name="reason"
            label={asked ? 'Why this is your practice' : 'Why it is not'}
            help={
              asked
                ? 'For example, the company that owns the practice.'
                : 'For example, it was confirmed for another clinic.'
            }
            errors={errors}
          />
          <button type="submit" name="intent" value={asked ? 'confirm-practice' : 'take-back'} className="button">
            {asked ? 'Confirm the practice' : 'Take it back'}
          </button>
        </Form>
      )}
    </Notice>
  )
}
