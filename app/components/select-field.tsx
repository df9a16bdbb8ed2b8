import type { Choice, FieldErrors } from './form.tsx'

/** One of many, where radios would fill the page. */
export function SelectField({
  name,
  label,
  help,
  errors = {},
  choices,
  defaultValue,
}: {
  name: string
  label: string
  help?: string
  errors?: FieldErrors
  choices: ReadonlyArray<Omit<Choice, 'help'>>
  defaultValue: string
}) {
  const error = errors[name]
  const describedBy = [help === undefined ? [] : [`${name}-help`], error === undefined ? [] : [`${name}-error`]].flat()
  return (
    <div className="mb-6 max-w-text">
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      {help !== undefined && (
        <p id={`${name}-help`} className="mb-2 text-sm text-soft">
          {help}
        </p>
      )}
      {error !== undefined && (
        <p id={`${name}-error`} className="mb-2 font-semibold text-missing">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      <select
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-describedby={describedBy.length === 0 ? undefined : describedBy.join(' ')}
        aria-invalid={error === undefined ? undefined : true}
        className="input"
      >
        {choices.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
