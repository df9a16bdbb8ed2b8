import { expect, test } from 'vitest'
import { auditFields, fieldDrift } from '#checklists/data-sync/audit-fields.ts'

const of = (...names: Array<string>) => auditFields(names.map((name) => ({ name, path: name.replace(/^scope /, '') })))
const five = ['first_name', 'last_name', 'mobile', 'email', 'visit_date', 'provider_name']

test('the five fields pass, in any order', () => {
  expect(of(...five).verdict).toBe('pass')
  expect(of(...[...five].reverse()).verdict).toBe('pass')
})

test.each([
  ['appointment_type', 'clinical', 'fail'],
  ['dob', 'identifier', 'fail'],
  ['balance', 'financial_or_ref', 'fail'],
  ['appointment_id', 'financial_or_ref', 'partial'],
  ['location_id', 'opaque', 'partial'],
  ['location_name', 'ok', 'partial'],
  ['language', 'opaque', 'partial'],
  ['udf_7', 'opaque', 'partial'],
  ['zip', 'opaque', 'partial'],
  ['visit_notes', 'opaque', 'fail'],
  ['*', 'opaque', 'fail'],
  ['Patient.birthDate', 'identifier', 'fail'],
  ['Patient.address', 'opaque', 'partial'],
  ['Appointment.serviceType', 'clinical', 'fail'],
  ['Appointment.participant.actor(Practitioner)', 'ok', 'pass'],
  ['Condition.code', 'clinical', 'fail'],
  ['Coverage.payor', 'identifier', 'fail'],
  ['Invoice.totalNet', 'financial_or_ref', 'fail'],
  ['patient/Patient.read', 'ok', 'pass'],
  ['system/*.read', 'clinical', 'fail'],
  ['patient/Encounter.read', 'opaque', 'partial'],
  ['patient/Condition.read', 'clinical', 'fail'],
  ['PID-5', 'ok', 'pass'],
  ['PID-7', 'identifier', 'fail'],
  ['OBX', 'clinical', 'fail'],
  ['NTE-3', 'clinical', 'fail'],
  ['PV1-3', 'opaque', 'partial'],
])('%s is %s: %s', (name, found, verdict) => {
  expect(of(name).fields[0]).toMatchObject({ class: found, verdict })
  expect(of(...five, name).verdict).toBe(verdict)
})

test('consent flags are questionable and useful', () => {
  for (const name of ['sms_opt_out', 'doNotContact', 'consent_date', 'unsubscribed']) {
    expect(of(name).fields[0]).toMatchObject({ verdict: 'partial', useful: true })
  }
})

test('no field list is unknown', () => {
  expect(of().verdict).toBe('unknown')
})

test('drift names what came and what went', () => {
  expect(fieldDrift([{ path: 'a' }, { path: 'b' }], [{ path: 'b' }, { path: 'c' }])).toEqual({
    added: ['c'],
    removed: ['a'],
  })
})

test.each([
  ['RsnForVisit', 'fail'],
  ['chief_cmplnt', 'fail'],
  ['cvx_code', 'fail'],
  ['A1cValue', 'fail'],
  ['OrderName', 'fail'],
  ['SocSecNum', 'fail'],
  ['drivers_lic', 'fail'],
  ['DLNumber', 'fail'],
  ['ip_addr', 'fail'],
  ['time_zone', 'partial'],
  ['pat_last_nm', 'pass'],
  ['visit_dttm', 'pass'],
])('a column as exports shorten it: %s is %s', (name, verdict) => {
  expect(auditFields([{ name, path: name }]).verdict).toBe(verdict)
})
