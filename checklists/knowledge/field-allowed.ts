/**
 * The closed allow-list of field names (minimum necessary, 45 CFR 164.502(b)): what is not made of these words is
 * never passed. Words are folded and in the singular.
 */

const words = (text: string): ReadonlyArray<string> => text.trim().split(/\s+/)

export const allowedFields = {
  /** What may stand before a name. */
  nameQualifiers: words(
    'first last full middle preferred given family nick legal display formal short primary main maiden second paternal materno paterno primer segundo completo informal casual',
  ),
  patientNames: words(
    'name first last nombre apellido surname nickname initial title salutation prefix suffix greeting honorific saludo',
  ),
  contacts: words(
    'phone mobile cell number email mail address telephone to from telefono correo movil celular electronico fax sms recipient',
  ),
  contactQualifiers: words(
    'home work wireless landline cellular night sms voice mobile cell primary main office preferred contact best callback call back text direct local toll free support day evening secondary alternate formatted e164 international front desk reply my our de numero',
  ),
  times: words(
    'date time day month year weekday hour minute fecha hora dia mes start end eta delay min next available today tomorrow when datetime timestamp moment cuando inicio fin',
  ),
  timeQualifiers: words(
    'str string formatted format local new old next last previous prior upcoming scheduled original start end begin preferred requested current recent visit appointment session check in arrival arrive arriving on of and at the a long short full display time date day timezone zone tz from to iso utc name proxima ultima visita cita de la del y abbr abbreviated ordinal service completed complete rescheduled reschedule confirmed booked',
  ),
  queue: ['token number', 'turn number', 'queue number', 'queue position', 'token', 'turn', 'turno', 'numero turno'],
  providers: words(
    'provider doctor practitioner physician dentist therapist clinician nurse staff owner hygienist caregiver coordinator medico proveedor doctora dentista enfermera agent sender assistant rep representative receptionist manager associate teammate host organizer assignee professional profesional',
  ),
  providerQualifiers: words(
    'primary main treating attending assigned preferred new your care healthcare health rendering seen by with scheduled office team member signature service lead on last next visit appointment usual',
  ),
  providerParts: words(
    'name title credential prefix suffix salutation nombre apellido signature initial first last full display preferred formal short',
  ),
  practices: words(
    'practice clinic hospital business company office facility site spa medspa location organization franchisee franchise brand agency branch center clinica consultorio empresa lugar store shop place venue salon sucursal sender account',
  ),
  practiceParts: words(
    'name address address1 address2 line 1 2 street city state zip postal postcode code country phone number fax url website link hour email map direction logo signature full display short legal trade public friendly main front desk nombre direccion telefono ciudad contact details detail formatted of operation our the and text sms reply group team brand dba support postal mailing physical id_name',
  ),
  practiceAlone: [
    'account name',
    'address',
    'full address',
    'street address',
    'postal address',
    'mailing address',
    'physical address',
    'address line 1',
    'address line 2',
    'website',
    'website url',
    'hour',
    'hour of operation',
    'business hour',
    'direccion',
    'reply to',
    'signature',
    'logo',
    'logo url',
    'map',
    'map url',
    'map link',
    'parking',
  ],
  linkEnds: words('link url uri href enlace liga hyperlink shortlink weblink'),
  linkWords: words(
    'short tiny review survey feedback google facebook yelp healthgrade vitals zocdoc trustpilot booking book schedule scheduling reschedule rescheduling cancel cancellation confirm confirmation form intake check in checkin upload portal visit video telehealth virtual meeting meet zoom join call private payment pay recall map direction website web site home homepage landing unsubscribe unsub optout opt out preference preferencia profile page tracking login sign calendar ics add apple rating nps secure public direct office online appointment appt registration register document magic access view browser webversion version manage management update subscription email list one click social instagram twitter linkedin tiktok youtube download app store patient client contact practice clinic company business location platform site bitly smart dynamic custom_review resena encuesta cita pago career job news event blog faq help policy menu coverage privacy term formulario satisfaction experience testimonial share referral_none raw asm group global reputation reply waitlist arrival directions parking privacy policy term condition_none hipaa_notice privacy_notice chat message support help faq account password reset verification verify self paperwork packet onboarding welcome invite invitation the a my our your this to for of and with personal personalized unique full new_patient new leave us write',
  ),
  systems: [
    'unsubscribe',
    'unsub',
    'email unsub',
    'unsubscribe raw',
    'asm group unsubscribe raw',
    'asm preference raw',
    'optout',
    'opt out',
    'opt out text',
    'optout text',
    'opt out instruction',
    'optout instruction',
    'opt out message',
    'stop text',
    'stop message',
    'preference',
    'preference center',
    'manage preference',
    'subscription preference',
    'update preference',
    'list address',
    'list address html',
    'list company',
    'list unsubscribe',
    'message id',
    'token',
    'current year',
    'year',
    'current date',
    'view in browser',
    'webversion',
    'archive',
    'forward',
    'update profile',
    'subject',
    'preheader',
    'baja',
    'cancelar suscripcion',
  ],
} as const
