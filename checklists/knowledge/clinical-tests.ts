/** Tests, imaging, measurements and results: always clinical. One line a term, folded lower case. */
export const tests = `
your field test
visual field test
visual fields
t levels
t level
e2 level
week scan
week ultrasound
months scan
body scan
dexa body scan
metabolic test
metabolic panel
mammo
mammos
dye test
contrast dye
ect
tick test
heel stick
heel prick
finger stick
fingerstick
finger prick
swab
swabs
saliva kit
spit test
gut test
fertility panel
walk test
six minute walk
home sleep test
lung test
breathing test
eye chart
pressure reading
sugar reading
glucose reading
home readings
bone test
drug level
lithium level
bilirubin
apgar
gbs test
nst
due for imaging
imaging
radiology report
mri results
lab kit
culture
cultures
came back clean
came back high
came back low
is abnormal
within normal range
follow up imaging
repeat labs
repeat mammogram
repeat ultrasound
tox appointment
stress imaging
pressure check for glaucoma
glucose drink
liver enzymes
kidney numbers
cholesterol numbers
thyroid numbers
sugar numbers
platelet count
white count
red blood cell
white blood cell
cell count
pulse rate
resting heart rate
oxygen saturation
lung capacity test
allergy panel
autopsy
audiology test
endoscope
sonograms
echocardiograms
mammograms
colonoscopies
biopsies
swabs taken
cheek swab
saliva test
saliva sample
hair test
nicotine test
cotinine
semen sample
stool culture
urine specimen
tissue sample
skin sample
blood results
fibroscan
manometry
tb read
tb reading
barium
potassium
sodium
neuropsych
baby check
first morning urine
electrolytes
creatinine clearance
ultrasounds
mris
pulse ox
elastography
fluoroscopy
scintigraphy
arthrogram
cystogram
pyelogram
urogram
discogram
lymphoscintigraphy
ph study
dental x-rays
growth scan
eye scan
oct scan
hearing screen
sweat test
cord blood
karyotyping
immunoassay
peak and trough
gram stain
sensitivity panel
urine dip
hemoccult
kub
mri
mra
mrcp
fmri
ct scan
cat scan
cta
pet scan
pet ct
dexa
dxa
spect
xray
x ray
ultrasound
sonogram
sonography
doppler
mammogram
mammography
tomosynthesis
echocardiogram
echo test
ekg
ecg
eeg
emg
nerve conduction
stress test
treadmill test
holter
event monitor
tilt table
angiogram
arteriogram
venogram
bone scan
bone density
hida scan
thyroid scan
thyroid uptake
upper gi series
swallow study
swallow test
gastric emptying
colonoscopy
sigmoidoscopy
endoscopy
upper endoscopy
egd
ercp
anoscopy
proctoscopy
cologuard
fit kit
fit test
fobt
stool test
stool sample
stool card
occult blood
guaiac
h pylori
breath test
lactulose test
urinalysis
urine test
urine sample
urine culture
urine drug screen
drug screen
drug test
alcohol test
breathalyzer
tox screen
toxicology
blood test
blood work
bloodwork
blood draw
blood sample
blood panel
blood count
blood culture
blood sugar
blood glucose
blood pressure
blood type
bp reading
bp cuff reading
glucose
glucose tolerance
a1c
hba1c
hemoglobin
hematocrit
cbc
cmp
bmp
lipid panel
lipid profile
lipids
cholesterol
triglycerides
ldl
hdl
tsh
t3
free t4
thyroid panel
liver panel
liver function
lft
kidney function
renal panel
egfr
creatinine
bun level
uric acid
ferritin
iron level
iron studies
vitamin d level
b12 level
folate level
potassium level
sodium level
magnesium level
calcium level
inr
prothrombin
coagulation
d-dimer
troponin
bnp
crp
esr
sed rate
rheumatoid factor
antinuclear antibody
ana test
psa
psa test
testosterone level
estrogen level
hormone panel
hormone level
cortisol
amh level
fsh level
progesterone level
semen analysis
sperm test
sperm count
pregnancy test
hcg
quad screen
nipt
nuchal
anatomy scan
dating scan
group b strep
amniocentesis
cvs testing
pap
pap smear
pap test
pap results
hpv test
hpv
cervical screening
smear test
colposcopy
std test
std panel
sti test
sti panel
sti screening
std screening
hiv test
syphilis test
chlamydia test
covid test
covid swab
pcr test
rapid antigen
flu test
flu swab
strep test
nasal swab
mono test
tb test
tb skin test
ppd test
quantiferon
mantoux
titer
titers
allergy test
skin prick
prick test
patch test
patch testing
food allergy panel
ige panel
genetic test
genetic testing
genetic screening
carrier screening
brca
karyotype
paternity test
dna test
biopsy
punch biopsy
needle aspiration
fine needle
pathology
pathology report
cytology
histology
frozen section
lab work
labwork
lab order
lab draw
lab panel
test came back
results came back
results are normal
results are negative
results are positive
results were normal
tested negative
negative result
positive result
imaging results
scan results
benign
malignant
biomarker
spirometry
pulmonary function
pft
lung function
peak flow
pulse oximetry
oxygen level
oximeter reading
sleep study
sleep test
polysomnogram
polysomnography
cpap titration
mslt
hearing test
hearing evaluation
audiogram
audiometry
tympanometry
tympanogram
balance test
vng
vestibular test
eye exam
eye test
vision test
vision exam
retinal scan
retinal photo
fundus photo
visual field
tonometry
refraction
contact lens fitting
contact lens check
color vision test
bitewing
bitewings
panorex
panoramic x-ray
cbct
periodontal probing
perio charting
oral cancer screening
skin check
skin cancer check
dermoscopy
full body skin exam
wood's lamp
breast exam
breast screening
pelvic exam
hernia check
sports physical
dot physical
developmental screening
autism screening
autism evaluation
adhd testing
adhd evaluation
neuropsychological testing
psychological evaluation
psychiatric evaluation
psych evaluation
iq test
phq-9
phq9
gad-7
gad7
anxiety screening
cognitive test
cognitive assessment
moca test
weigh-in
bmi
body fat
body composition
inbody scan
waist measurement
colon cancer screening
colorectal screening
lung screening
cervical cancer screening
std check
sti check
urodynamics
cystoscopy
bladder scan
post void residual
uroflow
hysterosalpingogram
hsg test
saline sonogram
follicle scan
follicle check
cardiac calcium
calcium score
coronary calcium
ankle brachial
vein mapping
stress echo
nuclear stress
nuclear medicine
gait analysis
nerve test
myelogram
lumbar puncture
spinal tap
flow cytometry
tumor marker
ca 125
cea level
psma
gleason
oncotype
viral load
cd4 count
t-cell count
ultrasound scan
fetal heartbeat
heartbeat scan
nonstress test
non-stress test
biophysical profile
kick count
newborn screening
bili check
lead test
lead screening
lead level
scoliosis check
lab redraw
redraw
lab slip
capsule study
ct abdomen
ct with dye
ct with contrast
iv contrast
ppd read
nuclear scan
upper gi
lower gi
iron panel
food sensitivity
microbiome test
dutch test
gi map
abi test
low dose ct
mono spot
spirogram
koh prep
pulp test
hair pull test
nail drug test
hair follicle test
body mole scan
posture scan
nt scan
saline sono
amh
fsh
hsg
bpp
gbs
cea
flex sig
hida
void trial
pvr
fna
octreotide scan
fluorescein
chest film
vcug
bi-rads
uds
o&p
c diff
c difficile
pcr
antigen
quant hcg
type and screen
crossmatch
critical value
psg
ahi
udt
feno
ige
gfr
cd4
audit-c
m-chat
mchat
phq
gad
cgm download
toxicology screen
sweat chloride
stool study
lung ct
heart scan
heart ct
brain scan
brain ct
spine mri
knee mri
hip mri
neck mri
back mri
liver scan
kidney scan
scan with contrast
full body scan
bone age
growth ultrasound
baseline scan
baseline ultrasound
baseline labs
annual labs
routine labs
bloods
lab tests
sugar test
glucola
one hour glucose
1 hour glucose
3 hour glucose
gait study
gait lab
motion analysis
nerve study
reflex test
grip test
6 minute walk
stress mri
calcium scan
carotid scan
vein scan
dvt scan
leg doppler
pelvic scan
breast imaging
callback mammogram
additional views
repeat imaging
repeat pap
repeat biopsy
second biopsy
margins clear
clear margins
pathology came
path report
sample results
swab results
culture results
titers came
low vision exam
retina photo
ortho-k fitting
eye pressure
pressure in your eye
iol calculation
color plates
hearing check
ear exam
ear check
nasal scope
nasal endoscopy
throat scope
smell test
sleep recording
home sleep
overnight oximetry
overnight pulse ox
skin testing
patch test read
drug challenge
food challenge
oral challenge
peanut challenge
milk challenge
egg challenge
exercise test
tilt test
autonomic testing
evoked potentials
vep
baer
abr
electroretinogram
eye tracking
vng test
caloric test
urine flow
dna kit
genetic kit
ancestry of risk
carrier test
pgt
pgt-a
era biopsy
amnio
harmony test
panorama test
nuchal scan
heartbeat check
fetal echo
fetal monitoring
cervix check
cervical length
ferning
bili
bili level
newborn screen
hemoglobin check
vision screen
body fat scan
inbody
resting metabolic
vo2 max
acth
igf
parathyroid scan
sestamibi
renin
aldosterone
24-hour urine
urine collection
microalbumin
uacr
liver test
hep panel
hepatitis panel
hiv panel
rpr
vdrl
tb blood
igra
lyme test
pinworm test
wound culture
nail clipping
skin scraping
tzanck
dermatopath
shave biopsy
excisional
core needle
stereotactic
sentinel node
node biopsy
liquid biopsy
tumor profile
staging
staging scan
restaging
surveillance scan
surveillance colonoscopy
ana panel
ana titer
tee probe
pee sample
wee sample
pee cup
margins
acid level
tested for
acid test result
serology
titre
titres
spectacle prescription
glasses prescription
contact prescription
lens prescription
something on your mammogram
more pictures of your
v q scan
vq scan
muga
muga scan
`

/** Abbreviations that are everyday words or names in small letters: read only in capitals. */
export const acronyms = `
pet
oct
rf
lh
tee
rai
cgrp
fue
ipr
abi
bcg
slit
hep
fce
slt
mat
bmt
avm
egd
ldct
ana
tens
pep
eeg
dre
tia
chf
cabg
cva
gerd
rsi
iop
bup
`
