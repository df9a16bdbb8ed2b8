import { type By, type Channel, type ConsentForm, channels, eventKinds, type Purpose, results } from '../event.ts'
import { cell, type LogFormat, type Row, type RowEvent, timeOf } from '../row.ts'

function oneOf<T extends string>(known: ReadonlyArray<T>, value: string | undefined): T | undefined {
  return known.find((word) => word === value?.toLowerCase())
}

function list(row: Row, name: string): Array<string> {
  const found: Array<string> = []
  const whole = cell(row, name)
  if (whole !== undefined) found.push(...whole.split(/[;,|\s]+/))
  for (let at = 0; ; at++) {
    const item = cell(row, `${name}.${at}`)
    if (item === undefined) break
    found.push(item)
  }
  return found.filter((item) => item !== '')
}

const isTrue = (value: string | undefined) => value !== undefined && /^(?:true|1|yes)$/i.test(value)

/** Keys of the short form and the address columns of the long one. */
function people(row: Row): Pick<RowEvent, 'phones' | 'emails' | 'patients'> {
  const phones: Array<string> = []
  const emails: Array<string> = []
  const patients: Array<string> = []
  for (const key of list(row, 'keys')) {
    const value = key.slice(key.indexOf(':') + 1)
    if (key.startsWith('email:')) emails.push(value)
    else (key.startsWith('pt:') ? patients : phones).push(value)
  }
  const address = cell(row, 'address')
  if (address !== undefined) {
    const email = cell(row, 'addresstype')?.toLowerCase() === 'email' || address.includes('@')
    ;(email ? emails : phones).push(address)
  }
  phones.push(...[cell(row, 'phone')].filter((value) => value !== undefined))
  emails.push(...[cell(row, 'email')].filter((value) => value !== undefined))
  patients.push(...[cell(row, 'patientid')].filter((value) => value !== undefined))
  return { phones, emails, patients }
}

/** Proviso's own event form, JSON Lines or CSV: the field names of the event model, long or short. */
export const canonical: LogFormat = {
  id: 'canonical',
  title: 'Proviso events',
  requires: [
    ['kind'],
    ['channel', 'address', 'keys', 'keys.0', 'patientid'],
    ['at', 'occurredat', 'occurredatmin', 'initiatedat', 'deliveredat', 'timestamp'],
  ],
  read(row) {
    const kind = oneOf(eventKinds, cell(row, 'kind'))
    if (kind === undefined) return 'the column kind holds a word that is not known'
    const channel = oneOf(channels, cell(row, 'channel'))
    if (channel === undefined && cell(row, 'channel') !== undefined)
      return 'the column channel holds a word that is not known'
    if (kind === 'attempt' && cell(row, 'direction')?.toLowerCase() === 'inbound') return []
    const result = oneOf(results, cell(row, 'result'))
    if (result === undefined && cell(row, 'result') !== undefined)
      return 'the column result holds a word that is not known'
    const named = list(row, 'scope')
    const scope = named.map((word) => oneOf(channels, word)).filter((word): word is Channel => word !== undefined)
    if (scope.length < named.length) return 'the column scope holds a word that is not known'
    const present = cell(row, 'present')
    if (kind === 'snapshot' && present === undefined) return 'a snapshot without the column present says nothing'
    const dispatched = timeOf(
      row,
      ...(kind === 'attempt' ? ['initiatedat'] : []),
      'at',
      'occurredatmin',
      'occurredat',
      'timestamp',
      'initiatedat',
    )
    return [
      {
        kind,
        ...people(row),
        time: dispatched ?? timeOf(row, 'deliveredat'),
        channel,
        ...(scope.length > 0 && { scope }),
        by: oneOf<By>(['recipient', 'staff', 'system'], cell(row, 'by')),
        wrongNumber: isTrue(cell(row, 'wrongnumber')),
        purpose: oneOf<Purpose>(
          ['review_request', 'appointment', 'optout_confirmation', 'emergency', 'other'],
          cell(row, 'purpose'),
        ),
        marketing: isTrue(cell(row, 'marketing')),
        result,
        providerRef: cell(row, 'providerref'),
        deliveryOnly:
          kind === 'attempt' &&
          (isTrue(cell(row, 'deliveryonly')) || cell(row, 'timebasis') === 'receipt_only' || dispatched === undefined),
        deliveredAt: timeOf(row, 'deliveredat'),
        ...(present !== undefined && { present: isTrue(present) }),
        form: oneOf<ConsentForm>(['written', 'verbal', 'implied'], cell(row, 'consentform', 'form')),
        from: cell(row, 'fromaddress'),
        practice: cell(row, 'practiceid', 'practice'),
        calledZone: cell(row, 'patientzone', 'recipientzone', 'timezone'),
      },
    ]
  },
}
