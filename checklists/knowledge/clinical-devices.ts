/** Devices, supplies and drug forms a patient is given: always clinical. One line a term, folded lower case. */
export const devices = `
auto injector
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
your medicine
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
sugar pills
pain patch
sleep aid
weight loss shot
weight loss pills
formula sample
growth hormone pen
allergy kit
injector pen
your pen is
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
medicated shampoo
medicated
hormone cream
estrogen cream
the pill
fertility drugs
heart medication
heart pills
chemo pills
pain pills
nerve pills
diet pills
acne cream
wart remover
antifungal cream
flu medicine
trigger shot
suboxone film
films refill
cast dry
keep the cast
walking cane
bedpan
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
compression hose
support hose
walker boot
rollator
commode
nasal cannula
feeding pump
wound vac
wrist splint
arm sling
neck brace
bite plate
hearing instrument
hearing aid batteries
insulin needles
lancet
alcohol pads
test meter
peak flow meter
spacer for inhaler
tens machine
light box
sleep mask cpap
weighted vest
medical alert
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
autoinjector
insulin pen
glucometer
glucose meter
lancets
continuous glucose monitor
cgm
dexcom
freestyle libre
omnipod
hearing aid
hearing device
wheelchair
crutches
walking boot
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
heart monitor
loop recorder
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
antipsychotic
anxiety medication
anxiety meds
mood stabilizer
blood thinner
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
ace inhibitor
statin
statins
insulin
metformin dose
hormone
hormones
estrogen
testosterone
glp1
glp 1
birth control
birth control pill
retinol
retinoid
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
supplements prescribed
prenatal vitamin
iron pills
iron supplement
stool softener
laxative
bowel prep
bowel preparation
prep kit
prep solution
golytely
suprep
miralax
magnesium citrate
clenpiq
resistance band
exercise band
therapy putty
zio patch
zio
trial lenses
atropine
earmold
earmolds
iol
toric
punctal
lens implant
insole
metatarsal pad
toe spacer
unna
compression wrap
lymphedema sleeve
mastectomy bra
radiopaque
z-pak
zpak
z pack
compounded cream
controlled med
specialty drug
specialty med
specialty pharmacy order
mail-order meds
auto-refill meds
phosphate binder
cpap tubing
cpap hose
new mask and tubing
cpap filter
water chamber
headgear strap
pill planner
medication box
med box
spray for your nose
sinus spray
prednisone pack
dose pack
medrol pack
cough med
cold meds
sinus meds
stomach meds
bp meds
bp pills
heart meds
nerve meds
gout meds
acne meds
reflux meds
travel meds
diuretics
water tablets
iron tablets
iron drops
vitamin k
vitamin b12
folic acid
calcium tablets
shots at home
shot supplies
injection supplies
pen injector
your injector
prefilled syringe
prefilled pen
sharps
sharps bin
sharps box
glucose tabs
glucagon
glucagon kit
sensor order
sensors for your
test strip
ketone strip
bp machine
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
adult diapers
pull-ups for adults
briefs order
bed rail
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
mouth rinse
oral rinse
chlorhexidine
fluoride paste
denture adhesive
denture cleaner
water flosser prescribed
retainer case
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
numbing spray
lidocaine patch
pain gel
pain cream
arnica
scar sheets
silicone sheets
wound gel
wound dressing
dressings
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
