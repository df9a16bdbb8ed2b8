/** Word lists of the bench, written apart from the lexicon and importing nothing from it. */

const list = (text: string): Array<string> =>
  text
    .trim()
    .split(/\s*[\n,]\s*/)
    .filter((word) => word !== '')

/** Nouns that stand after "your": procedures, tests, conditions, devices, drugs, over all specialties. */
export const clinicalNouns = list(`
colonoscopy, upper GI endoscopy, hemorrhoid banding, gallbladder surgery, liver biopsy, fibroscan, hepatitis C treatment, H. pylori breath test,
esophageal manometry, capsule endoscopy, cardiac stress test, heart catheterization, echocardiogram, Holter monitor, pacemaker check, atrial fibrillation ablation,
stent placement, cholesterol panel, blood pressure check, cardioversion, carotid ultrasound, loop recorder implant, varicose vein treatment, EKG,
knee MRI, shoulder surgery, hip replacement, ACL repair, carpal tunnel release, cortisone injection, spinal fusion, ankle fracture, rotator cuff repair, bunion surgery,
bone density scan, wrist X-ray, meniscus tear, trigger finger injection, plantar fasciitis, back surgery, cast removal, sprained ankle, tennis elbow, epidural steroid injection,
mole removal, acne treatment, Mohs surgery, psoriasis, eczema flare, skin biopsy, wart removal, rosacea, laser hair removal, melanoma screening, chemical peel, Botox,
lip filler, microneedling, CoolSculpting, tattoo removal, Juvederm, Dysport, hair transplant,
root canal, dental implant, wisdom teeth extraction, crown, filling, teeth whitening, Invisalign, braces, night guard, gum graft, veneers, dentures, deep cleaning, fluoride varnish, retainer,
dental X-rays, bridge, oral surgery, sealants, tooth extraction,
prenatal visit, ultrasound, Pap smear, IUD insertion, C-section, mammogram, hysterectomy, pregnancy test, glucose tolerance test, birth control refill, colposcopy, Nexplanon removal,
amniocentesis, postpartum check, menopause consult, endometriosis surgery, breast biopsy, HPV vaccine, LEEP procedure, tubal ligation, lactation consult, fibroid embolization,
embryo transfer, egg retrieval, IVF cycle, semen analysis, IUI, fertility consult, ovulation induction, hysterosalpingogram, sperm freezing,
therapy session, counseling session, psychiatric evaluation, depression screening, ketamine infusion, TMS treatment, EMDR session, ADHD evaluation, anxiety medication, couples therapy,
bipolar medication, PTSD group, grief counseling, anger management class, eating disorder program, psychotherapy, CBT session, autism assessment, Lexapro refill, medication management,
methadone dose, Suboxone refill, detox program, recovery meeting, naltrexone shot, Vivitrol injection, relapse prevention group, sobriety check-in, addiction counseling, substance use assessment,
chemo, chemotherapy, radiation therapy, PET scan, tumor removal, port placement, immunotherapy infusion, lymph node biopsy, mastectomy, prostate cancer follow-up, leukemia treatment, oncology consult,
tonsillectomy, sinus surgery, hearing test, ear tubes, allergy shots, septoplasty, sleep study, CPAP fitting, tinnitus, cochlear implant, nasal endoscopy, vertigo, thyroid biopsy,
cataract surgery, LASIK, glaucoma check, eye exam, contact lens fitting, retina injection, dry eye treatment, visual field test, corneal transplant, diabetic eye exam,
well-child vaccines, flu shot, measles vaccine, ear infection, strep test, croup, sports injury, asthma action plan, MMR booster, lead test, newborn screening, circumcision,
physical therapy, dry needling, chiropractic adjustment, spinal decompression, acupuncture, cupping therapy, gait training, aquatic therapy, massage therapy, pelvic floor therapy, hand therapy,
vasectomy, prostate exam, kidney stone surgery, cystoscopy, testosterone therapy, urodynamic testing, UTI, PSA test, bladder Botox, dialysis, kidney transplant evaluation,
A1C, blood draw, urine test, STD test, HIV test, COVID test, drug screen, lipid panel, thyroid labs, pathology report, genetic testing, TB skin test, stool test, biopsy,
CT scan, DEXA scan, bone scan, barium swallow, nuclear stress test, angiogram, fluoroscopy, MRI, X-ray, echo,
hearing aids, insulin pump, nebulizer, wheelchair, knee brace, glucose monitor, orthotics, prosthetic leg, walker boot, TENS unit, compression stockings, CPAP mask, oxygen concentrator, breast pump,
Ozempic, Humira injection, metformin, Wegovy, Adderall, amoxicillin, lisinopril, prednisone taper, Eliquis, Zoloft, Mounjaro, gabapentin, albuterol inhaler, Xanax, statin, insulin, Accutane, Dupixent, Keytruda infusion,
sertraline, atorvastatin, omeprazole, semaglutide, hydroxychloroquine, Prolia shot, Xolair, Botox injection, warfarin, levothyroxine, tirzepatide, Stelara, methotrexate, Depo shot, EpiPen,
diabetes, hypertension, migraine, arthritis, depression, anemia, sciatica, shingles, pneumonia, Crohn's disease, lupus, epilepsy, COPD, osteoporosis, heart failure, fibromyalgia, gout, hernia,
wound care, stitches, hernia repair, gastric bypass, lap band adjustment, skin graft, appendectomy, weight loss surgery, liposuction, breast augmentation, tummy tuck, rhinoplasty, facelift, blood transfusion, iron infusion,
hormone pellets, B12 shot, IV drip, vitamin infusion, PRP injection, sclerotherapy, hyperbaric session, nerve block, lumbar puncture, EEG, EMG, nerve conduction study, Botox for migraines, concussion test, spinal tap,
biopsy results, MRI results, STI panel, pregnancy, miscarriage follow-up, cancer screening, infusion, injection, surgery, vaccine, booster, allergy test, rash, fever, cough, back pain, chest pain, headaches, bronchoscopy, spirometry,
thyroidectomy, cholecystectomy, arthroscopy, laparoscopy, angioplasty, lithotripsy, tympanoplasty, keratoplasty, parotidectomy, orchiectomy, thoracentesis, paracentesis, urethroplasty, gingivectomy, craniotomy, hemodialysis, phlebotomy
`)

