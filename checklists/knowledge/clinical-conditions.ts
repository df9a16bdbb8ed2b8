/** Diagnoses, conditions and symptoms: always clinical. One line a term, folded lower case. */
export const conditions = `
dizzy
dizzy spell
dizzy spells
light headed
brain fog
foggy head
racing heart
racing pulse
skipped beats
irregular heartbeat
irregular pulse
short of breath
winded
tight chest
tightness in your chest
chest tightness
pressure in your chest
ringing in your ears
ringing in the ears
ringing ears
blocked ears
plugged ears
ear pressure
ear pain
swallowing trouble
trouble swallowing
trouble breathing
trouble sleeping
trouble hearing
trouble seeing
trouble walking
trouble urinating
sleep trouble
sleeping trouble
sleepless
hot flush
hot flushes
nipple pain
shaking hands
shaky hands
hand tremor
tummy ache
tummy trouble
upset tummy
stomach cramps
gas pain
queasiness
threw up
sunspots
liver spots
brown spots
tick bite
tick bites
dog bite
cat bite
spider bite
bee sting
pinkeye
redness
tenderness
puffiness
puffy eyes
burning when you pee
burning when urinating
burning feeling
pins and needles
prickling
pain in your
pain in the
ache in your
morning stiffness
stiff joints
weak knees
fatigue
tiredness
tired all the time
exhaustion
low energy
low mood
loss of appetite
poor appetite
thinning hair
bald spot
bald spots
balding
brittle nails
cracked heels
dry skin
oily skin
breakout
blemish
blemishes
flareup
flare ups
flares
bed wetting
wetting the bed
accidents at night
dry socket
lost filling
lost crown
chipped teeth
grinding your teeth
canker sores
gum pain
gum swelling
gap in your teeth
infarct
wheezy
mucus
sniffles
aches and pains
sore knee
pulled hamstring
strained back
torn
tear in your
broken bones
broken toe
broken finger
hairline fracture
disc bulge
spasm
muscle spasms
cramping
leg cramps
lump in your
bump on your
spot on your
mole on your
lesions
growth on your
skin growth
scar
scarring
keloids
burns
deficiency
underweight
high sugar
low sugar
low blood sugar
sugar spikes
sugar crash
pre diabetic
water retention
fluid retention
leaky bladder
bladder leaks
bladder trouble
weak bladder
wetting
black stools
itch
itchy
itchy eyes
watery eyes
red eyes
cloudy vision
night vision trouble
crossed eyes
drooping eyelid
droopy eyelids
hard of hearing
blindness
lisp
late talker
delayed speech
learning disability
tics
tourette
sensory issues
meltdowns
picky eating
spit up
spitting up
growing pains
flat head
bow legs
in toeing
toe walking
chest infection
chest cold
pneumonitis
staph
ingrown hair
ingrown nail
blood pressure was
pressure was high
blood in your
plaque
tartar
coma
abdominal
abnormal result
abscessed
achy
aching
agoraphobia
ailment
airway
allergen
allergens
amnesia
amputation
amputee
amputated
aphasia
asthmatic
backache
bacterial
bedridden
belching
bleeding gums
blood loss
body aches
bowel movement
bowel movements
bronchial
bruise
bruises
bunions
burning sensation
calcification
calluses
callus
canker
carpal
cartilage tear
cholera
clogged arteries
clubfoot
collapsed lung
comatose
common cold
contusion
convulsions
croupy
cyanosis
deafness
dandruff
degenerative
dehydrated
dehydration
delirium
delusions
dermatitis
deviated septum
disease
diseases
disorder
disorders
dysfunction
earaches
eating disorders
ear wax buildup
electrolyte imbalance
embolism
emphysema
esophageal
eye strain
failing kidneys
farsightedness
febrile
flatulence
floaters
food allergies
forgetfulness
gallbladder attack
gangrene
gas pains
gastric
germs
glandular
hallucinations
head cold
head injury
hearing problems
heat rash
heat stroke
hiatal
hoarse
hoarseness
hydrocephalus
hyperactive
hyperactivity
hypochondria
hypoglycemic
immune system
immunity
impotence
inflammatory
ingrown
insect bite
iron is low
iron deficient
vitamin d is low
low iron
low vitamin d
itchiness
jaw clicking
kidney infection
knee injury
laryngitis
leprosy
lightheaded
lockjaw
loss of smell
low platelets
lumps
lung nodule
nodule
nodules
malnutrition
manic
mastitis
muscle cramps
muscle spasm
nail fungus
nasal congestion
nausea meds
nearsighted
neck stiffness
nervous breakdown
neuralgia
neurological
night sweats
numb toes
obsessive compulsive
ovarian cysts
painful urination
palsy
paralysis
paralyzed
paranoia
parasites
parasite
phlegm
phobia
phobias
pimples
pinworms
plaque buildup
poison ivy
polio
poor circulation
post concussion
pressure sores
pulled muscle
pustule
queasy
rabies
rectal
respiratory infection
rheumatic
rickets
scalp issues
scar tissue
seasonal allergy
sepsis
shin splints
sinus pressure
skin condition
skin problems
sleeplessness
sleepwalking
slurred speech
smallpox
snores
sore back
sore knees
sore muscles
spasms
stiff neck
stiffness
stomach flu
stomach upset
stuffy nose
stuttering
swelling down
swollen glands
testicular
tennis elbow
tooth sensitivity
toothaches
trauma recovery
twisted ankle
ulcerated
upper respiratory
upset stomach
vaginal dryness
vertigo spell
vision loss
vomit
wart
weak bones
wheeze
whiplash injury
double vision
blurred vision
blurry vision
cold sweats
sprained wrist
tested positive
positive for strep
strep came back
pass any stones
passed a stone
weigh yourself
diagnosis
diagnoses
diagnosed
diagnostic
prognosis
comorbidity
chronic condition
chronic illness
chronic pain
chronic disease
medical condition
health condition
abscess
acid reflux
reflux
gerd
heartburn
indigestion
acne
breakouts
rosacea
eczema
psoriasis
dermatitis
hives
shingles
warts
wart
plantar wart
skin tag
skin tags
cyst
cysts
lipoma
keloid
melasma
hyperpigmentation
vitiligo
alopecia
hair loss
hair thinning
ringworm
scabies
lice
impetigo
cellulitis
mrsa
sunburn
actinic keratosis
melanoma
basal cell
squamous cell
skin cancer
cancer
tumor
tumour
lump
polyp
polyps
lesion
leukemia
lymphoma
myeloma
sarcoma
carcinoma
metastatic
metastasis
neoplasm
remission
adhd
add symptoms
autism
asperger
dyslexia
allergies
allergy
seasonal allergies
food allergy
peanut allergy
hay fever
anaphylaxis
anemia
anaemia
iron deficiency
sickle cell
hemophilia
blood clot
blood clots
dvt
pulmonary embolism
angina
arrhythmia
afib
a-fib
atrial fibrillation
palpitations
heart attack
heart failure
heart disease
heart murmur
heart condition
heart rate
chf
coronary
cad
cardiac
cardiovascular
hypertension
hypotension
high blood pressure
low blood pressure
high cholesterol
hyperlipidemia
stroke symptoms
mini stroke
aneurysm
atherosclerosis
varicose
varicose veins
spider vein
spider veins
peripheral artery
arthritis
osteoarthritis
rheumatoid
gout
gout flare
bursitis
tendonitis
tendinitis
tendinopathy
plantar fasciitis
carpal tunnel
tennis elbow
golfer's elbow
frozen shoulder
rotator cuff
torn acl
acl
acl tear
mcl
meniscus
torn meniscus
labrum
sprain
sprained
strain injury
fracture
fractured
broken arm
broken leg
broken bone
broken wrist
dislocation
dislocated
concussion
whiplash
herniated disc
herniated disk
bulging disc
slipped disc
sciatica
scoliosis
spinal stenosis
stenosis
spondylosis
pinched nerve
neuropathy
osteoporosis
osteopenia
fibromyalgia
lupus
bunion
bunions
hammertoe
ingrown toenail
toenail fungus
nail fungus
heel spur
flat feet
athlete's foot
diabetic foot
back pain
neck pain
knee pain
shoulder pain
hip pain
foot pain
heel pain
joint pain
muscle pain
chest pain
jaw pain
tooth pain
toothache
nerve pain
pelvic pain
abdominal pain
stomach pain
stomach ache
stomach bug
pain level
pain score
pain management
in pain
headache
headaches
migraine
migraines
dizziness
vertigo
fainting
seizure
seizures
epilepsy
stroke survivor
parkinson
parkinson's
alzheimer
alzheimer's
dementia
memory loss
multiple sclerosis
als
ms symptoms
tremor
tremors
numbness
tingling
bell's palsy
cerebral palsy
insomnia
sleep apnea
snoring
narcolepsy
restless legs
asthma
asthma attack
wheezing
copd
emphysema
bronchitis
pneumonia
tuberculosis
pulmonary fibrosis
cystic fibrosis
shortness of breath
cough
coughing
sore throat
strep
strep throat
tonsillitis
sinusitis
sinus infection
sinus
congestion symptoms
runny nose
nosebleed
nosebleeds
post nasal drip
ear infection
earache
swimmer's ear
tinnitus
hearing loss
ear wax
earwax
pink eye
conjunctivitis
stye
cataract
cataracts
glaucoma
macular degeneration
macular
retinopathy
retinal
retinal detachment
floaters
dry eye
dry eyes
astigmatism
nearsighted
nearsightedness
myopia
farsighted
presbyopia
amblyopia
lazy eye
strabismus
keratoconus
fever
fevers
chills
flu symptoms
the flu
influenza
covid
covid-19
covid19
coronavirus
long covid
mononucleosis
measles
mumps
chickenpox
chicken pox
whooping cough
pertussis
rsv
croup
hand foot and mouth
norovirus
food poisoning
gastroenteritis
nausea
nauseous
vomiting
throwing up
diarrhea
diarrhoea
constipation
constipated
bloating
ibs
irritable bowel
crohn
crohn's
colitis
ulcerative colitis
celiac
gluten intolerance
lactose intolerance
diverticulitis
hemorrhoid
hemorrhoids
haemorrhoids
fissure
hernia
ulcer
ulcers
gallstones
gallstone
gallbladder
pancreatitis
fatty liver
cirrhosis
jaundice
hepatitis
hep b
hep c
hepatitis b
hepatitis c
appendicitis
kidney stone
kidney stones
kidney disease
kidney failure
ckd
esrd
renal
uti
utis
urinary tract
bladder infection
incontinence
overactive bladder
bladder control
urinary
bedwetting
enlarged prostate
bph
prostatitis
erectile dysfunction
low t
low testosterone
peyronie
premature ejaculation
diabetes
diabetic
prediabetes
prediabetic
type 1 diabetes
type 2 diabetes
insulin resistance
hypoglycemia
high blood sugar
thyroid
hypothyroid
hypothyroidism
hyperthyroidism
hashimoto
hashimoto's
graves disease
goiter
thyroid nodule
obesity
obese
overweight
weight loss
weight gain
weight management
metabolic syndrome
hormone imbalance
hormonal
vitamin deficiency
vitamin d deficiency
infection
infected
infections
yeast infection
bacterial vaginosis
staph infection
sepsis
virus symptoms
viral infection
swelling
swollen
inflammation
inflamed
bruising
bleeding
blood in your stool
blood in your urine
discharge from
rash
rashes
itching
itchy skin
blister
blisters
hives outbreak
flare-up
flare up
symptom
symptoms
side effect
side effects
relapse
readmission
hospitalized
hospitalization
er visit
wound
wounds
burn unit
frostbite
bedsore
pressure ulcer
lymphedema
lyme
lyme disease
west nile
malaria
zika
dengue
cavity
cavities
tooth decay
gum disease
gingivitis
periodontal
periodontal disease
periodontitis
bleeding gums
receding gums
tooth sensitivity
sensitive teeth
chipped tooth
cracked tooth
broken tooth
loose tooth
missing tooth
missing teeth
impacted tooth
wisdom tooth
wisdom teeth
bad breath
halitosis
dry mouth
tmj
tmd
teeth grinding
bruxism
clenching
overbite
underbite
crossbite
crooked teeth
misaligned teeth
canker sore
cold sore
cold sores
oral thrush
colic
diaper rash
teething
cradle cap
tongue tie
failure to thrive
developmental delay
speech delay
stutter
down syndrome
spina bifida
hyperhidrosis
excessive sweating
cellulite
wrinkles
fine lines
crow's feet
double chin
stretch marks
age spots
dark spots
acne scars
scar treatment
scars
autoimmune
immunocompromised
sarcoidosis
scleroderma
sjogren's
raynaud's
chronic fatigue
fatigue symptoms
endometriosis lesion
pots syndrome
ehlers-danlos
cushing's
addison's
acromegaly
pituitary
adrenal
parathyroid
hyperthyroid
terminal illness
end of life
hospice
palliative
achilles
achilles tear
addison disease
huntington
huntington disease
port wine
cherry angioma
angioma
keratosis
molluscum
tinea
pityriasis
lichen
urticaria
poison oak
motion sickness
altitude sickness
seborrheic
hidradenitis
de quervain
dupuytren
ganglion
hip dysplasia
dysplasia
neuroma
charcot
pterygium
luteal phase
myasthenia
myasthenia gravis
guillain
latent tb
monkeypox
mpox
hand-foot-mouth
hand foot mouth
motion sick
ketones
ketoacidosis
low sodium
fluid restriction
dry weight
phosphorus
insect allergy
bee venom
venom allergy
egg allergy
nut allergy
milk allergy
latex allergy
dust mite
pollen allergy
pet allergy
mold allergy
penicillin allergy
allergic rhinitis
rhinitis
allergic reaction
anaphylactic
sick day rules
panic
panicky
meltdown
tantrums
impulsive
sensory
dyspraxia
dyscalculia
selective mutism
stammer
tongue thrust
mouth breathing
thumb sucking
snorer
night terrors
sleep talking
sleep paralysis
jet lag
shift work disorder
teeth clenching
jaw popping
locked jaw
gum recession
receding gum
bone loss
loose crown
broken crown
broken filling
broken bracket
broken denture
loose bracket
poking wire
cracked filling
worn enamel
enamel
tooth stain
stained teeth
gummy smile
bite issues
cold sensitivity
wet macular
dry macular
drusen
narrow angles
pressure spikes
lid twitch
eye twitch
eyelid bump
pinguecula
uveitis
iritis
halos around lights
flashes and floaters
flashes of light
ear fullness
ear popping
clogged ear
clogged ears
water in your ears
itchy ears
ear drainage
ruptured eardrum
perforated eardrum
lost voice
losing your voice
raspy voice
lump in the throat
lump in your throat
postnasal
sinus headache
sinus trouble
sneezing
sneeze
sniffling
runny
stuffed up
congested
chesty
croupy cough
barky
phlegmy
winded on stairs
chest congestion
flutter
fluttering
heart flutter
heart racing
swollen legs
swollen ankles
swollen feet
puffy ankles
leg swelling
leg pain
leg ulcer
heavy legs
restless leg
cold hands and feet
blue toes
toe pain
toe infection
foot ulcer
foot sore
diabetic ulcer
athletes foot
cracked heel
corns
ingrown nails
thick nails
arch pain
fallen arches
shin pain
thigh pain
hip ache
hip bursitis
groin strain
groin pull
tailbone pain
low back
back spasm
back spasms
back strain
thrown out your back
threw out your back
stiff back
stiff shoulder
stiff knee
stiff hip
knee giving way
wobbly knee
knee swelling
swollen knee
swollen joint
joint swelling
joint stiffness
hand stiffness
hand numbness
wrist pain
elbow pain
finger pain
thumb pain
thumb arthritis
locked finger
jammed finger
mallet finger
broken nose
broken rib
broken ribs
cracked rib
broken hip
broken ankle
broken foot
broken collarbone
hip fracture
stress fracture
compression fracture
torn ligament
torn tendon
torn rotator
torn muscle
muscle tear
calf strain
hamstring
quad strain
runner's knee
jumper's knee
shin splint
turf toe
concussed
head bump
bump on the head
stitches opened
cut on your
deep cut
laceration
animal bite
stung
sting reaction
burned hand
scald
blistered
itchy rash
heat bumps
hair falling
falling out hair
shedding hair
patchy hair
bald patch
dandruffy
flaky scalp
itchy scalp
oily scalp
pimple
zits
acne flare
scarring acne
dark circles
sun damage
sun spots
sagging skin
loose skin
saggy
jowls
frown lines
smile lines
lip lines
neck bands
bingo wings
love handles
muffin top
belly fat
stubborn fat
baby weight
extra weight
heavier periods
painful periods
skipped period
late period
cramps
pms
pmdd
low sex drive
dryness
leaking urine
leaks when you
frequent urination
getting up at night to pee
weak stream
burning urination
blood in urine
cloudy urine
dark urine
passed the stone
stone passed
testicle
testicular lump
blood in stool
bloody stool
loose stools
loose stool
the runs
bowel trouble
bowel habits
gassy
gas and bloating
burping
acid stomach
sour stomach
heart burn
hiccups that
food stuck
choking on food
trouble with swallowing
lost your appetite
no appetite
weight change
unexplained weight
always thirsty
sugar highs
sugar lows
lows overnight
high sugars
shakiness
sweats
hot flash
brain zaps
head rush
room spinning
spinning room
off balance
falls at home
fell down
near fall
forgetting names
confusion at night
sundowning
agitation
twitching
jerking
staring spells
shaking spells
weak side
drooping face
facial droop
slurring
word finding
tongue numb
tingly
pins in your
zapping pain
shooting pain
burning feet
burning pain
pain flare
flaring
achiness
body pain
widespread pain
trigger points
knots in your
tight neck
tight hips
tight hamstrings
tight muscles
tight shoulders
poor posture
text neck
hunched
rounded shoulders
abnormal
heartbeat
lymphoedema
oedema
anaemic
haemorrhoid
ibs clinic
ms nurse
ms clinic
ms infusion
ms meds
ms specialist
ms center
ms group
ms treatment
ascites
gouty
mesothelioma
meniere
menieres
rotavirus
pleurisy
hydrocele
varicocele
prolapse
paraesophageal
atrophy
outbreak of herpes
`
