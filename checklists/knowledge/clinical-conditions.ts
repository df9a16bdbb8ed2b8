/** Diagnoses, conditions and symptoms: always clinical. One line a term, folded lower case. */
export const conditions = `
light headed
dizzy spell
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
ringing in the ears
ringing ears
blocked ears
plugged ears
ear pressure
ear pain
swallowing trouble
trouble swallowing
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
gas pain
queasiness
threw up
sunspots
liver spots
brown spots
tick bite
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
prickling
pain in your
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
balding
brittle nails
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
gum pain
gum swelling
gap in your teeth
infarct
wheezy
sniffles
aches and pains
sore knee
pulled hamstring
strained back
torn
tear in your
broken toe
broken finger
hairline fracture
disc bulge
spasm
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
flat head
bow legs
in toeing
toe walking
chest infection
chest cold
pneumonitis
staph
blood pressure was
pressure was high
blood in your
plaque
tartar
coma
abdominal
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
blood loss
body aches
bowel movement
bronchial
bruise
bruises
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
deviated septum
disease
diseases
disorder
disorders
dysfunction
earaches
eating disorders
electrolyte imbalance
embolism
esophageal
eye strain
failing kidneys
farsightedness
febrile
flatulence
forgetfulness
gallbladder attack
gangrene
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
knee injury
laryngitis
leprosy
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
nasal congestion
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
phobia
phobias
pimples
pinworms
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
rheumatic
rickets
scalp issues
scar tissue
seasonal allergy
sinus pressure
skin condition
skin problems
sleeplessness
sleepwalking
slurred speech
smallpox
snores
sore back
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
toothaches
twisted ankle
ulcerated
upper respiratory
upset stomach
vaginal dryness
vertigo spell
vision loss
vomit
weak bones
wheeze
double vision
blurred vision
blurry vision
cold sweats
tested positive
positive for strep
strep came back
pass any stones
passed a stone
diagnosis
diagnoses
diagnosed
diagnostic
prognosis
comorbidity
chronic condition
chronic illness
medical condition
health condition
abscess
acid reflux
reflux
gerd
heartburn
indigestion
breakouts
rosacea
eczema
hives
shingles
warts
wart
plantar wart
skin tag
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
food allergy
peanut allergy
hay fever
anaphylaxis
anaemia
iron deficiency
sickle cell
hemophilia
blood clot
dvt
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
mini stroke
aneurysm
atherosclerosis
varicose
spider vein
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
torn acl
acl
acl tear
mcl
meniscus
torn meniscus
labrum
sprain
sprained
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
osteopenia
fibromyalgia
bunion
hammertoe
toenail fungus
nail fungus
heel spur
flat feet
athlete's foot
back pain
neck pain
knee pain
hip pain
foot pain
heel pain
joint pain
chest pain
jaw pain
tooth pain
toothache
nerve pain
pelvic pain
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
fainting
seizure
seizures
epilepsy
stroke survivor
parkinson
alzheimer
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
asthma
asthma attack
wheezing
copd
emphysema
bronchitis
pneumonia
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
macular degeneration
macular
retinopathy
retinal
retinal detachment
floaters
dry eye
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
vomiting
diarrhea
diarrhoea
constipation
constipated
bloating
ibs
irritable bowel
crohn
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
ulcer
ulcers
gallstones
gallstone
pancreatitis
fatty liver
cirrhosis
jaundice
hep b
hep c
hepatitis b
hepatitis c
appendicitis
kidney failure
ckd
esrd
renal
uti
utis
urinary tract
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
diabetic
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
graves disease
goiter
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
infection
infected
infections
yeast infection
staph infection
sepsis
virus symptoms
viral infection
swelling
inflammation
inflamed
bruising
bleeding
discharge from
rash
rashes
itching
itchy skin
blister
blisters
hives outbreak
flare up
side effect
relapse
readmission
hospitalized
hospitalization
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
periodontitis
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
cold sore
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
huntington
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
water in your ears
itchy ears
ear drainage
ruptured eardrum
perforated eardrum
lost voice
losing your voice
raspy voice
lump in the throat
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
barky
phlegmy
winded on stairs
chest congestion
flutter
fluttering
heart flutter
heart racing
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
cracked heel
corns
thick nails
arch pain
fallen arches
shin pain
thigh pain
hip ache
hip bursitis
groin strain
groin pull
low back
back spasm
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
joint swelling
joint stiffness
hand stiffness
hand numbness
wrist pain
elbow pain
thumb pain
thumb arthritis
locked finger
jammed finger
mallet finger
broken nose
broken rib
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
cramps
pms
pmdd
low sex drive
dryness
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
blood in stool
bloody stool
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
