import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { readFields } from '#scanners/field/read-fields.ts'
import { ScanProblem } from '#scanners/problem.ts'

const read = (text: string, name = '') => readFields(strToU8(text), name)
const names = async (text: string, name = '') => (await read(text, name)).fields.map((field) => field.path)
const code = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'read',
    (error: unknown) => (error instanceof ScanProblem ? error.code : String(error)),
  )
const canary = 'Canary Person'

test.each([
  ['first_name,dob,"visit, date"\nX,Y,Z\n', ['first_name', 'dob', 'visit, date']],
  ['\uFEFFfirst_name;dob\r\nX;Y\r\n', ['first_name', 'dob']],
  ['\n\nfirst_name\tdob\nX\tY\n', ['first_name', 'dob']],
])('only the header row of a table is read (%#)', async (text, wanted) => {
  expect(await names(text.replace('X', canary), 't.csv')).toEqual(wanted)
  expect(JSON.stringify(await read(text.replace('X', canary), 't.csv'))).not.toContain(canary)
})

test('a JSON sample gives key paths and drops its values', async () => {
  const sample = JSON.stringify([{ patient: { name: canary, phones: [{ number: '555-0101' }] }, dx: ['x'] }])
  const list = await read(sample)
  expect(list.fields.map((field) => field.path)).toEqual(['patient.name', 'patient.phones[].number', 'dx[]'])
  expect(JSON.stringify(list)).not.toContain(canary)
})

test('FHIR is read by resource and element, a bundle by its entries', async () => {
  const bundle = {
    resourceType: 'Bundle',
    entry: [
      {
        resource: {
          resourceType: 'Patient',
          name: [{ text: canary }],
          birthDate: '1980-01-01',
          extension: [{ url: 'http://hl7.org/us-core-race' }],
        },
      },
      {
        resource: {
          resourceType: 'Appointment',
          start: 'x',
          serviceType: [],
          participant: [{ actor: { reference: 'Practitioner/1' } }],
        },
      },
    ],
  }
  expect(await names(JSON.stringify(bundle))).toEqual([
    'Patient.name',
    'Patient.birthDate',
    'Patient.extension(us-core-race)',
    'Appointment.start',
    'Appointment.serviceType',
    'Appointment.participant.actor(Practitioner)',
  ])
})

test('requests and scopes are fields', async () => {
  expect(await names('Patient?_elements=name,telecom system/*.read')).toEqual([
    'Patient.name',
    'Patient.telecom',
    'scope system/*.read',
  ])
})

test('an HL7 v2 message gives the numbers of its filled fields', async () => {
  const message = `MSH|^~\\&|A|B\rPID|1||123^^^MR||${canary}||19800101|F\rDG1|1||M54.5`
  expect(await names(message)).toEqual(['PID-3', 'PID-5', 'PID-7', 'PID-8', 'DG1-3'])
  expect(await names('PID-5\nPV1-7\nDG1\n')).toEqual(['PID-5', 'PV1-7', 'DG1'])
})

test('a first line of values is refused, not printed', async () => {
  expect(await code(read('Ann,ann@mail.example,512-555-0142,1980-01-02\n', 't.csv'))).toBe('unknown-format')
  expect(await code(read('   \n'))).toBe('empty-input')
})
