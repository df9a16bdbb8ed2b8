/** Words that are clinical only in a care context ("your crown", "after the scan"). One line a word, folded. */
export const contextWords = `
spinal
sangre
placa
presion
bag changes
line changes
wire changes
tubing change
pouch change
baby weight check
partial
partials
reconstruction
traction
cath
carotid
stretching
stretches
strengthening
trays
tray
drip
patch
patches
tube
tubes
line change
wire change
graft
wax
fillers
filler
lift
tuck
pressure
panel
culture
ppd
tb
echo
labs
lab
adjustment
adjustments
shot
shots
jab
jabs
crown
crowns
bridge
filling
fillings
cleaning
cleanings
hygiene visit
scaling
elastics
rubber bands
mole
moles
lump
cast
brace
sling
discharge
prep
pt
ot
ob
gyn
ent
gi
ct
er
icu
nicu
psa
pap
peel
peels
facial
facials
screening
screenings
test
tests
testing
counts
swab
smear
implant
lens
lenses
glasses
pellet
pellets
dose
doses
medicines
pill
tablet
capsule
operation
op
period
periods
belly
weigh
flu
ear
ears
itch
ache
aches
sore
pain
pains
cramps
spasm
spasms
swell
clot
bleed
drain
dressing
incision
scar
staples
stitch
bypass
mood
nerves
sleep
snore
smoking
rehab
recovery group
disease
disorder
abnormality
chronic
acute
palliative
veins
vein
conscious
anesthetic
pressure check
bloods
infection
flare
reaction
symptom
ct results
frames
stone
stones
pano
composite
buildup
headgear
decompression
manipulation
massage
tubing
staging
simulation
induction
stimulation
titration
murmur
taper
dosage
hydration
flare up
pouch
bag change
tummy
contrast
nodule
spur
knot
limp
gait
posture
stool
reflux
sugars
vitals
bp
appetite
cough
throat
swallow
nap
latch
bottle
rash
itching
tingling
numbness
swelling
redness
hives
wheeze
migraine
headache
cane
`
/** Words with an everyday meaning too: clinical only when someone owns them ("your scan") or care stands beside them. */
export const weakContextWords = `
boot
band
bands
drips
port
frames
flush
threads
wires
rinse
oxygen
congestion
discharge
leaking
withdrawal
gluten
swab
walker
spacer
spacers
boots
lens
scope
block
series
booster
bonding
bond
cap
polish
mold
mould
impression
impressions
tray
trays
attachments
growth
bump
mass
wax
waxing
scan
scans
level
levels
panel
panels
draw
sample
samples
culture
drops
patch
patches
pump
tube
tubes
drip
cream
gel
graft
repair
replacement
removal
insertion
placement
release
fusion
transfer
retrieval
stimulation
stim
birth
labor
bump
sugar
pressure
weight
cold
bug
virus
cramp
tear
strain
burn
burns
bite
bites
sting
stings
stroke
attack
blockage
stress
diet
laser
lash
lashes
brows
lift
tuck
tightening
contouring
sculpting
hearing
vision
panels
reduction
augmentation
attachment
patching
addendum
composite
partial
buildup
regimen
fluid
cuff
tox
exposure
exposures
lining
donor
binder
beta
fluids
cycle
bumps
sensor
sensors
`
/** Body parts: clinical in a slot or beside a care word, and when asked after ("how is the knee?"). */
export const bodyParts = `
tobillo
muneca
codo
cuello
hombro
hombros
espalda
rodilla
rodillas
cadera
pie
pies
oido
oidos
ojo
ojos
brazo
pecho
corazon
pulmon
pulmones
higado
rinon
tummy
belly
collarbone
abdomen
achilles
ankle
ankles
arm
arms
back
blood
bone
bones
brain
breast
breasts
bunion
buttock
calf
cheek
chest
chin
colon
cuticle
disc
ear
ears
elbow
elbows
eye
eyes
eyelid
eyelids
face
feet
finger
fingers
foot
forearm
forehead
groin
gum
gums
hair
hand
hands
head
heart
heel
heels
hip
hips
jaw
joint
joints
knee
knees
leg
legs
lip
lips
lung
lungs
lymph node
molar
molars
mouth
muscle
muscles
nail
nails
neck
nerve
nose
rib
ribs
scalp
shin
shoulder
shoulders
sinuses
skin
spine
stomach
teeth
thigh
throat
thumb
toe
toes
toenail
tongue
tooth
torso
vagina
wrist
wrists
low back
lower back
upper back
`
/** Words that turn a body part or a context word beside them into a care context, and join its span. */
export const careNouns = `
pain
ache
mri
scan
x-ray
xray
ct
ultrasound
imaging
injection
injections
shot
shots
surgery
operation
procedure
replacement
repair
removal
placement
insertion
reconstruction
fusion
transplant
graft
biopsy
test
tests
testing
panel
screening
screen
exam
examination
check
study
draw
work
results
result
infusion
infusions
therapy
treatment
treatments
rehab
exercises
stretches
brace
cast
implant
implants
whitening
cleaning
cancer
disease
infection
injury
fracture
sprain
condition
health
disorder
symptoms
swelling
eval
evaluation
assessment
counseling
counselor
counsellor
specialist
surgeon
doctor
group
meds
medication
medicine
refill
dose
vaccine
vaccination
booster
patch
drops
cream
prescription
pressure
sugar
adjustment
peel
laser
filler
rejuvenation
lift
reduction
augmentation
scope
tear
x-rays
nodule
lump
mass
cyst
stone
stones
spasm
spasms
stiffness
numbness
ulcer
wound
sore
rash
burn
lens
lenses
valve
block
blocks
resurfacing
ablation
scans
tube
tubes
splint
boot
pump
drain
biopsies
incision
stitches
sutures
staples
levels
function
failure
pains
aches
cramps
`
/** Words that join the end of a clinical span ("IUD placement", "STI panel"). */
export const spanTails = `
placement
insertion
removal
replacement
repair
reconstruction
injection
injections
infusion
infusions
shot
shots
vaccine
vaccines
vaccination
booster
test
tests
testing
panel
panels
screening
screen
scan
scans
exam
study
surgery
operation
procedure
therapy
treatment
treatments
eval
evaluation
assessment
counseling
counselling
counselor
counsellor
therapist
specialist
group
whitening
cleaning
implant
implants
biopsy
medication
medications
meds
medicine
prescription
refill
refills
dose
doses
pain
mri
x-ray
xray
ultrasound
results
result
symptoms
flare
attack
machine
mask
pump
monitor
peel
filler
graft
transplant
fusion
session
sessions
`
/** Clinical strength is open: these warn. One line a term. */
export const softTerms = `
refills
back on your feet
sleeping better
eating better
healing well
healing up
new smile
your stay with us
stay well
your health goals
progress check
labs are ready
lab results
prescription
prescriptions
prescription ready
prescription is ready
rx ready
refill
refill ready
results
results ready
results are ready
your results
procedure
procedures
treatment
treatments
recovery
recovering
recover
recovery time
care plan
feel better
feeling better
feel better soon
get well
get well soon
get better
getting better
speedy recovery
on the mend
check-up
checkup
check-ups
checkups
annual physical
physical exam
physical
wellness exam
wellness visit
annual exam
annual wellness
preventive care
preventative care
preventive visit
well visit
well child visit
well-child
well child
well check
medication
medications
medicine
meds
pharmacy
new symptoms or concerns
how you are feeling
how you're feeling
how do you feel
how you feel
feeling since
feeling after
felt after
under the weather
sick visit
urgent care visit
referral to a specialist
specialist visit
specialist appointment
your condition
your health condition
your case
your labs
exam
exams
test results
health screening
health maintenance
care gap
overdue for care
follow-up care
post-visit care
post-procedure
pre-procedure
pre-visit labs
telehealth therapy
home care instructions
care instructions
visit instructions
after-visit instructions
care team instructions
preparation instructions
prep instructions
prepare for your procedure
your plan of care
plan of care
health issue
health concern
health concerns
health problem
injury
injuries
illness
anesthesiologist
inpatient
outpatient procedure
admission
admitted
discharged
discharge
hospital visit
urgent matter about your health
how are you feeling
test result
test results are ready
lab result
lab results
lab test
medical test
recovering from
screening results
`
/** Dental and vision: low sensitivity by decision; an appointment or a role warns, a procedure word fails. */
export const dentalVision = `
dental
dentist
dentistry
dentists
dental appointment
dental visit
dental checkup
dental check-up
dental exam
dental team
dental office
dental care
oral health
oral care
orthodontist
orthodontics
orthodontic
ortho visit
ortho appointment
hygienist
dental hygienist
eye clinic
eye doctor
eye care
eye appointment
eye visit
eye health
eye center
optometrist
optometry
optical
optician
vision care
vision center
vision appointment
vision visit
pediatric dentist
periodontist
endodontist
prosthodontist
oral surgeon
dentista
odontologo
odontologia
cita dental
clinica dental
oculista
optometrista
consultorio dental
`
/** What is emoji: [fail] a pregnancy; [warn] a syringe or pill. */
export const emojiSigns = {
  fail: '🤰 🤰🏻 🤱 🍼 👶 🫃 🫄 🧬 🎗',
  warn: '💉 💊 🩸 🩺 🩻 🦷 🦴 🧪 🔬 🤒 🤢 🤮 🤕 🤧 😷 🩹 🩼 🦽 🦼 🧠 🫀 🫁 👁 👂 🚬 🍷 🌡 🧫 🚑 ♿',
} as const
