/** Procedures, surgery, therapies and consumer treatments: always clinical. One line a term, folded lower case. */
export const procedures = `
acupressure
amputated limb
bandaging
bloodletting
brace fitting
breathing treatment
breathing treatments
cardiac rehab
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
eye patch
flu and covid
flu vaccination
fluoride
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
light therapy
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
physiotherapy session
plastic surgeon
psoriasis light
quit plan
resection
root planing
skin peel
skin removal
skin resurfacing
skin treatment
spinal injection
stitching
stomach surgery
teeth pulled
teeth straightening
therapeutic
therapies
throat surgery
tooth filled
toe surgery
tooth pulled
tooth repair
transplants
tubes placed
tubes in ears
ultherapy
vaccinate
vein surgery
vision surgery
voice therapy
warts frozen
wart freezing
weight loss plan
whitening session
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
hemorrhoid banding
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
electrolysis treatment
fraxel
cool laser
collagen treatment
thread veins
botox touch-up
lash fill
wart treatment
smear
tooth bonding
socket preservation
sinus lift
bone grafting
pulp cap
space maintainers
bite guard
bite splint
braces tightening
wire change
archwire
elastics
tooth reshaping
gum contouring
hand surgery
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
fistula placement
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
stem cell injection
physical therapist
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
pre-op
preop
post-op
postop
pre op
post op
pre-operative
post-operative
preoperative
postoperative
your operation
after the operation
open heart
heart bypass
bypass surgery
gastric bypass
gastric sleeve
sleeve gastrectomy
lap band
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
meniscus repair
spinal fusion
laminectomy
discectomy
kyphoplasty
hernia repair
appendectomy
gallbladder removal
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
cosmetic surgery
plastic surgery
breast augmentation
breast implants
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
eyelid surgery
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
botox
dysport
xeomin
jeuveau
daxxify
filler
fillers
lip filler
lip fillers
dermal filler
dermal fillers
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
laser hair removal
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
vampire facial
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
skin tag removal
cyst removal
stitches
stitch removal
suture
sutures
suture removal
staple removal
staples out
wound care
wound check
dressing change
debridement
skin graft
incision
incision and drainage
abscess drainage
drain removal
catheter
catheterization
cardiac catheterization
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
kidney transplant
dialysis
hemodialysis
peritoneal dialysis
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
radiation therapy
radiotherapy
immunotherapy
proton therapy
brachytherapy
hormone therapy
hrt
trt
testosterone therapy
testosterone replacement
hormone replacement
bioidentical
hormone pellet
pellet therapy
anesthesia
anaesthesia
sedation
nitrous
laughing gas
nerve block
epidural
epidural injection
cortisone
cortisone shot
steroid injection
steroid shot
joint injection
trigger point
trigger point injection
gel injection
botox injection
allergy shot
allergy shots
allergy drops
desensitization
injection
injections
physical therapy
physical therapist
physio
physiotherapy
physiotherapist
occupational therapy
occupational therapist
speech therapy
speech therapist
aquatic therapy
vestibular therapy
pelvic floor
pelvic floor therapy
hand therapy
vision therapy
massage therapy
deep tissue
sports massage
prenatal massage
lymphatic drainage
cupping
dry needling
acupuncture
acupuncturist
chiropractic
chiropractic adjustment
spinal adjustment
back adjustment
neck adjustment
spinal decompression
decompression therapy
orthotics
custom orthotics
shockwave
shockwave therapy
tens unit
ultrasound therapy
home exercises
home exercise program
exercise program
rehab exercises
rehabilitation
cardiac rehab
pulmonary rehab
stroke rehab
cast removal
cast off
boot removal
splinting
lasik
prk
smile eye
cataract surgery
cataract removal
corneal
cornea
cross-linking
crosslinking
intravitreal
eye injection
eye injections
eye surgery
laser eye
vitrectomy
trabeculectomy
punctal plug
pupil dilation
root canal
root canals
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
fluoride treatment
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
wisdom teeth removal
dental implant
dental implants
implant surgery
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
dental crowns
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
partial denture
full arch
all-on-4
all on four
all on 4
teeth whitening
whitening
whitening trays
whitening kit
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
orthodontic treatment
orthodontic adjustment
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
oral surgery
jaw surgery
impression appointment
denture adjustment
denture fitting
denture reline
vaccine
vaccines
vaccinated
vaccination
vaccinations
immunization
immunizations
immunisation
immunized
booster
booster shot
booster dose
second dose
first dose
next dose
missed dose
flu shot
flu shots
flu clinic
flu vaccine
flu jab
covid booster
covid shot
covid vaccine
tetanus
tetanus shot
tdap
mmr
dtap
shingles shot
shingrix
pneumonia shot
pneumonia vaccine
prevnar
gardasil
hpv vaccine
hpv shot
meningitis vaccine
menactra
hep b vaccine
rabies shot
travel vaccines
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
endometrial ablation
embryo transfer
egg retrieval
egg freezing
egg donation
ivf
iui
insemination
sperm donation
fertility treatment
fertility treatments
ovulation
ovulation induction
embryo
embryos
c-section
c section
csection
cesarean
caesarean
vaginal birth
vbac
induction of labor
labor induction
labor and delivery
birth plan
lamaze
doula
midwife
ketamine
ketamine infusion
ketamine treatment
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
ostomy supplies
colostomy
lithotripsy
circumcised
prostatectomy
turp
urolift
rezum
bladder botox
bladder sling
nasal surgery
turbinate
cochlear implant
ear wax removal
ear cleaning
ear irrigation
ear piercing aftercare
hearing aid fitting
deep brain stimulation
spinal cord stimulator
pain pump
radiofrequency ablation
rhizotomy
epidural steroid
prolotherapy
stem cell
stem cells
stem cell therapy
regenerative medicine
hyperbaric
hyperbaric oxygen
float therapy
detoxification
chelation
weight loss program
weight loss injection
weight loss shot
weight loss surgery
medical weight loss
nutrition counseling
nutrition counselling
diabetes education
diabetes class
smoking cessation
quit smoking
home health visit
skilled nursing
hospital stay
hospital discharge
discharge instructions
discharge summary
after visit summary
aftercare
after-care
aftercare instructions
post-care
precare
treatment plan
home infusion
`
