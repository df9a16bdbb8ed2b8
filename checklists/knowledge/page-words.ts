/** Page classes of the command line contract. */
export type PageClass =
  | 'booking'
  | 'portal-login'
  | 'condition'
  | 'intake'
  | 'payment'
  | 'provider'
  | 'contact'
  | 'privacy-policy'
  | 'home'
  | 'other'

/**
 * Words that vote for a class, English and Spanish, matched on text without accents in lower case. `strong` words name
 * the page's purpose; `weak` ones merely go with it.
 */
export const pageWords: Readonly<Record<Exclude<PageClass, 'home'>, { strong: RegExp; weak: RegExp }>> = {
  booking: {
    strong:
      /\b(book(ing)?s?( (online|now|a|an|your|my)\b.*)?|appointments?|schedul(e|ing)( (online|now|a|an|your|my))?|reserv(e|ation)s?|request a (visit|time)|pick a time|citas?|agendar?|reservar?|turnos?|programar (una )?(cita|visita)|walk[ -]?in check[ -]?in|save my spot)\b/,
    weak: /\b(slots?|availability|available times?|visit type|virtual visit|telehealth|video visit|disponibilidad|horario de citas|consultation|consulta)\b/,
  },
  intake: {
    strong:
      /\b(intake|new patient (forms?|packet|registration|paperwork|questionnaire)|patient (forms?|registration|questionnaire|history)|medical history|health (history|questionnaire|assessment|screening)|symptom (checker|quiz|assessment)|self[ -]?(assessment|test|screening|check)|screening tool|refills?|prescription (renewal|request)|referral (form|request)|refer (a|your) patient|(medical |health )?records? (request|release)|release of (records|information)|insurance (verification|information|form|check)|verify (your )?(insurance|benefits)|check[ -]?in|pre[ -]?registration|consent form|formularios? (del|de|para) (nuevos? )?pacientes?|nuevos? pacientes?|historia(l)? (clinic[oa]|medic[oa])|resurtido|renovacion de receta|verificar seguro|solicitud de (expediente|registros)|cuestionario|evaluacion de sintomas)\b/,
    weak: /\b(forms?|quiz|questionnaire|new patients?|insurance|allergies|medications|pharmacy|seguro( medico)?|alergias|medicamentos|eligib\w+|pre[ -]?visit|paperwork|triage)\b/,
  },
  'portal-login': {
    strong:
      /\b(log ?in|sign ?in|log ?on|my ?chart|patient (portal|login|gateway)|portal (login|access)|create (an |your )?account|sign ?up|register (for|an) (the )?(portal|account)|(re)?set (your )?password|forgot (your )?(password|username)|iniciar sesion|inicio de sesion|acceso (de|para) pacientes|portal (del|de|para) pacientes?|crear (una )?cuenta|ingresar|contrasena)\b/,
    weak: /\b(portal|account|secure|username|password|registro|enroll|two[ -]?factor|verification code|cuenta)\b/,
  },
  payment: {
    strong:
      /\b(pay (my |your |a |online|bill|now|here)?\s?(bill|balance|invoice|statement|online|now)?|bill ?pay|payments?|make a payment|pagar( (su|mi|una))?( (factura|cuenta|saldo))?|pagos?|checkout|quick ?pay|donat(e|ion)s?|deposit payment)\b/,
    weak: /\b(billing|invoices?|statements?|balance due|financ(ing|ial)|card|factura(cion)?|saldo)\b/,
  },
  condition: {
    strong:
      /\b(conditions?|symptoms? (of|and)|diagnos(is|es|tic)|treatments?|therap(y|ies)|surger(y|ies)|disorders?|diseases?|syndrome|procedures?|medications? guide|vaccin(e|es|ation)|screening for|care for|signs of|what is|understanding|living with|managing|causes|implants?|enfermedad(es)?|tratamientos?|sintomas|cirugia|trastornos?|terapias?|vacunas?|que es)\b/,
    weak: /\b(services?|special(ty|ties)|departments?|clinic for|relief|recovery|care|health topics|library|servicios|especialidad(es)?|departamento|salud|programs?)\b/,
  },
  provider: {
    strong:
      /\b((find|choose|search for|meet|our|the) (a |an |our |the |your )*(doctors?|providers?|physicians?|dentists?|team|specialists?|therapists?|surgeons?|staff|clinicians?|nurses?|midwi(fe|ves))|doctors?|providers?|physicians?|dentists?|find care|dra?\.? [a-z]+|(md|dds|dmd|dpm|fnp|aprn|pa c|lcsw|dpt|crna|cnm)$|(encuentre|buscar|nuestros|nuestro|conozca) .*(medicos?|doctor(es)?|equipo|proveedor(es)?|dentistas?|especialistas?)|medicos?|doctor(es|a|as)?|directory)\b/,
    weak: /\b(team|staff|bio(graphy)?|profile|board[ -]certified|credentials|education and training|faculty|equipo|personal medico|people)\b/,
  },
  contact: {
    strong:
      /\b(contact( us)?|get in touch|reach (us|out)|ask (us )?a question|send (us )?a message|write to us|feedback|contacto|contactenos|contactar|escribanos|envienos|comments and suggestions|talk to us|message us|inquir(y|ies)|enquir(y|ies))\b/,
    weak: /\b(phone|email|directions|address|questions?|help|support|callback|telefono|direccion|ayuda)\b/,
  },
  'privacy-policy': {
    strong:
      /\b(privacy( (policy|notice|practices|statement|center|rights))?|notice of privacy practices|npp|hipaa( (notice|privacy|policy))?|cookie (policy|notice)|data protection|politica de (privacidad|cookies)|aviso de (privacidad|practicas de privacidad)|privacidad|web privacy|online privacy)\b/,
    weak: /\b(policy|legal|terms|your rights|california|cookies?|politica|derechos)\b/,
  },
  other: {
    strong:
      /\b(careers?|jobs?|employment|work (with|for) us|vacanc(y|ies)|openings|apply|blog|news(room|letter)?|press|media|events?|classes|calendar|locations?|hours|directions|parking|visitors?|visiting|gift shop|about( us)?|our (story|mission|history)|mission|history|faqs?|frequently asked questions|testimonials?|reviews?|gallery|photos|sitemap|terms( (of (use|service)|and conditions))?|accessibility( statement)?|nondiscrimination|volunteer(ing)?|foundation|price transparency|accepted insurances?|insurance(s)? (we accept|accepted|plans)|plans accepted|cafeteria|unsubscribe|survey|thank you|gracias|empleos?|trabaje|carreras|noticias|ubicacion(es)?|horarios?|nosotros|quienes somos|preguntas frecuentes|testimonios|eventos|galeria|search results|research|education|residency|store|shop)\b/,
    weak: /\b(welcome|community|resources|articles?|updates?|archive|category|tags?|recursos|comunidad)\b/,
  },
}