/** Words whose spelling slipped, one or two letters. */
export const misspelt = list(`
colonscopy, colonoscpy, mamogram, mammagram, biospy, vasectamy, chemotheraphy, ultrasond, diabetis, arthritus, pregnacy, vacine, vaccinne,
sugery, surgary, radiaton, endoscpy, psychatrist, depresion, anxeity, hypertention, migrane, asthama, dermatolgist, injecton, extracton, implannt, antibiotcs, pnuemonia
`)

/** Whole texts that give a procedure or condition away; `{P}` = a practice. */
export const clinicalTexts = `
{P}: please do not eat or drink anything after midnight before you come in. Reply STOP to opt out.
{P}: remember to bring a driver tomorrow, you will be sleepy. Reply STOP to opt out.
{P}: clear liquids only today. See you tomorrow. Reply STOP to opt out.
{P}: avoid sun for 48 hours and keep the area moisturized. Reply STOP to opt out.
{P}: your test came back negative. Call {{phone}}. Reply STOP to opt out.
{P}: good news, the lump was benign. Reply STOP to opt out.
{P}: how is your knee feeling today? {{link}} Reply STOP to opt out.
{P}: how's the shoulder? {{link}} Reply STOP to opt out.
{P}: hope your back is feeling better! {{link}} Reply STOP to opt out.
{P}: is the swelling going down? {{link}} Reply STOP to opt out.
{P}: any nausea since yesterday? {{link}} Reply STOP to opt out.
{P}: congrats on your pregnancy! {{link}} Reply STOP to opt out.
{P}: the stork is coming! Only 8 weeks until baby arrives. {{link}} Reply STOP to opt out.
{P}: time for your 6-month cleaning. {{link}} Reply STOP to opt out.
{P}: you are overdue for a cleaning and exam. {{link}} Reply STOP to opt out.
{P}: it is time for your next shot. {{link}} Reply STOP to opt out.
{P}: your second dose is due {{date}}. Reply STOP to opt out.
{P}: take 2 tablets twice daily with food. Reply STOP to opt out.
{P}: your 20 mg refill is waiting. Reply STOP to opt out.
{P}: your cardiologist Dr. Hart will see you {{date}}. Reply STOP to opt out.
{P}: our oncology team wishes you well. {{link}} Reply STOP to opt out.
{P}: your dermatology appointment is {{date}}. Reply STOP to opt out.
{P}: thanks for visiting our urology department. {{link}} Reply STOP to opt out.
{P}: your neurologist moved your visit to {{time}}. Reply STOP to opt out.
{P}: see you in orthopedics on {{date}}. Reply STOP to opt out.
{P}: your physical therapist asked us to check in. {{link}} Reply STOP to opt out.
{P}: please arrive at the infusion center at {{time}}. Reply STOP to opt out.
{P}: labor and delivery tour is {{date}}. Reply STOP to opt out.
{P}: thanks for coming to the cancer center. {{link}} Reply STOP to opt out.
{P}: your pediatric cardiology visit is {{date}}. Reply STOP to opt out.
{P}: code on file: ICD-10 M54.5. Reply STOP to opt out.
{P}: your visit was coded CPT 45378. Reply STOP to opt out.
{P}: D1110 completed today, thanks! {{link}} Reply STOP to opt out.
{P}: the biopsy went well, rest up! {{link}} Reply STOP to opt out.
{P}: one year sober, congratulations! {{link}} Reply STOP to opt out.
{P}: your sponsor meeting and AA meeting are at {{time}}. Reply STOP to opt out.
{P}: struggling? Call the 988 Lifeline any time. Reply STOP to opt out.
{P}: your psychiatrist sent your form. {{link}} Reply STOP to opt out.
{P}: rate your mood from 1 to 10: {{link}} Reply STOP to opt out.
{P}: how are the hearing aids working out? {{link}} Reply STOP to opt out.
{P}: your contact lenses are in. Reply STOP to opt out.
{P}: keep your stitches dry for 3 days. Reply STOP to opt out.
{P}: change the bandage every day. Reply STOP to opt out.
{P}: rinse with salt water after meals. Reply STOP to opt out.
{P}: do not use a straw for 5 days. Reply STOP to opt out.
{P}: no gum 2 hours before you arrive. Reply STOP to opt out.
{P}: please stop taking aspirin before {{date}}. Reply STOP to opt out.
{P}: fast for 12 hours before your visit. Reply STOP to opt out.
{P}: are you still coughing? {{link}} Reply STOP to opt out.
{P}: hope the fever is gone. {{link}} Reply STOP to opt out.
{P}: did the headaches stop? {{link}} Reply STOP to opt out.
{P}: 5 pounds down, keep going! {{link}} Reply STOP to opt out.
{P}: ready to see without glasses? {{link}} Reply STOP to opt out.
{P}: walk-in hours for flu shots today. Reply STOP to opt out.
{P}: we have Moderna boosters this week. Reply STOP to opt out.
{P}: your blood sugar log is due. {{link}} Reply STOP to opt out.
{P}: please step on your scale and send us your weight. {{link}} Reply STOP to opt out.
{P}: your lab work is ready to schedule. {{link}} Reply STOP to opt out.
{P}: your tumor markers are in. Call {{phone}}. Reply STOP to opt out.
{P}: thank you for choosing us for your joint replacement. {{link}} Reply STOP to opt out.
{P}: your son's ear infection should clear in a week. {{link}} Reply STOP to opt out.
{P}: your mom's dialysis ride is confirmed. Reply STOP to opt out.
{P}: thanks for visiting us! https://p.example/r/colonoscopy-prep Reply STOP to opt out.
{P}: thanks for visiting us! https://p.example/r?utm_campaign=botox-followup Reply STOP to opt out.
{P}: thanks for visiting us! https://p.example/kneereplacement/review Reply STOP to opt out.
{P}: about your D&C today, call {{phone}}. Reply STOP to opt out.
{P}: your PrEP refill is ready. Reply STOP to opt out.
{P}: your gender-affirming care team is here for you. Reply STOP to opt out.
{P}: BRCA results are in. Reply STOP to opt out.
{P}: time to pick up your inhaler. Reply STOP to opt out.
{P}: how is nursing going? Our lactation nurse can help. {{link}} Reply STOP to opt out.
{P}: your baby bump photo day is {{date}}. Reply STOP to opt out.
{P}: your IV is booked for {{time}}; iron infusion takes an hour. Reply STOP to opt out.
{P}: hope life after the big snip is treating you well. {{link}} Reply STOP to opt out.
Hi {{first_name|default:'diabetes patient'}}, thanks for visiting {P}. Reply STOP to opt out.
{P}: {% if reason == 'chemo' %}rest well{% endif %} thanks for coming. Reply STOP to opt out.
`
  .trim()
  .split('\n')

