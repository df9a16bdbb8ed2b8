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
stool kit
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
`