/** Word endings and roots of medicine: they mark conditions, procedures and service lines never listed by name. */
export const medicalWord =
  /\b(\w{2,}(itis|osis|emia|aemia|oma|omas|ectomy|otomy|ostomy|plasty|plasties|algia|pathy|pathies|plegia|rrhea|rrhoea|scopy|centesis|desis|trophy|phobia|penia|uria|iasis|lysis|ology|iatry|iatrics|dontics|dontia|grafia|patia|ectomia|plastia|ologia|iatria|dialysis|gram|graphy)|(cardi|derm|gastr|neur|ortho|pedi|onc|gyne|urolog|endocrin|pulmon|ophthal|rheumat|hepat|nephr|psych|hemat|radiol|osteo|arthr|spin)\w{3,}|asthma|diabet\w+|cancers?|tumou?rs?|migraines?|headaches?|acne|eczema|allerg\w+|depress\w+|anxiety|adhd|autism|ptsd|bipolar|ocd|insomnia|apnea|copd|gerd|ibs|crohn\w*|lupus|hiv|aids|std|sti|herpes|hpv|covid|flu|influenza|pneumonia|strokes?|heart (attack|failure|disease)|high blood pressure|cholesterol|obesity|weight loss|thyroid|pregnan\w+|fertility|ivf|menopause|prenatal|postpartum|contracepti\w+|iud|abortion|pcos|endometri\w+|prostate|kidney|liver|gallbladder|hernia|appendix|ulcers?|reflux|constipation|incontinence|cataracts?|glaucoma|lasik|retina\w*|macular|hearing loss|tinnitus|vertigo|sinus\w*|tonsil\w*|snoring|cavit(y|ies)|fillings?|crowns?|root canals?|dentures?|veneers?|braces|invisalign|whitening|wisdom teeth|gum disease|implants?|botox|fillers?|(knee|hip|shoulder|ankle|wrist|elbow|neck|back|joint|foot|chest|jaw|pelvic)[ -](pain|replacement|injur\w+|surgery|repair)|sciatica|scoliosis|herniated|bunions?|sprains?|fractures?|concussion\w*|sports (medicine|injur\w+)|physical therapy|rehab\w*|addiction|opioid\w*|suboxone|methadone|alcohol\w*|substance (use|abuse)|detox|mental health|counsel\w+|eating disorders?|dementia|alzheimer\w*|parkinson\w*|epilep\w+|seizures?|multiple sclerosis|mammogra\w+|mri|ct scans?|ultrasound|x[ -]?rays?|biops\w+|chemotherapy|radiation|transplants?|immuni[sz]ation\w*|vaccin\w+|wound care|hospice|varicose|warts?|moles?|rash(es)?|psoriasis|rosacea|hair loss|menstrua\w+|pap smear|vasectomy|erectile|testosterone|infusion|urgent care|colon|embarazo|cancer de \w+|presion arterial|dolor (de|en) \w+|depresion|ansiedad|asma|rodilla|corazon|azucar|rinon\w*|higado|tiroides|alergias|migranas?|caries|ortodoncia|implantes dentales)\b/

