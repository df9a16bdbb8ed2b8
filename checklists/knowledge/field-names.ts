/**
 * Words of merge-field and sync-field names, folded and in the singular. One table for messages and data sync.
 * Adding a name is one line here and one case. Order of use: field-class.ts.
 */

/** Short forms -> full words. */
export const fieldAbbreviations: Record<string, string> = {
  nm: 'name',
  rsn: 'reason',
  cmplnt: 'complaint',
  dttm: 'date time',
  lic: 'license',
  dl: 'license',
  soc: 'social',
  sec: 'security',
  cvx: 'vaccine',
  prob: 'problem',
  probs: 'problem',
  probl: 'problem',
  vs: 'vital sign',
  alg: 'allergy',
  pmh: 'history diagnosis',
  psh: 'history procedure',
  famhx: 'history diagnosis',
  sochx: 'history diagnosis',
  fname: 'first name',
  firstname: 'first name',
  lname: 'last name',
  lastname: 'last name',
  fullname: 'full name',
  mname: 'middle name',
  pname: 'patient name',
  ptname: 'patient name',
  patientname: 'patient name',
  clientname: 'client name',
  username: 'user name',
  surname: 'last name',
  pt: 'patient',
  pat: 'patient',
  appt: 'appointment',
  apt: 'appointment',
  appts: 'appointment',
  appointmenttype: 'appointment type',
  appttype: 'appointment type',
  apptproc: 'appointment procedure',
  dx: 'diagnosis',
  diag: 'diagnosis',
  sx: 'symptom',
  hx: 'history diagnosis',
  proc: 'procedure',
  rx: 'prescription',
  tx: 'treatment',
  txt: 'text',
  dept: 'department',
  svc: 'service',
  srv: 'service',
  svcs: 'service',
  med: 'medication',
  imm: 'immunization',
  vax: 'vaccine',
  dob: 'birth date',
  bday: 'birthday',
  birthdate: 'birth date',
  ph: 'phone',
  tel: 'telephone',
  mob: 'mobile',
  addr: 'address',
  doc: 'doctor',
  dr: 'doctor',
  dra: 'doctor',
  drs: 'doctor',
  prov: 'provider',
  prv: 'provider',
  pcp: 'provider',
  phys: 'physician',
  pract: 'practitioner',
  loc: 'location',
  prac: 'practice',
  org: 'organization',
  gmb: 'google',
  dt: 'date',
  tm: 'time',
  ts: 'date time',
  datetime: 'date time',
  num: 'number',
  nbr: 'number',
  no: 'number',
  amt: 'amount',
  bal: 'balance',
  inv: 'invoice',
  ins: 'insurance',
  pol: 'policy',
  acct: 'account',
  spec: 'specialty',
  specialisation: 'specialty',
  specialization: 'specialty',
  speciality: 'specialty',
  cond: 'condition',
  instr: 'instruction',
  unsub: 'unsubscribe',
  opt_out: 'optout',
  programme: 'program',
  centre: 'center',
  organisation: 'organization',
  immunisation: 'immunization',
  usr: 'user',
  cust: 'customer',
  msg: 'message',
  qty: 'quantity',
  cc: 'complaint',
  hpi: 'complaint',
  fu: 'follow up',
  followup: 'follow up',
  checkin: 'check in',
  medicalrecord: 'medical record',
  website: 'website',
  homephone: 'home phone',
  cellphone: 'cell phone',
  mobilephone: 'mobile phone',
  phonenumber: 'phone number',
  emailaddress: 'email address',
  reviewlink: 'review link',
  reviewurl: 'review url',
  visitdate: 'visit date',
  apptdate: 'appointment date',
  appttime: 'appointment time',
  apptdatetime: 'appointment date time',
  providername: 'provider name',
  doctorname: 'doctor name',
  practicename: 'practice name',
  clinicname: 'clinic name',
  companyname: 'company name',
  locationname: 'location name',
}

/** Leading words that say whose value it is, not what it is. */
export const fieldContainers: ReadonlyArray<string> =
  `contact patient client customer recipient member user person guardian parent subscriber lead appointment visit event
  encounter flow data widget http ehr emr pm crm parsed merge var param trigger custom value self this list account org
  organization profile property attribute context record payload body input output response request message item object
  row entity model global system campaign schedule booking paciente cita cliente contacto record get the your my our
  x p c d obj src source cf_contact fhir resource entry subject participant actor individual`.split(/\s+/)

