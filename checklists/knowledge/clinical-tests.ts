/** Tests, imaging, measurements and results: always clinical. One line a term, folded lower case. */
export const tests = `
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
tilt table test
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
oxygen levels
bone test
iron levels
hormone levels
drug level
lithium level
bilirubin
apgar
gbs test
nst
non stress test
due for imaging
imaging
radiology report
mri results
lab kit
test kit
test strips
collection kit
culture
cultures
came back clear
came back clean
came back normal
came back abnormal
came back positive
came back negative
came back high
came back low
is abnormal
within normal range
follow up imaging
repeat labs
repeat mammogram
repeat ultrasound
tox screen
tox appointment
stress imaging
pressure check for glaucoma
hearing screen
glucose drink
liver enzymes
kidney numbers
cholesterol numbers
thyroid numbers
sugar numbers
platelet count
platelets
white count
red blood cell
white blood cell
cell count
blood pressure reading
pulse rate
resting heart rate
oxygen saturation
lung capacity test
allergy panel
autopsy
audiology test
endoscope
x rayed
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
sputum sample
urine specimen
first morning sample
tissue sample
skin sample
blood results
fibroscan
manometry
esophageal manometry
gait training
lead check
tb read
tb reading
barium
potassium
sodium
neuropsych
beta result
positive result
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
endoscopic ultrasound
ph study
dental x-rays
growth scan
doppler study
eye scan
oct scan
hearing screen
sweat test
cord blood
karyotyping
immunoassay
drug levels
peak and trough
gram stain
sensitivity panel
urine dip
hemoccult
guaiac test
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
x-ray
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
cardiac cath
bone scan
bone density
hida scan
thyroid scan
thyroid uptake
barium swallow
barium enema
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
capsule endoscopy
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
bp check
bp reading
bp cuff reading
glucose
glucose test
glucose tolerance
fasting labs
fasting lab
fasting blood
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
prostate test
testosterone level
testosterone test
estrogen level
hormone panel
hormone level
hormone test
cortisol
amh level
fsh level
progesterone level
semen analysis
sperm test
sperm count
pregnancy test
hcg
beta hcg
quad screen
nipt
nuchal
anatomy scan
dating scan
glucose screen
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
antigen test
antibody test
flu test
flu swab
strep test
throat swab
throat culture
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
allergy testing
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
tested positive
tested negative
negative result
positive result
abnormal result
abnormal results
biopsy result
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
hearing screening
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
vision screening
dilated exam
dilated eye exam
diabetic eye exam
retinal exam
retinal scan
retinal imaging
retinal photo
fundus photo
visual field
visual field test
glaucoma test
tonometry
refraction
contact lens exam
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
skin cancer screening
skin cancer check
mole check
mole mapping
dermoscopy
full body skin exam
wood's lamp
breast exam
breast screening
pelvic exam
rectal exam
prostate exam
prostate check
testicular exam
hernia check
well woman exam
well-woman exam
sports physical
dot physical
developmental screening
autism screening
autism evaluation
adhd testing
adhd evaluation
neuropsych testing
neuropsychological testing
psych testing
psychological testing
psychological evaluation
psychiatric evaluation
psych eval
psych evaluation
iq test
phq-9
phq9
gad-7
gad7
depression screening
anxiety screening
memory test
memory screening
cognitive test
cognitive assessment
moca test
fall risk assessment
weight check
weigh in
weigh-in
bmi
body fat
body composition
inbody scan
waist measurement
cancer screening
colon screening
colon cancer screening
colorectal screening
lung screening
lung cancer screening
breast cancer screening
cervical cancer screening
diabetes screening
cholesterol screening
hepatitis screening
hep c screening
osteoporosis screening
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
carotid ultrasound
stress echo
nuclear stress
nuclear medicine
gait analysis
range of motion test
functional capacity evaluation
nerve test
myelogram
lumbar puncture
spinal tap
bone marrow
flow cytometry
tumor marker
ca-125
ca 125
cea level
psma
gleason
oncotype
pulse check
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
kick counts
newborn screening
bilirubin check
bili check
lead test
lead screening
lead level
hip dysplasia screening
scoliosis screening
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
food sensitivity test
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
shoulder mri
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
fasting bloods
bloods
blood tests
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
muscle test
reflex test
grip test
6 minute walk
stress mri
calcium scan
carotid scan
vein scan
dvt scan
leg doppler
abdominal ultrasound
pelvic scan
breast mri
breast ultrasound
breast imaging
callback mammogram
diagnostic mammogram
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
specimen results
swab results
culture results
titers came
screening mammogram
low vision exam
retina photo
retina photos
corneal topography
ortho-k fitting
eye pressure
eye pressures
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
breathing tests
peak flows
allergy skin test
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
bladder pressure
semen
sperm
stool
urine
dna kit
genetic kit
ancestry of risk
carrier test
pgt
pgt-a
era biopsy
embryo testing
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
iron check
vision screen
body fat scan
inbody
resting metabolic
vo2 max
cortisol test
dexamethasone test
acth
igf
thyroid labs
thyroid ultrasound
thyroid biopsy
parathyroid scan
sestamibi
renin
aldosterone
24 hour urine
24-hour urine
urine collection
kidney labs
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
malaria smear
parasite test
pinworm test
wound culture
nail clipping
nail clippings
skin scraping
tzanck
dermatopath
shave biopsy
excisional
core needle
stereotactic
sentinel node
node biopsy
bone marrow biopsy
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