/** Spanish nouns after "su". */
export const spanishNouns = list(`
colonoscopia, mamografía, vacuna, cirugía, radiografía, ultrasonido, examen de sangre, limpieza dental, embarazo, papanicolaou, diabetes, presión arterial, quimioterapia, terapia, inyección,
prueba de VIH, endodoncia, muela del juicio, frenos, resonancia magnética, tomografía, biopsia, diálisis, cesárea, psiquiatra, cardiólogo, dermatóloga, insulina, colesterol, asma, migraña,
vasectomía, corona dental, blanqueamiento dental, examen de la vista, terapia física, depresión, ansiedad, prueba de embarazo, anticonceptivos, dosis de refuerzo, cataratas, antibiótico, hernia, alergia,
rodilla, cadera, operación de vesícula, rehabilitación, consejería, control prenatal
`)

export const spanishTexts = `
{P}: no coma ni beba nada después de medianoche. Responda STOP para no recibir mensajes.
{P}: venga en ayunas mañana. Responda STOP para no recibir mensajes.
{P}: ¿cómo sigue de la tos? {{link}} Responda STOP para no recibir mensajes.
{P}: le toca su limpieza dental. Responda STOP para no recibir mensajes.
{P}: felicidades por su embarazo. Responda STOP para no recibir mensajes.
{P}: su prueba de COVID salió negativa. Responda STOP para no recibir mensajes.
{P}: tome su medicamento dos veces al día. Responda STOP para no recibir mensajes.
{P}: su cita de ginecología es el {{fecha}}. Responda STOP para no recibir mensajes.
{P}: gracias por visitar nuestro departamento de oncología. {{link}} Responda STOP para no recibir mensajes.
{P}: ya puede quitarse los puntos de sutura. Responda STOP para no recibir mensajes.
`
  .trim()
  .split('\n')