/** What the fields of a form ask for; matched on name, label and autocomplete without accents in lower case. */
export const fieldWords = {
  password: /\b(password|passcode|pin code|contrasena|clave)\b/,
  card: /\b(card ?(number|no|num|nbr)|cc[ -]?(number|exp|csc|num|no)|name on card|credit ?card|debit ?card|cvv2?|cvc2?|csc|security code|expir(y|ation)( date)?|routing number|numero de (la )?tarjeta|tarjeta)\b/,
  bill: /\b(statement (number|no|id)|invoice (number|no)|account (number|no)|bill(ing)? (number|code|id)|guarantor\w*|amount( due| to pay)?|payment amount|balance|pay ?code|monto|importe|numero de (cuenta|factura))\b/,
  insurance:
    /\b(insurance( (company|carrier|plan|provider|id|card|name|member))?|insurer|carrier|payer|member ?(id|number|no)|ins(urance)? ?(id|no|num|co)|subscriber( id)?|policy ?(holder|number)|group ?(number|no|id)|medicaid|medicare( number)?|seguro|aseguradora|poliza|numero de miembro)\b/,
  history:
    /\b(allerg\w+|medications?( list)?|current meds?|medical history|past surgeries|surgical history|family history|conditions?|diagnos\w+|symptoms?|pain (level|scale)|health concerns?|pregnan\w+|smok\w+|alcohol( use)?|height|weight|blood (type|pressure)|last (menstrual|physical)|vaccin\w+|immuni[sz]\w+|primary care (doctor|physician)|emergency contact|ssn|social security|alergias|medicamentos|sintomas|antecedentes|historial|cirugias|how often have you|over the last (two|2) weeks|phq|gad)\b/,
  refill:
    /\b(prescription|rx( ?(number|no))?|pharmac\w+|refill\w*|dosage|drug name|receta|farmacia|resurtido|referr\w+|records? (requested|type|to release)|release (to|records)|date(s)? of service|recipient of records|fax records|patient being referred|npi|expediente|referido)\b/,
  slot: /\b((preferred|desired|requested|appointment|appt|visit|arrival|alternate|best|second choice)[ -]?(date|day|time|slot|location|appointment)\w*|time ?slots?|appointment (type|date|time|reason)|available times?|choose a (time|day)|day of (the )?week|morning|afternoon|am or pm|fecha (preferida|de la cita|deseada)|hora( preferida| de la cita)?|dia preferido|cita|turno)\b/,
  visitReason:
    /\b(reason (for|of)( your| the)?( visit| appointment| call)?|visit reason|chief complaint|purpose of( your)? visit|type of (visit|appointment|service)|what brings you|service (needed|requested|type)|motivo( de la (consulta|visita|cita))?|tipo de (cita|visita|consulta)|visit type|appointment type)\b/,
  patientKind:
    /\b(new (or|vs) (existing|returning)|(new|existing|returning|established) patients?|are you a (new|current|returning|existing)( patient)?|patient (type|status)|have you (been|visited)|paciente nuevo|es paciente)\b/,
  providerChoice:
    /\b(provider|doctor|physician|dentist|clinician|therapist|medico|proveedor|especialista|location|office|clinic|sucursal)\b/,
  birth: /\b(dob|d\.o\.b|bday|birth ?(date|day)|date of birth|fecha de nacimiento|nacimiento|birth year)\b/,
  message:
    /\b(messages?|msg|comments?|questions?|inquiry|enquiry|how can we help|details|notes?|your (message|question|comment)|feedback|mensaje|comentarios?|pregunta|consulta|tell us|describe|reason)\b/,
  search:
    /\b(search|find|keyword|query|zip|city|near|specialty|specialit\w+|distance|radius|buscar|especialidad|codigo postal|language spoken|gender preference|accepting)\b/,
  person:
    /\b(e-?mail|correo|phone|tel(ephone)?|mobile|cell|telefono|celular|(full|first|last|patient|your|given|family)[ -]?name|name|nombre|apellidos?)\b/,
  job: /\b(resume|cv|cover letter|curriculum|position( applied)?|salary|work authorization|years of experience|linkedin|desired (role|position)|license number|availability to start|volunteer\w*|hoja de vida|puesto)\b/,
  newsletter: /\b(subscribe|newsletter|sign up for|suscrib\w+|boletin)\b/,
  event:
    /\b(number of (guests|attendees|seats)|attendees?|session|class (date|name)|event|guests?|tickets?|t[ -]?shirt)\b/,
  rating: /\b(rating|stars?|rate (us|your)|recommend|satisf\w+|score|nps|review|overall experience|calificacion)\b/,
  donation: /\b(donat\w+|gift amount|tribute|in (honor|memory) of|donor|donacion)\b/,
} as const

