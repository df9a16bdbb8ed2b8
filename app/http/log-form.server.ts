import type { LogValues } from '../components/screens/opt-out-upload.tsx'
import type { ImportLogs } from '../use-cases/import-logs.ts'
import type { LogImport } from '../use-cases/log-import.ts'
import { InvalidInput } from '../use-cases/problem.ts'
import { dateOf, listOf, textOf } from './form.server.ts'

const judged = ['sms', 'email', 'voice'] as const

export const freshValues: LogValues = {
  zone: 'America/New_York',
  limitHours: '24',
  format: '',
  dateOrder: '',
  days: [],
  starts: '',
  complete: [],
  completeFrom: '',
  completeTo: '',
  oldestRequired: '',
  contractEnd: '',
  keep: [],
}

/** The settings of an earlier import, so that nobody types them twice. */
export function valuesOf({ config, format }: LogImport): LogValues {
  const coverage = config.coverage ?? []
  const [first] = coverage
  return {
    zone: config.zone,
    limitHours: String(config.limitHours),
    format: format ?? '',
    dateOrder: config.dayFirst === undefined ? '' : config.dayFirst ? 'day' : 'month',
    days: (config.shifts?.days ?? []).map(String),
    starts: (config.shifts?.starts ?? []).join(', '),
    complete: coverage.map(({ channel }) => channel),
    completeFrom: first?.from ?? '',
    completeTo: first?.to ?? '',
    oldestRequired: config.retention?.oldestRequired ?? '',
    contractEnd: config.retention?.contractEnd ?? '',
    keep: [],
  }
}

/** What the form sent, as it is shown again. */
export function typedValues(form: FormData): LogValues {
  const date = (name: string) => dateOf(form, name) ?? 'not a date'
  return {
    zone: textOf(form, 'zone'),
    limitHours: textOf(form, 'limitHours'),
    format: textOf(form, 'format'),
    dateOrder: textOf(form, 'dateOrder'),
    days: listOf(form, 'days'),
    starts: textOf(form, 'starts'),
    complete: listOf(form, 'complete'),
    completeFrom: date('completeFrom'),
    completeTo: date('completeTo'),
    oldestRequired: date('oldestRequired'),
    contractEnd: date('contractEnd'),
    keep: listOf(form, 'keep'),
  }
}

function faultsOf(values: LogValues): Record<string, string> {
  const faults: Record<string, string> = {}
  const notDates = ['completeFrom', 'completeTo', 'oldestRequired', 'contractEnd'] as const
  for (const name of notDates)
    if (values[name] === 'not a date') faults[name] = 'Enter a real date, with all three parts.'
  if (!(Number(values.limitHours) > 0 && Number(values.limitHours) <= 240))
    faults.limitHours = 'Enter a number of hours from 1 to 240.'
  if (values.days.length > 0 && values.starts === '')
    faults.starts = 'Say when the shifts start, for example 08:00, 13:00.'
  if (values.starts !== '' && values.days.length === 0) faults.days = 'Choose the days on which calls are made.'
  if (!/^(([01]\d|2[0-3]):[0-5]\d(,\s*|\s+|$))*$/.test(values.starts))
    faults.starts = 'Write each start as hours and minutes, for example 08:00, 13:00.'
  const { complete, completeFrom, completeTo } = values
  if (complete.length > 0 && completeFrom === '') faults.completeFrom = 'Say from which day the logs hold everything.'
  if (complete.length > 0 && completeTo === '') faults.completeTo = 'Say up to which day the logs hold everything.'
  if (faults.completeTo === undefined && completeTo !== '' && completeTo < completeFrom)
    faults.completeTo = 'The last day lies before the first. Change one of them.'
  return faults
}

/** The import the form asks for. Throws InvalidInput with a sentence a field. */
export function importOf(subjectId: string, values: LogValues): ImportLogs {
  const faults = faultsOf(values)
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults)
  const { zone, limitHours, format, dateOrder, days, starts, complete, completeFrom, completeTo } = values
  const { oldestRequired, contractEnd, keep } = values
  const channels = judged.filter((channel) => complete.includes(channel))
  return {
    subjectId,
    config: {
      zone,
      limitHours: Number(limitHours),
      ...(channels.length === 0
        ? {}
        : { coverage: channels.map((channel) => ({ channel, from: completeFrom, to: completeTo })) }),
      ...(days.length === 0
        ? {}
        : { shifts: { days: days.map(Number), starts: starts.split(/[,\s]+/).filter(Boolean) } }),
      ...(dateOrder === '' ? {} : { dayFirst: dateOrder === 'day' }),
      ...(oldestRequired === '' && contractEnd === ''
        ? {}
        : { retention: { oldestRequired: oldestRequired || null, contractEnd: contractEnd || null } }),
    },
    ...(format === '' ? {} : { format }),
    keep: keep.includes('yes'),
  }
}
