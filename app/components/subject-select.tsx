import type { FieldErrors } from './form.tsx'

export type SubjectOption = { id: string; name: string; kind: string }

/** Which vendor, practice or prospect; a native list that works without scripts. */
export function SubjectSelect({
  label,
  subjects,
  chosen,
  errors,
}: {
  label: string
  subjects: ReadonlyArray<SubjectOption>
  chosen: string
  errors: FieldErrors
}) {
  const error = errors.subject
  return (
    <div className="mb-6">
      <label htmlFor="subject" className="mb-1 block font-semibold">
        {label}
      </label>
      {error !== undefined && (
        <p id="subject-error" className="mb-2 font-semibold text-missing">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      <select
        id="subject"
        name="subject"
        defaultValue={chosen}
        aria-describedby={error === undefined ? undefined : 'subject-error'}
        aria-invalid={error === undefined ? undefined : true}
        className="input"
      >
        <option value="">Choose one</option>
        {subjects.map(({ id, name, kind }) => (
          <option key={id} value={id}>
            {name} ({kind})
          </option>
        ))}
      </select>
    </div>
  )
}
