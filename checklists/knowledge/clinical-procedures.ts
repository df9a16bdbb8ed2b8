/** Procedures, surgery, therapies and consumer treatments: always clinical. One line a term, folded lower case. */
export const procedures = `
speech session
speech visit
speech evaluation
a spinal
t shot
t shots
pre surgery
stretch and sweep
well child visit
well child check
well baby
well woman
well woman visit
well visit
wellness exam
physical exam
school physical
camp physical
annual exam
led facial
facial
facials
brow lamination
waxing
threading
permanent makeup
microblading
fat dissolving
laser package
led mask
pdo threads
lip flip
under eye filler
tear trough
ear piercing
ear lobe repair
stretching exercises
strengthening exercises
breathing exercises
pt exercises
range of motion
balance training
balance class
gait class
stretch class
hand exercises
eye exercises
kinesio tape
kinesiology tape
taping
ergonomic evaluation
work hardening
cryo
cryochamber
sauna therapy
cold plunge therapy
iv vitamins
vitamin c drip
hydration drip
hangover drip
myers cocktail
drip session
ozone therapy
peptide therapy
peptides
meal plan
meal replacement
diet plan
low salt diet
low carb diet
gluten free diet
renal diet
heart healthy diet
nutrition plan
nutrition visit
foot check
foot exam
foot care visit
nail trim
nail care visit
corn removal
toenail removal
freeze the spot
spot removal
lump removal
graft
grafts
hair wig fitting
wig fitting
bra fitting
prosthesis fitting
cranial prosthesis
scalp cooling
cold cap
port access
line change
line care
line flush
plasma exchange
cell transplant
car t
seed implant
radiation mapping
simulation scan
six month cleaning
6 month cleaning
gum cleaning
tooth filling
teeth removal
tooth out
teeth out
bridgework
bridge placement
sports guard
aligner check
band placement
bands off
deband
x rays taken
scaling visit
lid surgery
neck surgery
knee surgery
hip surgery
heart surgery
valve repair
brain surgery
surgery date
surgery time
surgery team
operated on
put to sleep
stitched up
stitches removed
stitches come out
splint off
splint check
boot off
brace check
sling off
tubes out
ear tube check
packing removed
packing out
drain out
drain check
drains removed
catheter change
tube change
bandage change
bandage off
wound packing
wound clinic
foot soak
sitz bath
shot clinic
shots clinic
immunization clinic
vaccine clinic
walk in vaccines
catch up shots
school shots
kindergarten shots
b12
depo
shot record
growth check
weight check
weight recheck
jaundice check
bilirubin check
hip check
hearing recheck
vision recheck
lead check
anemia check
iron check
sugar check
pressure check
bp check
bp recheck
pulse check
heart check
lung check
prostate check
breast check
skin screening
mole check
mole mapping
full body exam
cancer screening
colon screening
lung cancer screening
bone screening
memory screening
depression screening
mood screening
hearing screening
vision screening
telehealth therapy
acupressure
amputated limb
bandaging
bloodletting
brace fitting
breathing treatment
cast change
cavity filled
chemo round
round of chemo
last radiation
debriding
drainage
ear flush
ear lavage
ear surgery
electrotherapy
flu and covid
flu vaccination
hot stone
hydrotherapy
hypnosis
immunotherapies
injected
inoculation
inoculations
laparotomy
laser skin
laser vein
lasered
lip injections
lymph drainage
nail surgery
nose surgery
oral sedation
perio
orthodontic
pain block
pedicure medical
psoriasis light
resection
skin peel
skin removal
skin resurfacing
skin treatment
spinal injection
stitching
teeth pulled
teeth straightening
therapeutic
therapies
tooth filled
toe surgery
tooth repair
transplants
tubes placed
tubes in ears
vaccinate
vein surgery
vision surgery
voice therapy
warts frozen
wart freezing
weight loss plan
wisdom tooth removal
x-rayed
implant
brush around the implant
around the implant
sinus rinse
touch-up botox
staples removed
staples come out
staples coming out
boot comes off
cast comes off
braces come off
moderna
pfizer booster
boosters
novavax
gait training
banding
sperm freezing
embolization
plasmapheresis
apheresis
intubation
extubation
defibrillation
nail removal
fulguration
cauterization
cautery
curettage
fraxel
cool laser
collagen treatment
thread veins
botox touch-up
lash fill
wart treatment
smear
socket preservation
sinus lift
bone grafting
pulp cap
bite guard
bite splint
wire change
archwire
elastics
tooth reshaping
gum contouring
foot surgery
spine surgery
back surgery
eye laser
vision correction
ear pinning
otoplasty
chin implant
fat transfer
hair plugs
scar revision
vein stripping
fistula
stoma
ileostomy
paracentesis
thoracentesis
pericardiocentesis
bronch
intravenous
iv infusion
iv antibiotics
iv treatment
your iv
recovery room
operating room
surgical center
surgery center
day surgery
same day surgery
outpatient surgery
elective surgery
surgery
surgeries
surgical
surgical site
surgeon
preop
postop
pre op
post op
preoperative
postoperative
your operation
after the operation
open heart
heart bypass
gastric sleeve
sleeve gastrectomy
lap-band
bariatric
bariatrics
laparoscopy
laparoscopic
arthroscopy
arthroscopic
knee replacement
hip replacement
shoulder replacement
joint replacement
total knee
total hip
acl reconstruction
spinal fusion
laminectomy
discectomy
kyphoplasty
appendectomy
hysterectomy
myomectomy
oophorectomy
mastectomy
lumpectomy
thyroidectomy
tonsillectomy
adenoidectomy
tonsils out
tonsils removed
ear tubes
sinus surgery
septoplasty
rhinoplasty
nose job
breast augmentation
breast lift
breast reduction
breast reconstruction
tummy tuck
liposuction
lipo
bbl
brazilian butt lift
facelift
face lift
mini facelift
brow lift
eyelid lift
blepharoplasty
mommy makeover
arm lift
thigh lift
neck lift
thread lift
coolsculpting
sculpsure
emsculpt
body contouring
body sculpting
fat freezing
dysport
filler
fillers
lip filler
dermal filler
juvederm
restylane
sculptra
radiesse
kybella
voluma
microneedling
dermaplaning
microdermabrasion
chemical peel
peel appointment
hydrafacial
hydrafacials
facial appointment
facial treatment
vi peel
laser treatment
laser session
laser resurfacing
laser removal
hair removal
tattoo removal
ipl
photofacial
skin tightening
ultherapy
thermage
morpheus8
prp
prp injection
platelet rich plasma
hair restoration
hair transplant
hair growth treatment
iv therapy
iv drip
iv hydration
vitamin drip
vitamin infusion
nad drip
b12 shot
b12 injection
b-12 shot
lipotropic
lash lift
sclerotherapy
vein treatment
vein ablation
ablation
cryotherapy
cryoablation
phototherapy
light therapy
red light therapy
mohs
mohs surgery
excision
mole removal
wart removal
cyst removal
stitches
stitch removal
suture
sutures
staple removal
staples out
wound care
wound check
dressing change
debridement
skin graft
incision
incision and drainage
drain removal
catheter
catheterization
angioplasty
stent
stents
pacemaker
pacemaker check
defibrillator
icd check
cardioversion
valve replacement
heart valve
tavr
watchman
transplant
organ transplant
dialysis
hemodialysis
transfusion
blood transfusion
plasma donation
iron infusion
infusion
infusions
infusion center
chemo
chemotherapy
radiation
radiotherapy
immunotherapy
brachytherapy
hrt
trt
bioidentical
anesthesia
anaesthesia
nitrous
laughing gas
nerve block
epidural
cortisone
joint injection
trigger point
gel injection
botox injection
desensitization
injection
injections
physio
physiotherapy
physiotherapist
occupational therapist
aquatic therapy
vestibular therapy
pelvic floor
pelvic floor therapy
hand therapy
vision therapy
deep tissue
sports massage
lymphatic drainage
cupping
dry needling
acupuncture
acupuncturist
chiropractic
spinal adjustment
back adjustment
neck adjustment
spinal decompression
orthotics
custom orthotics
shockwave
tens unit
home exercises
home exercise program
exercise program
rehab exercises
rehabilitation
pulmonary rehab
stroke rehab
cast removal
cast off
boot removal
splinting
lasik
prk
smile eye
corneal
crosslinking
intravitreal
eye injection
eye surgery
laser eye
vitrectomy
trabeculectomy
punctal plug
pupil dilation
root canal
deep cleaning
teeth cleaning
tooth cleaning
dental cleaning
cleaning and exam
exam and cleaning
cleaning and checkup
prophy
prophylaxis
fluoride
sealant
sealants
scaling and root planing
root planing
periodontal maintenance
perio maintenance
perio cleaning
gum graft
gum surgery
gum treatment
bone graft
extraction
extractions
tooth extraction
tooth removal
tooth pulled
dental implant
implant placement
implant consult
implants
crown prep
crown lengthening
crown seat
crown delivery
temporary crown
permanent crown
dental crown
dental bridge
dental filling
dental bonding
composite filling
tooth bonding
veneer
veneers
inlay
onlay
denture
dentures
full arch
all on four
all on 4
teeth whitening
whitening
zoom whitening
tooth whitening
braces
braces off
braces on
braces tightened
invisalign
aligner
aligners
clear aligners
retainer
retainers
retainer check
expander
palatal expander
debond
mouth guard
mouthguard
night guard
nightguard
occlusal guard
snore guard
space maintainer
pulpotomy
apicoectomy
frenectomy
smile makeover
smile design
jaw surgery
impression appointment
denture fitting
vaccine
vaccines
vaccinated
vaccinations
immunization
immunizations
immunisation
immunized
booster
booster dose
second dose
first dose
missed dose
flu shot
flu clinic
flu vaccine
flu jab
covid booster
covid shot
covid vaccine
tetanus
tdap
mmr
dtap
shingrix
prevnar
gardasil
hpv vaccine
hpv shot
meningitis vaccine
menactra
travel shots
yellow fever
typhoid
rsv vaccine
wellness shots
back to school shots
childhood shots
circumcision
vasectomy
vasectomy reversal
tubal ligation
tubes tied
dilation and curettage
d&c
d and c
d&e
leep
egg retrieval
egg freezing
egg donation
ivf
iui
insemination
sperm donation
ovulation
embryos
c section
csection
cesarean
caesarean
vaginal birth
vbac
induction of labor
labor induction
labor and delivery
lamaze
doula
midwife
ketamine
ketamine infusion
tms
tms treatment
tms session
esketamine
electroconvulsive
ect treatment
neurofeedback
biofeedback
emdr
hypnotherapy
colonic
colon hydrotherapy
enema
feeding tube
g-tube
port flush
port placement
picc line
iv placement
central line
tracheostomy
trach
ostomy
colostomy
lithotripsy
circumcised
prostatectomy
turp
urolift
rezum
nasal surgery
turbinate
ear cleaning
ear irrigation
hearing aid fitting
deep brain stimulation
spinal cord stimulator
pain pump
rhizotomy
prolotherapy
stem cell
regenerative medicine
hyperbaric
float therapy
detoxification
chelation
weight loss program
medical weight loss
diabetes education
diabetes class
smoking cessation
quit smoking
home health visit
skilled nursing
hospital discharge
discharge instructions
discharge summary
after visit summary
aftercare
aftercare instructions
post-care
precare
treatment plan
home infusion
e-stim
electrical stimulation
p-shot
total contact cast
pin removal
hardware removal
boot check
pump refill
treatment planning scan
excimer
birthmark removal
cold laser
quadrant scaling
four quads
srp
fmx
pano x-ray
full mouth x-rays
stainless steel crown
occlusal adjustment
tooth-colored filling
amalgam
recall cleaning
labral repair
trigger finger
essure
mock transfer
cerumen removal
low vision
fungus laser
unna boot
vestibular rehab
occipital block
stellate ganglion
medial branch block
branch block
ganglion block
facet injection
halo laser
co2 laser
brazilian laser
earlobe repair
vitamin k shot
hoyer lift
joint aspiration
toenail trim
nail trimming
puva
narrowband uvb
photodynamic
blue light treatment
cantharidin
sclero
tattoo fading
post and core
core buildup
abutment
abutments
soft reline
reline
gum grafting
pocket reduction
lanap
headgear
hip resurfacing
cubital tunnel
orif
limb lengthening
growth plate
colpo
induction date
ufe
frozen transfer
fet
natural cycle
stim check
luteal
picc
linac
brachy
gamma knife
cyberknife
proton
rad onc
pacer check
icd interrogation
device interrogation
cabg
tavr workup
lvad
cardiomems
ablate
ptns
interstim
foley
foley removal
epley
epley maneuver
balloon sinuplasty
sinuplasty
yag
yag laser
slt laser
icl
lipiflow
eye patching
nail avulsion
matrixectomy
eswt
fasciotomy
functional capacity
work conditioning
foam roller
foam rolling
ice massage
graston
bfr
prehab
speech eval
feeding therapy
feeding eval
radiofrequency
rfa
scs trial
stimulator trial
venous ablation
vnus
varithena
fistulagram
ivc filter
dermaplane
lhr
laser hair
bleph
breast aug
lip augmentation
skin booster
exosomes
profhilo
circ check
circ
bili light
spinal manipulation
manipulation under
subluxation
peritoneal
pd training
home hemo
access surgery
dbs programming
dbs
vns
med sync
mtm
chaplain visit
respite care
respite stay
peanut desensitization
rush immunotherapy
build-up phase
buildup phase
maintenance vial
dialysis chair
chair time for
dose titration
titration study
titration night
mask fitting
mask refit
mask seal
employment physical
pre-employment physical
dot exam
vaxelis
flu mist
flumist
nirsevimab
travel consult
travel vaccine
bladder instillation
bladder training
bowel training
bowel regimen
joint replacement class
presurgery
presurgical
surgical clearance
pre-anesthesia
anesthesia call
surgery clearance
clearance for surgery
cardiac clearance
incision check
post surgical
postsurgical
wound recheck
wound visit
suture check
stitches out
staples come
pin care
halo traction
recast
cast room
brace adjustment
orthotic casting
gait trainer
crutch training
transfer training
stump care
prosthetic fitting
socket fitting
scar massage
laser scar
scar laser
vein laser
vein injections
leg veins
spider vein treatment
hair injections
scalp injections
scalp treatment
hair laser
hair regrowth
prp hair
beard transplant
eyebrow transplant
brow transplant
tear duct
duct probing
lacrimal
eyelid procedure
lid lift
stye drainage
foreign body
splinter removal
fishhook
tick removal
cyst drainage
packing change
nail drill
nail repair
gel nail removal for
knee injection
hip injection
back injection
neck injection
spine injection
gel shot
rooster comb
viscosupplement
nerve ablation
botox for
botox round
next round of botox
lip plump
lip enhancement
cheek filler
chin filler
jawline
under-eye
skin needling
rf microneedling
rf treatment
skin rejuvenation
rejuvenation
body treatment
fat dissolve
cool tone
cooltone
emsella
trusculpt
vaginal laser
monalisa
monalisa touch
thermiva
vampire
plasma pen
carbon peel
led session
cryo session
cryo facial
sauna session
salt therapy
hyperbaric chamber
oxygen chamber
nad+
drip bar
glutathione
vitamin shot
b complex
lipo shot
skinny shot
weight shot
weight loss visit
weigh day
weight program
hcg diet
keto program
meal support
nutrition session
diet counseling
food journal
food diary
food log
carb counting
insulin start
insulin training
pump start
pump training
sensor training
inhaler training
inhaler technique
epipen training
self injection
injection training
injection teaching
injection visit
nurse injection
depo injection
biologic infusion
infusion chair
infusion visit
hydration visit
iv iron
iron iv
ivig
remicade infusion
platelets
phlebotomy
stem cell collection
marrow
bone marrow
chemo class
chemo teach
chemo chair
chemo day
radiation marks
radiation visit
mapping scan
hyperthermia
ostomy care
ostomy visit
stoma care
stoma check
trach change
vent check
tube feeding
oxygen eval
oxygen delivery
wheelchair fitting
seating clinic
adaptive equipment
home safety eval
home safety evaluation
fall prevention class
fall prevention
balance program
memory program
dementia
adult day health
caregiver respite
hospice visit
comfort care
comfort kit
advance directive
advance care planning
polst
molst
dnr
transitional care
ccm call
chronic care call
care transition call
post discharge call
post-discharge
vape cessation
smoking class
stop smoking
facet block
miradry
hygiene appointment
rct
smell training
chalazion
basivertebral
genicular
moxi
sofwave
feeding check
puberty consult
formula change
potty training help
early intervention
polypharmacy review
cl check
compliance download
invitae
quant level
device check
scale readings
clinical trial
brown bag review
brown bag med review
arm casting
leg casting
pdt session
pdt light
folfox
folfiri
folfirinox
abvd
r-chop
ac-t
cycle of chemo
clean-shaven
electrolysis
fat grafting
cerclage
tpn
ed meds
ed pills
`
