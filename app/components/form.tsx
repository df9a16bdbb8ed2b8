import { type ReactNode, useEffect, useRef } from 'react'

export type FieldErrors = Readonly<Record<string, string>>

/** First on the page when a form came back: takes the focus, names each field and leads to it. */
export function ErrorSummary({ errors }: { errors: FieldErrors }) {
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(errors)
  useEffect(() => {
    if (Object.keys(errors).length === 0) return
    box.current?.focus()
    if (!document.title.startsWith('Error: ')) document.title = `Error: ${document.title}`
    return () => {
      document.title = document.title.replace(/^Error: /, '')
    }
  }, [errors])
  if (entries.length === 0) return null
  return (
    <div
      ref={box}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: the focus belongs on the summary, also where no script runs (GOV.UK pattern)
      autoFocus
      role="alert"
      aria-labelledby="error-summary"
      className="mb-8 max-w-text rounded-md border-3 border-missing bg-surface p-5"
    >
      <h2 id="error-summary" className="mb-2 text-lg">
        There is a problem
      </h2>
      <ul className="space-y-1">
        {entries.map(([name, message]) => (
          <li key={name}>
            <a href={`#${name}`} className="font-semibold text-missing hover:text-missing">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export type FieldProps = {
  name: string
  label: string
  help?: ReactNode
  errors?: FieldErrors
  /** One-question pages make the label their h1. */
  asTitle?: boolean
}

/** Ids of the help and the error a field names as its description. */
export function describedBy(name: string, help: ReactNode, error: string | undefined): string | undefined {
  const ids = [help === undefined ? [] : [`${name}-help`], error === undefined ? [] : [`${name}-error`]].flat()
  return ids.length === 0 ? undefined : ids.join(' ')
}

/** What stands between a label and its field. */
export function Messages({ name, help, error }: { name: string; help: ReactNode; error: string | undefined }) {
  return (
    <>
      {help !== undefined && (
        <div id={`${name}-help`} className="mb-2 text-sm text-soft">
          {help}
        </div>
      )}
      {error !== undefined && (
        <p id={`${name}-error`} className="mb-2 font-semibold text-missing">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
    </>
  )
}

export function Label({ name, label, asTitle = false }: { name: string; label: string; asTitle?: boolean }) {
  const words = (
    <label htmlFor={name} className={asTitle ? '' : 'mb-1 block font-semibold'}>
      {label}
    </label>
  )
  return asTitle ? (
    <h1 tabIndex={-1} className="mb-3">
      {words}
    </h1>
  ) : (
    words
  )
}

export function TextField({
  name,
  label,
  help,
  errors = {},
  asTitle = false,
  long = false,
  ...input
}: FieldProps & {
  long?: boolean
  type?: 'text' | 'email' | 'password' | 'url' | 'number'
  defaultValue?: string
  autoComplete?: string
  inputMode?: 'numeric' | 'url' | 'email'
  spellCheck?: boolean
  className?: string
}) {
  const error = errors[name]
  const shared = {
    id: name,
    name,
    'aria-describedby': describedBy(name, help, error),
    'aria-invalid': error === undefined ? undefined : true,
    defaultValue: input.defaultValue,
    autoComplete: input.autoComplete,
    spellCheck: input.spellCheck,
    className: `input ${input.className ?? ''}`,
  }
  return (
    <div className="mb-6 max-w-text">
      <Label name={name} label={label} asTitle={asTitle} />
      <Messages name={name} help={help} error={error} />
      {long ? (
        <textarea {...shared} rows={5} />
      ) : (
        <input {...shared} type={input.type ?? 'text'} inputMode={input.inputMode} />
      )}
    </div>
  )
}

export type Choice = { value: string; label: string; help?: string }

/** Radios or checkboxes in one fieldset. The first carries the field's id, so that the error summary can lead to it. */
export function ChoiceField({
  name,
  label,
  help,
  errors = {},
  asTitle = false,
  choices,
  many = false,
  chosen = [],
}: FieldProps & { choices: ReadonlyArray<Choice>; many?: boolean; chosen?: ReadonlyArray<string> }) {
  const error = errors[name]
  return (
    <fieldset className="mb-6 max-w-text" aria-describedby={describedBy(name, help, error)}>
      <legend className={asTitle ? 'mb-3' : 'mb-1 font-semibold'}>
        {asTitle ? <h1 tabIndex={-1}>{label}</h1> : label}
      </legend>
      <Messages name={name} help={help} error={error} />
      <div className="grid gap-2">
        {choices.map((choice, at) => (
          <label key={choice.value} className="choice">
            <input
              id={at === 0 ? name : `${name}-${choice.value}`}
              type={many ? 'checkbox' : 'radio'}
              name={name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
            />
            <span>
              <span className="block">{choice.label}</span>
              {choice.help !== undefined && <span className="block text-sm text-soft">{choice.help}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A typed date in three fields: month, day, year. `defaultValue` is YYYY-MM-DD. */
export function DateField({
  name,
  label,
  help,
  errors = {},
  asTitle = false,
  defaultValue = '',
}: FieldProps & { defaultValue?: string }) {
  const error = errors[name]
  const [year = '', month = '', day = ''] = defaultValue.split('-')
  const parts = [
    ['month', 'Month', month, 'w-16'],
    ['day', 'Day', day, 'w-16'],
    ['year', 'Year', year, 'w-24'],
  ] as const
  return (
    <fieldset className="mb-6 max-w-text" aria-describedby={describedBy(name, help, error)}>
      <legend className={asTitle ? 'mb-3' : 'mb-1 font-semibold'}>
        {asTitle ? <h1 tabIndex={-1}>{label}</h1> : label}
      </legend>
      <Messages name={name} help={help} error={error} />
      <div className="flex gap-4">
        {parts.map(([part, words, value, width], at) => (
          <div key={part}>
            <label htmlFor={at === 0 ? name : `${name}-${part}`} className="mb-1 block text-sm">
              {words}
            </label>
            <input
              id={at === 0 ? name : `${name}-${part}`}
              name={`${name}-${part}`}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={value.replace(/^0(?=\d$)/, '')}
              aria-invalid={error === undefined ? undefined : true}
              className={`input ${width}`}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}

export function FileField({
  name,
  label,
  help,
  errors = {},
  accept,
  multiple = false,
}: FieldProps & { accept: string; multiple?: boolean }) {
  const error = errors[name]
  return (
    <div className="mb-6 max-w-text">
      <Label name={name} label={label} />
      <Messages name={name} help={help} error={error} />
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-describedby={describedBy(name, help, error)}
        aria-invalid={error === undefined ? undefined : true}
        className="input"
      />
    </div>
  )
}
