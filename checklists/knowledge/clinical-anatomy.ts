/** Organs nobody names in outreach but for care: always clinical, names and streets apart. One line a term. */
export const organs = `
tonsils
adenoids
ovaries
uterus
prostate
gallbladder
appendix
pancreas
bladder
kidneys
kidney
liver
bowel
spleen
testicles
testicle
penis
rectum
tendon
ligament
cartilage
esophagus
intestine
urethra
femur
pelvis
aorta
artery
hamstring
trachea
clavicle
tailbone
cornea
vertebra
vertebrae
lymph node
lymph nodes
sinuses
thyroid gland
adrenal gland
cervix
scrotum
placenta
bile duct
spinal cord
rotator
patella
tibia
fibula
humerus
sternum
collarbone
kneecap
disc space
eardrum
larynx
vocal cords
foreskin
perineum
urine
stool
sputum
mucus
phlegm
semen
sperm
embryo
fetus
womb lining
`
