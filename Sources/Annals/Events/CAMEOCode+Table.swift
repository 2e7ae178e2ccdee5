extension CAMEOCode {
    /// What PLOVER makes of each code, a coding a line: type, mode and contexts, then the codes that have it;
    /// `-` for the statements and appeals, of which PLOVER keeps none.
    ///
    /// After the conversion table of the PLOVER project (openeventdata/PLOVER, CAMEO2PLOVER, 17 September 2021;
    /// Philip Schrodt). Where that uses words which the manual has given up since, the manual's own stand here:
    /// `pro_democracy` for democracy, `human_security` for humanitarian, `release` for the return of property,
    /// `restrict` for bans and political restrictions, `targeted` for assassinations and massacres, `destroy`
    /// for the destruction of property, none for the easing of sanctions and for expulsions on a mass scale.
    /// International sanctions (163) are SANCTION in the mode `discontinue`, as the manual says, where the table
    /// has COERCE.
    static let table = """
        -: 01 010 011 012 013 014 015 016 017 018 019 02 020 021 0211 0212 0213 0214 022 023 0231 0232
        -: 0233 0234 024 0241 0242 0243 0244 025 0251 0252 0253 0254 0255 0256 026 027 028
        AGREE: 03 035 0352
        AGREE diplomatic: 030 031 032 033 0355 036 037 038 039
        AGREE economic: 0311 0331 0354
        AGREE military: 0312 0332 0356
        AGREE legal: 0313
        AGREE intelligence: 0314
        AGREE human_security: 0333
        AGREE peacekeeping: 0334
        AGREE political_institutions: 034 0341 0344
        AGREE executive: 0342
        AGREE rights_freedoms: 0343 0351 0353
        CONSULT: 04 040
        CONSULT/phone: 041
        CONSULT/visit: 042 043
        CONSULT/third-party: 044
        CONSULT diplomatic: 045 046
        SUPPORT: 05
        SUPPORT diplomatic: 050 051 052 053 054 055 056 057
        COOPERATE: 06 060
        COOPERATE economic: 061
        COOPERATE military: 062
        COOPERATE legal: 063
        COOPERATE intelligence: 064
        AID: 07 070
        AID economic: 071
        AID military: 072
        AID human_security: 073
        AID peacekeeping: 074
        AID asylum: 075
        CONCEDE: 08 080
        CONCEDE legal: 081
        CONCEDE pro_democracy: 0811 0812 082
        CONCEDE political_institutions: 083 0831 0834
        CONCEDE executive: 0832
        CONCEDE rights_freedoms: 0833
        RETREAT legal: 0813 0814
        RETREAT: 084
        RETREAT/release legal: 0841 0842
        RETREAT economic: 085
        RETREAT/access diplomatic: 086 0862
        RETREAT/access peacekeeping: 0861
        RETREAT/access human_security: 0863
        RETREAT/disarm military: 087 0873 0874
        RETREAT/ceasefire military: 0871
        RETREAT/withdraw military: 0872
        REQUEST: 10 100
        REQUEST/assist: 101 103
        REQUEST/assist economic: 1011 1031
        REQUEST/assist military: 1012 1032
        REQUEST/assist legal: 1013
        REQUEST/assist intelligence: 1014
        REQUEST/assist diplomatic: 102
        REQUEST/assist human_security: 1033
        REQUEST/assist peacekeeping: 1034
        REQUEST/change political_institutions: 104 1044
        REQUEST/change executive: 1041 1042
        REQUEST/change rights_freedoms: 1043
        REQUEST/change legal: 105
        REQUEST/yield legal: 1051 1052 1053
        REQUEST/yield economic: 1054
        REQUEST/yield diplomatic: 1055
        REQUEST/yield military: 1056
        REQUEST/meet diplomatic: 106 107 108
        ACCUSE: 09 11
        ACCUSE/investigate: 090
        ACCUSE/investigate crime,corruption: 091
        ACCUSE/investigate human_rights: 092
        ACCUSE/investigate military: 093
        ACCUSE/investigate military,legal: 094
        ACCUSE/disapprove: 110 111 112 113
        ACCUSE/allege crime,corruption: 1121
        ACCUSE/allege human_rights: 1122
        ACCUSE/allege military: 1123
        ACCUSE/allege military,legal: 1124
        ACCUSE/allege legal: 1125 115
        ACCUSE/allege diplomatic: 114
        ACCUSE/disapprove legal: 116
        REJECT: 12 120
        REJECT/assist: 121 122
        REJECT/assist economic: 1211 1221
        REJECT/assist military: 1212 1222
        REJECT/assist legal: 1213
        REJECT/assist intelligence: 1214
        REJECT/assist human_security: 1223
        REJECT/assist peacekeeping: 1224
        REJECT/change political_institutions: 123 1234
        REJECT/change executive: 1231 1232 1241
        REJECT/change rights_freedoms: 1233
        REJECT/change: 124 1242
        REJECT/yield legal: 1243 128
        REJECT/yield economic: 1244
        REJECT/yield diplomatic: 1245 129
        REJECT/yield military: 1246
        REJECT/meet diplomatic: 125 126 127
        THREATEN: 13 130 131
        THREATEN/relations: 1311 133
        THREATEN/restrict economic: 1312
        THREATEN/relations diplomatic: 1313 134 135 139
        THREATEN/restrict executive: 132
        THREATEN/restrict human_rights: 1321
        THREATEN/restrict pro_autocracy: 1322 1323 1324
        THREATEN/expel diplomatic: 136
        THREATEN/violence pro_autocracy: 137
        THREATEN/violence military: 138 1383 1384
        THREATEN/restrict military: 1381
        THREATEN/territory military: 1382
        THREATEN/violence cbrn: 1385
        PROTEST: 14 140
        PROTEST/demo: 141
        PROTEST/demo executive: 1411 1412
        PROTEST/demo rights_freedoms: 1413
        PROTEST/demo political_institutions: 1414
        PROTEST/hunger: 142
        PROTEST/hunger executive: 1421 1422
        PROTEST/hunger rights_freedoms: 1423
        PROTEST/hunger political_institutions: 1424
        PROTEST/boycott: 143
        PROTEST/boycott executive: 1431 1432
        PROTEST/boycott rights_freedoms: 1433
        PROTEST/boycott political_institutions: 1434
        PROTEST/obstruct: 144
        PROTEST/obstruct executive: 1441 1442
        PROTEST/obstruct rights_freedoms: 1443
        PROTEST/obstruct political_institutions: 1444
        PROTEST/riot: 145
        PROTEST/riot executive: 1451 1452
        PROTEST/riot rights_freedoms: 1453
        PROTEST/riot political_institutions: 1454
        MOBILIZE: 15 150
        MOBILIZE/police: 151 153
        MOBILIZE/troops military: 152 154
        SANCTION: 16 160
        SANCTION/withdraw diplomatic: 161 164 165
        SANCTION/discontinue human_security: 162 1623
        SANCTION/discontinue economic: 1621
        SANCTION/discontinue military: 1622
        SANCTION/discontinue diplomatic: 163
        SANCTION/expel diplomatic: 166 1662
        SANCTION/expel military: 1661
        SANCTION/expel human_security: 1663
        COERCE: 17 170
        COERCE/seize human_security: 171 1711
        COERCE/restrict executive: 172
        COERCE/restrict rights_freedoms: 1721
        COERCE/restrict pro_autocracy: 1722
        COERCE/curfew pro_autocracy: 1723
        COERCE/martial-law pro_autocracy: 1724
        COERCE/arrest legal: 173
        COERCE/deport legal: 174
        COERCE/restrict military: 191
        COERCE/seize military: 192
        ASSAULT/destroy human_security: 1712
        ASSAULT pro_autocracy,military: 175
        ASSAULT: 18 180 1823 19 20
        ASSAULT/abduct: 181 184
        ASSAULT/beat: 182
        ASSAULT/sexual: 1821
        ASSAULT/torture: 1822
        ASSAULT/suicide-attack: 183 1831
        ASSAULT/explosives: 1832 1833
        ASSAULT/targeted: 185 186
        ASSAULT military: 190
        ASSAULT/firearms military: 193
        ASSAULT/heavy-weapons military: 194 195
        ASSAULT legal,military: 196
        ASSAULT/targeted military: 200
        ASSAULT religion_ethnicity: 201 203
        ASSAULT/targeted religion_ethnicity: 202
        ASSAULT/unconventional cbrn: 204 2041 2042
        """
}
