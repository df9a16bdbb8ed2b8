/** Devices, supplies and drug forms a patient is given: always clinical. One line a term, folded lower case. */
export const devices = `
air boot
nicotine patch
nicotine gum
nursing bra
nursing pump
breast pads
baby scale
diaphragm fitting
pessary
pessary fitting
support stockings
elbow brace
thumb splint
finger splint
walking stick
cane fitting
lift chair
shower chair
grab bars
portable oxygen
cpap machine
nasal pillows
sleep mask fitting
libre sensor
pen needles
pillbox
blister pack
refill request
medication refill
med refill
your meds
his meds
her meds
your medication
your medications
your medicine
your pills
your pill
morning meds
evening meds
new meds
ssri
ssris
snri
inhaled
spacer for your inhaler
eye patch
eye shield
frames and lenses
new lenses
sunglasses prescription
ear molds
ear plugs fitting
cochlear
bleaching tray
bleaching trays
whitening kit
prescription toothpaste
toothpaste prescription
spacers in
teeth aligners
new aligners
next aligner
aligner set
aligner number
hyaluronic acid
sunscreen after
scar cream
scar gel
skin cream
rash cream
fungal cream
eczema cream
liquid nitrogen
med spa products
vitamin d
vitamin d3
prenatals
fiber supplement
probiotic
probiotics
laxatives
pressure pills
cholesterol pills
sugar pills
pain patch
pain patches
allergy meds
adhd meds
sleep aid
weight loss shot
weight loss pills
abortion pill
formula sample
growth hormone pen
allergy kit
auto injector
injector pen
your pen is
infusion pump
feeding supplies
ostomy supplies
wound supplies
incontinence supplies
shoe inserts
custom inserts
arch supports
new leg
artificial leg
new knee
new hip
new teeth
new hearing
antihistamine
antihistamines
antacid
antacids
antiseptic
antibody
antibodies
antitoxin
analgesic
analgesics
anesthetic
decongestant
decongestants
expectorant
cough syrup
cough drops
nsaid
nsaids
inhaled steroid
multivitamin
fish oil
electrolytes drink
sedative
sedatives
stimulant
stimulants
suppository
suppositories
lozenge
lozenges
elixir
salve
balm for
liniment
serum
vial
vials
ampule
dropper
eyewash
mouthwash prescription
fluoride rinse
medicated shampoo
medicated
hormone cream
estrogen cream
birth control pills
the pill
morning-after
fertility drugs
allergy pills
heart medication
heart pills
blood pressure pills
blood pressure medicine
blood pressure meds
diabetes medication
diabetes meds
thyroid medication
thyroid pills
seizure medication
chemo pills
water pills
cholesterol medication
pain pills
nerve pills
diet pills
acne cream
wart remover
antifungal cream
steroid shot
flu medicine
trigger shot
take-homes
take homes
suboxone film
films refill
cast dry
keep the cast
crutches
walking cane
bedpan
braces wax
dental floss threader
night splint
bone stim
hospital gown
medical alert bracelet
stoma bag
colostomy bag
urine bag
leg bag
iv pole
feeding bag
oxygen mask
oxygen supply
bipap mask
hearing aid repair
compression hose
support hose
walker boot
rollator
commode
nasal cannula
feeding pump
wound vac
wrist splint
shoulder sling
arm sling
neck brace
bite plate
hearing instrument
hearing aid batteries
insulin needles
lancet
alcohol pads
test meter
ketone strips
peak flow meter
spacer for inhaler
tens machine
light box
sleep mask cpap
weighted vest
medical alert
glucose sensor
sensor change
pacemaker battery
implantable
intraocular lens
reading lenses
progressives
readers prescription
cpap
bipap
apap machine
cpap mask
cpap supplies
nebulizer
inhaler
inhalers
rescue inhaler
spacer device
epipen
epi pen
auto-injector
autoinjector
insulin pump
insulin pen
glucometer
glucose monitor
glucose meter
test strips
lancets
continuous glucose monitor
cgm
dexcom
freestyle libre
omnipod
hearing aid
hearing aids
hearing device
wheelchair
crutches
walking boot
surgical boot
knee brace
back brace
ankle brace
wrist brace
leg brace
knee scooter
compression stockings
compression socks
compression garment
compression sleeve
prosthesis
prosthetic
prosthetics
prosthetic leg
orthotic
orthosis
insoles
splint
sling and swathe
cervical collar
hospital bed
oxygen tank
oxygen concentrator
home oxygen
oxygen therapy
heart monitor
holter monitor
loop recorder
blood pressure cuff
blood pressure monitor
bp cuff
bp monitor
pulse oximeter
contact lenses
contact lens
contacts order
toric lenses
progressive lenses
bifocals
new glasses
eyeglasses
prescription glasses
prescription lenses
scleral lens
ortho-k
night lenses
glass eye
breast pump
bone stimulator
dental appliance
oral appliance
sleep appliance
snoring device
nerve stimulator
catheter supplies
diabetic supplies
diabetic shoes
test kit
collection kit
specimen
specimen cup
specimen kit
sample kit
stool collection
urine cup
sharps container
syringe
syringes
pill organizer
pill box
pills
pill pack
tablets
capsules
eye drops
ear drops
nasal spray
steroid cream
ointment
antibiotic
antibiotics
antiviral
antifungal
antidepressant
antidepressants
anti-depressant
antipsychotic
anxiety medication
anxiety meds
mood stabilizer
blood thinner
blood thinners
anticoagulant
painkiller
painkillers
pain meds
pain medication
pain reliever
pain relief
opioid
opioids
narcotic
narcotics
opiate
muscle relaxer
muscle relaxant
steroid
steroids
sleeping pills
sleep medication
sleep meds
diuretic
water pill
beta blocker
beta blockers
ace inhibitor
statin
statins
insulin
metformin dose
hormone
hormones
estrogen
testosterone
progesterone
weight loss medication
weight loss meds
weight loss injections
glp-1
glp1
glp 1
semaglutide shot
birth control
birth control pill
birth control refill
retinol
retinoid
tretinoin
hydroquinone
benzoyl peroxide
numbing cream
controlled substance
prescription strength
biologic
biologics
maintenance dose
loading dose
dosage
dosages
dosing
dose increase
your dose
supplements prescribed
prenatal vitamins
prenatal vitamin
iron pills
iron supplement
stool softener
laxative
bowel prep
bowel preparation
colonoscopy prep
prep kit
prep solution
golytely
suprep
miralax
magnesium citrate
clenpiq
resistance band
resistance bands
exercise band
therapy putty
zio patch
zio
trial lenses
atropine drops
atropine
earmold
earmolds
iol
toric
punctal plugs
punctal
lens implant
insole
metatarsal pad
toe spacer
unna
compression wrap
compression wraps
lymphedema sleeve
mastectomy bra
radiopaque
z-pak
zpak
z pack
compounded cream
controlled med
controlled meds
specialty drug
specialty med
specialty pharmacy order
mail-order meds
auto-refill meds
phosphorus binder
phosphate binder
cpap tubing
cpap hose
new mask and tubing
cpap filter
cpap filters
water chamber
headgear strap
pill packs
pill planner
medication box
med box
inhaler refill
rescue inhalers
spray for your nose
sinus spray
steroid taper
prednisone pack
dose pack
medrol pack
cough med
cough meds
cold meds
sinus meds
stomach meds
bp meds
bp pills
heart meds
thyroid meds
nerve meds
gout meds
acne meds
reflux meds
jet lag meds
nausea pills
nausea medicine
travel meds
malaria pills
malaria pill
diuretics
water tablets
iron tablets
iron drops
vitamin k
vitamin b12
folic acid
fish oils
calcium tablets
shots at home
shot supplies
injection supplies
pen injector
your injector
prefilled syringe
prefilled pen
insulin vial
insulin vials
sharps
sharps bin
sharps box
glucose tabs
glucose tablets
glucagon
glucagon kit
sensor order
sensors for your
test strip
ketone strip
bp machine
blood pressure machine
home bp
telemonitoring
telemonitoring kit
remote monitor
heart patch
heart monitor patch
event recorder
implanted monitor
life vest
lifevest
oxygen refill
oxygen tanks
portable tank
suction machine
vent supplies
trach supplies
trach tube
feeding tube supplies
formula delivery
tube formula
colostomy supplies
catheter bags
leg bags
adult diapers
pull-ups for adults
briefs order
bed rail
bed rails
transfer board
gait belt
raised toilet
toilet riser
shower bench
reacher
sock aid
hip kit
cold therapy
cold therapy unit
cpm machine
knee immobilizer
immobilizer
walking cast
fiberglass cast
wrist guard
finger splints
night splints
ankle boot
afo
afos
kafo
back support
lumbar support
posture brace
scoliosis brace
halo brace
helmet fitting
cranial helmet
baby helmet
ear plugs custom
hearing batteries
hearing aid mold
tinnitus masker
contact supply
contact lens supply
annual supply of contacts
spectacles
safety glasses prescription
blue light lenses
bifocal
varifocals
magnifier
prism lenses
eye ointment
lid scrubs
lid wipes
warm eye mask
dry eye drops
glaucoma drops
allergy eye drops
ear wax drops
mouth rinse
oral rinse
chlorhexidine
fluoride paste
denture adhesive
denture cleaner
water flosser prescribed
retainer case
replacement retainer
replacement aligner
aligner trays
aligner tray
chewies
ortho wax
bite plane
palate expander
forsus
herbst
sleep guard
snore device
sport guard
temporary tooth
flipper tooth
temp crown
temp bridge
bite block
numbing gel
numbing spray
lidocaine patch
pain gel
pain cream
arnica
scar sheets
silicone sheets
wound gel
wound dressing
wound dressings
dressings
steri strips
steri-strips
surgical glue
skin glue
xeroform
silver dressing
burn cream
retin
vitamin c serum
post-procedure kit
recovery kit
skincare regimen
skin regimen
iontophoresis
grommets
grommet
mask and machine
machine and mask
sling
`
