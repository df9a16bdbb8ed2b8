/** State -> its zones (the usual one first) and area codes, with the codes that lie in other zones named apart. */
const states: Record<string, { zones: string; codes: string; apart?: Record<string, string> }> = {
  AL: { zones: 'C', codes: '205 251 256 334 659 938' },
  AK: { zones: 'K', codes: '907' },
  AZ: { zones: 'P', codes: '480 520 602 623 928', apart: { '928': 'P M' } },
  AR: { zones: 'C', codes: '327 479 501 870' },
  CA: {
    zones: 'W',
    codes:
      '209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 747 760 805 818 820 831 837 840 858 909 916 925 949 951',
  },
  CO: { zones: 'M', codes: '303 719 720 748 970 983' },
  CT: { zones: 'E', codes: '203 475 860 959' },
  DC: { zones: 'E', codes: '202 771' },
  DE: { zones: 'E', codes: '302' },
  FL: {
    zones: 'E',
    codes: '239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 941 954',
    apart: { '850': 'C E', '448': 'C E' },
  },
  GA: { zones: 'E', codes: '229 404 470 478 678 706 762 770 912 943' },
  HI: { zones: 'H', codes: '808' },
  ID: { zones: 'M W', codes: '208 986' },
  IL: { zones: 'C', codes: '217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872' },
  IN: {
    zones: 'E',
    codes: '219 260 317 463 574 765 812 930',
    apart: { '219': 'C E', '574': 'E C', '812': 'E C', '930': 'E C', '765': 'E' },
  },
  IA: { zones: 'C', codes: '319 515 563 641 712' },
  KS: { zones: 'C', codes: '316 620 785 913', apart: { '620': 'C M', '785': 'C M' } },
  KY: { zones: 'E', codes: '270 364 502 606 859', apart: { '270': 'C E', '364': 'C E', '606': 'E C' } },
  LA: { zones: 'C', codes: '225 318 337 457 504 985' },
  ME: { zones: 'E', codes: '207' },
  MD: { zones: 'E', codes: '227 240 301 410 443 667' },
  MA: { zones: 'E', codes: '339 351 413 508 617 774 781 857 978' },
  MI: { zones: 'E', codes: '231 248 269 313 517 586 616 679 734 810 906 947 989', apart: { '906': 'E C' } },
  MN: { zones: 'C', codes: '218 320 507 612 651 763 924 952' },
  MS: { zones: 'C', codes: '228 471 601 662 769' },
  MO: { zones: 'C', codes: '235 314 417 557 573 636 660 816 975' },
  MT: { zones: 'M', codes: '406' },
  NE: { zones: 'C', codes: '308 402 531', apart: { '308': 'C M', '402': 'C' } },
  NV: { zones: 'W', codes: '702 725 775', apart: { '775': 'W M' } },
  NH: { zones: 'E', codes: '603' },
  NJ: { zones: 'E', codes: '201 551 609 640 732 848 856 862 908 973' },
  NM: { zones: 'M', codes: '505 575' },
  NY: { zones: 'E', codes: '212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934' },
  NC: { zones: 'E', codes: '252 336 472 704 743 828 910 919 980 984' },
  ND: { zones: 'C M', codes: '701' },
  OH: { zones: 'E', codes: '216 220 234 283 326 330 380 419 436 440 513 567 614 740 937' },
  OK: { zones: 'C', codes: '405 539 572 580 918' },
  OR: { zones: 'W', codes: '458 503 541 971', apart: { '541': 'W M', '458': 'W M' } },
  PA: { zones: 'E', codes: '215 223 267 272 412 445 484 570 582 610 717 724 814 835 878' },
  RI: { zones: 'E', codes: '401' },
  SC: { zones: 'E', codes: '803 821 839 843 854 864' },
  SD: { zones: 'C M', codes: '605' },
  TN: { zones: 'C', codes: '423 615 629 731 865 901 931', apart: { '423': 'E C', '865': 'E', '931': 'C E' } },
  TX: {
    zones: 'C',
    codes:
      '210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903 915 936 940 945 956 972 979',
    apart: { '915': 'M', '432': 'C M' },
  },
  UT: { zones: 'M', codes: '385 435 801' },
  VT: { zones: 'E', codes: '802' },
  VA: { zones: 'E', codes: '276 434 540 571 686 703 757 804 826 948' },
  WA: { zones: 'W', codes: '206 253 360 425 509 564' },
  WV: { zones: 'E', codes: '304 681' },
  WI: { zones: 'C', codes: '262 274 353 414 534 608 715 920' },
  WY: { zones: 'M', codes: '307' },
  PR: { zones: 'A', codes: '787 939' },
}

const zoneNames: Record<string, string> = {
  E: 'America/New_York',
  C: 'America/Chicago',
  M: 'America/Denver',
  P: 'America/Phoenix',
  W: 'America/Los_Angeles',
  K: 'America/Anchorage',
  H: 'Pacific/Honolulu',
  A: 'America/Puerto_Rico',
}

export type Area = { state: string; zones: ReadonlyArray<string> }

const areas = new Map<string, Area>()
for (const [state, { zones, codes, apart }] of Object.entries(states)) {
  for (const code of codes.split(' ')) {
    areas.set(code, { state, zones: (apart?.[code] ?? zones).split(' ').map((letter) => zoneNames[letter]!) })
  }
}

/** Where a North American area code was issued; mobile numbers move with their owners, so it is weak evidence of a zone. */
export function areaOf(code: string): Area | undefined {
  return areas.get(code)
}