export const practices = list(`
Maple Grove Clinic, Harborview Family Practice, Stonebridge Medical Group, Willow Creek Health, Summit Primary Care, Riverside Medical Center, Oak Hill Family Medicine, Lakeshore Physicians,
Bluebonnet Internal Medicine, Cedar Park Clinic, Northgate Health Partners, Prairie View Medical, Coastal Care Associates, Redwood Family Health, Sunrise Pediatrics, Meadowbrook Clinic,
Silver Lake Medical Office, Pinecrest Clinic, Magnolia Family Care, Eastside Community Health, Heart of the Valley Clinic, Crown Point Family Medicine, Hand County Clinic, Back Bay Medical
`)

export const spanishPractices = list(
  `Clínica Maple, Clínica San Marcos, Centro Médico Lakeside, Consultorio Rivera, Clínica Familiar Robles, Centro de Salud Norte`,
)

/** Frames for a clinical noun; `{T}` = the noun, `{P}` = a practice. */
export const failFrames = `
{P}: how was your {T}? {{link}} Reply STOP to opt out.
Hi {{first_name}}, thanks for trusting {P} with your {T}. {{review_link}} Reply STOP to opt out.
{P}: reminder, your {T} is {{date}} at {{time}}. Reply STOP to end texts.
Hi {{first_name}}, it's {P}. We hope your {T} went well. {{link}} Text STOP to opt out.
{P}: quick follow-up on your {T} with {{provider_name}}. {{link}} Reply STOP to opt out.
{P}: please call {{phone}} about your {T}. Reply STOP to opt out.
{P}: we would love your feedback after your {T}: {{link}} STOP to opt out
{P}: it's time to schedule your {T}. {{link}} Reply STOP to unsubscribe.
{P}: {{first_name}}, your {T} is confirmed. Reply STOP to opt out.
`
  .trim()
  .split('\n')

export const spanishFrames = `
{P}: gracias por confiar en nosotros para su {T}. {{link}} Responda STOP para no recibir mensajes.
{P}: le recordamos su {T} el {{fecha}}. Responda ALTO para salir.
Hola {{nombre}}, ¿cómo le fue con su {T}? {P} Responda STOP para cancelar mensajes.
`
  .trim()
  .split('\n')
