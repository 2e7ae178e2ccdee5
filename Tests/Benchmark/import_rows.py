"""Writes ROWS rows in ICEWS's layout between pairs of actors, the same ones each time: import_rows.py ROWS"""

import random
import sys

HEADER = ("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
          "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
          "City", "District", "Province", "Country", "Latitude", "Longitude")

# As often as in a year of ICEWS: mostly words, some violence.
CODES = (("010", "Make statement", "0.0", 20), ("036", "Express intent to meet or negotiate", "4.0", 8),
         ("040", "Consult", "1.0", 14), ("042", "Make a visit", "1.9", 9), ("043", "Host a visit", "2.8", 9),
         ("051", "Praise or endorse", "3.4", 7), ("111", "Criticize or denounce", "-2.0", 11),
         ("173", "Arrest, detain, or charge with legal action", "-5.0", 8), ("190", "Use conventional force", "-10.0", 9),
         ("112", "Accuse", "-2.0", 5))


def main():
    rows = int(sys.argv[1])
    chance = random.Random(14)
    weights = [weight for *_, weight in CODES]
    print("\t".join(HEADER))
    for number in range(1, rows + 1):
        code, text, intensity, _ = chance.choices(CODES, weights)[0]
        # Half of what is reported is of few pairs.
        one = int(chance.paretovariate(0.7)) % 4000
        other = (one + 1 + int(chance.paretovariate(0.7)) % 3999) % 4000
        date = f"{chance.randint(1995, 2022)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        print(number, date, f"Government of {one}", "Executive,Government", f"Country {one}", text, code, intensity,
              f"Government of {other}", "Executive,Government", f"Country {other}", number // 3, number % 9 + 1,
              "Reuters", "", "", "", f"Country {one}", "34.5", "69.1", sep="\t")


main()
