/** Specialties, departments and roles; on a visit or a clinician they fail, in a sender's name they warn. One a line. */
export const specialties = `
pediatra
ortodoncista
periodoncista
endodoncista
podologo
podologa
hygienist
dental hygienist
lactation consultant
home health
hospitalist
bariatrician
perinatologist
perinatology
picu
icu
labor and delivery
infusion center
infusion suite
sleep lab
sleep center
travel medicine
occupational medicine
speech therapist
physiatrist
physiatry
prosthetist
orthotist
toxicology
embryologist
neonatologist
immunologist
vascular surgeon
oral surgeon
maxillofacial
retina specialist
cornea specialist
foot doctor
heart doctor
skin doctor
eye doctor
cancer doctor
bone doctor
baby doctor
lung doctor
kidney doctor
brain doctor
fertility doctor
pain doctor
allergy doctor
diabetes doctor
diabetes educator
weight doctor
mens health
doctor del corazon
doctor de la piel
medico del corazon
nefrologo
nefrologia
neumologo
neumologia
endocrinologo
endocrinologia
gastroenterologo
gastroenterologia
reumatologo
reumatologia
traumatologo
traumatologia
ortopedista
ortopedia
oftalmologo
oftalmologia
otorrino
otorrinolaringologo
alergologo
hematologo
infectologo
geriatra
fisiatra
psiquiatria
psicologia
urologia
neurologia
dermatologia
ginecologia
obstetricia
pediatria
cardiology
cardiologist
cardiac
heart
vascular
dermatology
dermatologist
derm
orthopedics
orthopaedics
orthopedic
orthopaedic
orthopedist
ortho
spine
sports medicine
rheumatology
rheumatologist
endocrinology
endocrinologist
endocrine
diabetes
gastroenterology
gastroenterologist
gastro
gi
digestive
digestive health
hepatology
hepatologist
nephrology
nephrologist
kidney
neurology
neurologist
neuro
neurosurgery
neurosurgeon
headache
oncology
oncologist
cancer
hematology
hematologist
haematology
pulmonology
pulmonologist
pulmonary
respiratory
sleep medicine
sleep
allergy
allergist
immunology
infectious disease
infectious diseases
urology
urologist
urogynecology
proctology
proctologist
colorectal
bariatric
bariatrics
weight loss
weight management
plastic surgery
plastic surgeon
cosmetic
cosmetic surgery
aesthetic
aesthetics
aesthetician
esthetician
medspa
ent
otolaryngology
otolaryngologist
ear nose and throat
audiology
audiologist
hearing
ophthalmology
ophthalmologist
retina
eye
podiatry
podiatrist
foot and ankle
foot
chiropractic
chiropractor
acupuncture
physical therapy
physical therapist
physiotherapy
physiotherapist
occupational therapy
speech pathology
speech pathologist
speech therapy
rehab
rehabilitation
pain
pain management
pain clinic
pain medicine
pain specialist
anesthesiology
anesthesiologist
radiology
radiologist
nuclear medicine
pathology
pathologist
surgery
surgeon
surgical
general surgery
thoracic
trauma
wound care
wound
burn
transplant
dialysis
infusion
geriatrics
geriatric
geriatrician
neonatology
nicu
maternity
maternal
midwifery
obstetrics
obstetrician
obgyn
ob
gyn
gynecology
gynecologist
fertility
reproductive
reproductive medicine
women's health
womens health
men's health
prenatal
breast
breast health
mammography
psychiatry
psychiatrist
psychology
psychologist
behavioral health
behavioural health
mental health
counseling
counselling
counselor
therapy
therapist
psychotherapy
addiction
addiction medicine
substance abuse
recovery
detox
rehab center
genetics
geneticist
hospice
palliative
palliative care
nutrition
nutritionist
dietitian
dietician
dietetics
vein
hair restoration
hiv
sexual health
gender
autism
memory
memory care
stroke
epilepsy
arthritis
asthma
laser
periodontics
endodontics
oral surgery
oral and maxillofacial
prosthodontics
phlebotomy
phlebotomist
sonographer
radiation
emergency department
emergency room
intensive care
critical care
cath lab
chemo
bone and joint
joint
hand surgery
hernia
thyroid
lung
liver
brain
methadone
sober
clinical trials
lipid
lipid clinic
valve clinic
anticoagulation
coumadin
heart failure
structural heart
electrophysiology
electrophysiologist
interventional radiology
movement disorder
movement disorders
ms clinic
als
muscular dystrophy
concussion
concussion clinic
fracture
fracture clinic
joint replacement
total joint
foot clinic
limb preservation
wound healing
lymphedema
ostomy
continence
incontinence clinic
voice clinic
swallowing
cleft
craniofacial
cystic fibrosis
sickle cell
hemophilia
bone health
bone density
osteoporosis
thyroid center
bariatric surgery
metabolic
lipidology
obesity medicine
adolescent medicine
developmental pediatrics
child development
feeding clinic
lactation
breastfeeding
high risk pregnancy
high-risk
mfm
maternal fetal
fetal
menopause
pelvic health
pelvic floor
andrology
male fertility
reproductive endocrinology
ivf
genetic counseling
std
sti
sexual medicine
infusion nurse
infusion therapy
chemo nurse
breast center
breast surgeon
colorectal surgeon
heart surgeon
spine surgeon
hand surgeon
foot surgeon
knee surgeon
eye surgeon
bariatric surgeon
trauma surgeon
transplant team
kidney team
stroke team
diabetes nurse
wound nurse
ostomy nurse
pain nurse
psych nurse
addiction nurse
cancer nurse
oncology nurse
cardiac nurse
asthma nurse
midwife
wound specialist
fertility nurse
nurse midwife
pm&r
hydrotherapy
orthotics and prosthetics
sleep doctor
memory clinic
lung nodule
tb clinic
travel clinic
refugee health
hiv clinic
methadone clinic
detox unit
psych unit
behavioral unit
rehab unit
endoscopy
endoscopy suite
gi lab
dialysis unit
burn center
hyperbaric
periodontist
endodontist
prosthodontist
pediatric dentist
`
/** In a name these say what the practice is for and need no repair. */
export const neutralPracticeWords = `
family
primary care
internal medicine
general practice
pediatrics
pediatric
paediatrics
paediatric
dental
dentistry
dentist
smiles
smile
orthodontics
kids
children's
childrens
urgent care
walk-in
community health
imaging
wellness
`
/** In a sender's name these may identify a patient of a substance-use programme (42 CFR Part 2). */
export const substanceUseSenders = `
recovery
detox
detoxification
sober
sobriety
methadone
suboxone
addiction
addictions
substance
alcohol
rehab center
rehab centre
drug
opioid
narcotics
`
/** The noun that closes a practice's name. */
export const practiceNouns = `
clinic
clinics
clinica
clinique
klinik
praxis
cabinet
center
centre
centro
centers
office
offices
practice
practices
hospital
hospitals
health
healthcare
medical
medicine
medicina
associates
partners
group
care
family
dental
dentistry
dentist
dentists
orthodontics
smiles
pediatrics
paediatrics
pediatria
imaging
radiology
lab
labs
laboratory
diagnostics
spa
medspa
aesthetics
dermatology
orthopedics
orthopaedics
cardiology
oncology
neurology
urology
gynecology
obgyn
fertility
psychiatry
psychology
counseling
therapy
therapies
wellness
physicians
doctors
surgery
surgeons
specialists
institute
university
system
systems
vision
optical
eyecare
eye
hearing
audiology
podiatry
chiropractic
physio
physiotherapy
rehab
rehabilitation
recovery
detox
behavioral
acupuncture
pharmacy
network
services
solutions
clinicians
consultorio
hospice
laser
endoscopy
pain
plaza
sonrisas
sonrisa
salud
team
llc
pllc
pc
inc
md
dds
dmd
`
/** Nouns that only a place or a firm bears: what makes a capitalised run after "your" a practice's name. */
export const facilityNouns = `clinic clinics clinica clinique center centre centro centers office practice hospital associates partners institute
university plaza consultorio physicians llc pllc inc health healthcare medical family dental pediatrics`