/** Whole remainders that are fine though a word in them is not. */
export const fieldExceptions: ReadonlyArray<string> = `
date of service
date of visit
date of last visit
date of last service
service date
service start date
service end date
last service date
last visit
last seen
last seen date
last seen on
previous visit
next visit
ultima visita
proxima visita
service location
service location name
service location address
service provider
service provider name
service center
service center name
service area
customer service
customer service phone
customer service number
customer service email
customer service phone number
treatment provider name
treating provider name
treating provider
treatment provider
therapy provider name
therapist
therapist name
therapist first name
therapist last name
therapist full name
provider title
provider credential
doctor title
doctor credential
check in instruction url
check in instruction link
check in detail url
check in detail link
check in url
check in link
check in time
arrival instruction url
arrival instruction link
parking instruction
parking instruction url
parking instruction link
parking detail
parking detail url
parking detail link
direction
pharmacy name
pharmacy phone
pharmacy phone number
test mode
test message
age group url
service hour
service phone
service phone number
service email
program name url
follow up date
follow up time
follow up date time
follow up link
follow up url
`
  .trim()
  .split('\n')

/** A single word of these anywhere makes the value clinical or possibly clinical. */
export const clinicalFieldWords: ReadonlyArray<string> =
  `diagnosis diagnose diagnostic condition symptom problem icd icd9 icd10 cpt cdt hcpcs snomed loinc ndc drg procedure
  surgery surgical operation treatment therapy therapeutic service reason motivo motive complaint purpose indication
  test lab laboratory result exam examination evaluation assessment imaging scan radiology xray mri ultrasound
  medication medicine drug prescription prescribed dose dosage dosing refill frequency since specialty focus department
  program instruction aftercare prep preparation discharge summary allergy immunization vaccine vaccination shot
  injection device equipment implant prosthesis aligner appliance tooth teeth quadrant pregnancy pregnant gestation
  gestational trimester edd lmp obstetric clinical chart_note hpi soap vital weight height bmi bp pulse temperature
  history disease disorder illness injury accident wound pain severity acuity stage grade triage urgency modality
  order_name order_type order_description specimen sample biopsy pathology finding impression prognosis referral_reason screening checkup recall_type
  hygiene cleaning restoration crown filling extraction lens eyewear glasses contact_lens hearing lash botox filler
  syringe unit_count laser session_type visit_type appointment_type class_type provider_type doctor_type clinic_type
  care_plan careplan treatment_plan regimen protocol infusion dialysis transplant chemo radiation oncology cancer
  diabetes diabetic hiv std sti hepatitis covid a1c glucose cholesterol phq9 gad7 phq gad substance alcohol tobacco
  smoking smoker vape mental behavioral behavioural psychiatric suicide risk fall_risk gap caregap hedis hcc registry
  measure quality_measure outcome sexual orientation contraception fertility cycle menstrual breastfeeding newborn
  ward bed med meds diet nutrition blood urine stool orders order_set orderset workup consult_type
  procedimiento diagnostico tratamiento servicio especialidad medicamento medicina motivo_consulta examen prueba
  resultado cirugia terapia receta vacuna enfermedad sintoma estudio analisis dosis embarazo departamento razon
  padecimiento alergia consulta_tipo tipo_cita tipo_consulta tipo_servicio`
    .split(/\s+/)
    .map((word) => word.replace(/_/g, ' '))

/** Next to appointment, visit, recall, session, event, encounter, provider … these name the kind of care. */
export const kindWords: ReadonlyArray<string> = 'type kind category class tipo subtype code label'.split(' ')
export const kindOwners: ReadonlyArray<string> =
  'appointment visit recall session event encounter booking provider doctor clinic cita consulta consult consultation slot schedule meeting practitioner care'.split(
    ' ',
  )

export const identifierFieldWords: ReadonlyArray<string> = `
dob
birth
birthday
birthdate
born
nacimiento
cumpleanos
age
edad
ssn
social security
seguro social
mrn
chart
chart number
record
medical number
medical id
medical record
health record
empi
mpi
member id
member number
policy
group number
group id
subscriber id
subscriber number
beneficiary
insurance
insurer
insured
aseguradora
seguro
payer
payor
carrier
medicare
medicaid
plan
claim
eligibility
authorization number
gender
genero
sex
sexo
pronoun
race
raza
ethnicity
etnia
religion
nationality
citizenship
immigration
veteran
marital
marital status
denial
photo
picture
image
avatar
headshot
ip
ip address
license
licence
passport
driver license
drivers license
fingerprint
biometric
vehicle
vin
serial
account number
account id
account no
deceased
death
spouse
next of kin
emergency contact
employer
occupation
income
`
  .trim()
  .split('\n')

export const financialFieldWords: ReadonlyArray<string> = `
amount
balance
bill
billing
invoice
due
copay
coinsurance
deductible
price
cost
fee
charge
total
subtotal
tax
paid
payment
refund
statement
monto
saldo
precio
factura
pago
deuda
booking id
booking number
booking reference
booking code
appointment id
appointment number
appointment code
order id
order number
reference number
reference id
reference code
confirmation number
confirmation code
confirmation id
ticket number
ticket id
transaction id
transaction number
visit number
visit id
encounter id
encounter number
rating
score
star
nps
stars
point
discount
coupon
promo
promo code
promotion
offer
reward
credit
loyalty
`
  .trim()
  .split('\n')
