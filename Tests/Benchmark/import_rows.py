"""Writes events between pairs of actors, the same ones each time: import_rows.py icews|cloudevents|acled ROWS [VERSION]

In ICEWS's layout, as CloudEvents that say the same, or as ACLED's rows of one pair in a version of theirs.
"""

import datetime
import json
import random
import sys

HEADER = ("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
          "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
          "City", "District", "Province", "Country", "Latitude", "Longitude")

# As often as in a year of ICEWS: mostly words, some violence. Each with what annals makes of it.
CODES = (("010", "Make statement", "0.0", 20, {}),
         ("036", "Express intent to meet or negotiate", "4.0", 8, {"type": "AGREE", "contexts": ["diplomatic"]}),
         ("040", "Consult", "1.0", 14, {"type": "CONSULT"}),
         ("042", "Make a visit", "1.9", 9, {"type": "CONSULT", "mode": "visit"}),
         ("043", "Host a visit", "2.8", 9, {"type": "CONSULT", "mode": "visit"}),
         ("051", "Praise or endorse", "3.4", 7, {"type": "SUPPORT", "contexts": ["diplomatic"]}),
         ("111", "Criticize or denounce", "-2.0", 11, {"type": "ACCUSE"}),
         ("173", "Arrest, detain, or charge with legal action", "-5.0", 8,
          {"type": "COERCE", "mode": "arrest", "contexts": ["legal"]}),
         ("190", "Use conventional force", "-10.0", 9, {"type": "ASSAULT", "contexts": ["military"]}),
         ("112", "Accuse", "-2.0", 5, {"type": "ACCUSE"}))


def events(count):
    """The number, day, code and pair of each."""
    chance = random.Random(14)
    weights = [weight for *_, weight, _ in CODES]
    for number in range(1, count + 1):
        code = chance.choices(CODES, weights)[0]
        # Half of what is reported is of few pairs.
        one = int(chance.paretovariate(0.7)) % 4000
        other = (one + 1 + int(chance.paretovariate(0.7)) % 3999) % 4000
        date = f"{chance.randint(1995, 2022)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield number, date, code, one, other


def icews(count):
    print("\t".join(HEADER))
    for number, date, (code, text, intensity, *_), one, other in events(count):
        print(number, date, f"Government of {one}", "Executive,Government", f"Country {one}", text, code, intensity,
              f"Government of {other}", "Executive,Government", f"Country {other}", number // 3, number % 9 + 1,
              "Reuters", "", "", "", f"Country {one}", "34.5", "69.1", sep="\t")


def cloudevents(count):
    for number, date, (code, text, *_, meaning), one, other in events(count):
        print(json.dumps({
            "specversion": "1.0", "id": str(number), "source": "https://example.org/desk", "type": "org.example.news",
            "time": f"{date}T12:00:00Z",
            "data": {
                "on": date, "actors": [f"government-of-{one}"], "recipients": [f"government-of-{other}"],
                **meaning, "title": f"Government of {one}: {text}: Government of {other}", "note": f"Country {one}",
                "grade": "F6", "tags": [f"cameo:{code}"],
                "sources": [{"title": f"Story {number // 3}", "publisher": "Reuters", "published": date,
                             "locator": f"sentence {number % 9 + 1}"}],
            },
        }, separators=(",", ":")))


def acled(count, version):
    first = datetime.date(1995, 1, 1)
    print("event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,source,notes,"
          "fatalities,timestamp")
    for number in range(1, count + 1):
        # Each version has it a day later, and of more dead.
        date = first + datetime.timedelta(days=number % 10_000 + version)
        print(f"BEN{number},{date},1,Battles,Armed clash,Government of 1,Government of 2,Country 1,A paper,,"
              f"{version},{1_600_000_000 + version}")


def main():
    layout, count, *version = sys.argv[1:]
    if layout == "acled":
        acled(int(count), int(version[0]))
    else:
        {"icews": icews, "cloudevents": cloudevents}[layout](int(count))


main()