/** A degree after a comma, in capitals as people write it: "Maria Lopez, MD". */
export const degree =
  /,\s*(M\.?D|D\.?O|D\.?D\.?S|D\.?M\.?D|D\.?P\.?M|O\.?D|Ph\.?D|Psy\.?D|PA-C|NP|FNP|DNP|APRN|CRNA|LCSW|LMFT|RN|CNM|DPT|DC|FACS|FAAP)\b/

/** JSON-LD types that vote. */
export const jsonLdClass: Readonly<Record<string, PageClass>> = {
  MedicalCondition: 'condition',
  MedicalProcedure: 'condition',
  MedicalTherapy: 'condition',
  MedicalTest: 'condition',
  MedicalSymptom: 'condition',
  MedicalSignOrSymptom: 'condition',
  MedicalWebPage: 'condition',
  SurgicalProcedure: 'condition',
  TherapeuticProcedure: 'condition',
  Drug: 'condition',
  Physician: 'provider',
  IndividualPhysician: 'provider',
  ContactPage: 'contact',
  ReserveAction: 'booking',
  Schedule: 'booking',
  PayAction: 'payment',
  Invoice: 'payment',
  JobPosting: 'other',
  AboutPage: 'other',
  FAQPage: 'other',
  NewsArticle: 'other',
  Blog: 'other',
  Event: 'other',
  WebSite: 'home',
}
