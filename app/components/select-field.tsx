import { type Choice, describedBy, type FieldProps, Label, Messages } from './form.tsx'

/** One of many, where radios would fill the page. */
export function SelectField({
  name,
  label,
  help,
  errors = {},
  choices,
  defaultValue,
}: Omit<FieldProps, 'asTitle'> & { choices: ReadonlyArray<Omit<Choice, 'help'>>; defaultValue: string }) {
  const error = errors[name]
  return (
    <div className="mb-6 max-w-text">
      <Label name={name} label={label} />
      <Messages name={name} help={help} error={error} />
      <select
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-describedby={describedBy(name, help, error)}
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

/** How a log writes its days, where its own dates leave it open. */
export function DateOrderField({ name, label, order }: { name: string; label: string; order: string }) {
  const choices = [
    { value: '', label: 'Found by itself' },
    { value: 'month', label: 'Month first (3/27/2026)' },
    { value: 'day', label: 'Day first (27/3/2026)' },
  ]
  return <SelectField name={name} label={label} choices={choices} defaultValue={order} />
}
