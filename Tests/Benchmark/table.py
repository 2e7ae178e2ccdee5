"""Prints the benchmark's figures as one table in Markdown, and writes them as JSON: table.py WORK [JSON]."""

import json
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median

from measures import COMPARISONS, FIGURES, NOTES, PLACES


def read_figures(path):
    """The values by figure, place and clients, in the order of the rounds."""
    rounds = defaultdict(dict)
    for line in path.read_text().splitlines():
        name, place, clients, number, value = line.split("\t")
        rounds[name, place, int(clients)][int(number)] = float(value)
    return {key: [values[number] for number in sorted(values)] for key, values in rounds.items()}


def summary(values):
    return {"median": median(values), "lowest": min(values), "highest": max(values), "rounds": values}


def target(comparison, clients, figure, quotient):
    """What is aimed at and whether it was met; None when nothing is."""
    if clients in comparison.at_least:
        least = comparison.at_least[clients]
        return {"is": f"≥ {least} × control", "met": quotient["median"] >= least}
    if comparison.at_most is not None:
        return {"is": f"≤ {comparison.at_most} × control", "met": quotient["median"] <= comparison.at_most}
    if comparison.below is not None:
        unit = FIGURES[comparison.figure][1]
        return {"is": f"< {comparison.below} {unit}", "met": figure["median"] < comparison.below}
    return None


def rows(figures, lengths):
    """A row for each comparison, place and number of clients that was measured."""
    for comparison in COMPARISONS:
        for place in PLACES:
            for clients in sorted({key[2] for key in figures}):
                values = figures.get((comparison.figure, place, clients))
                controls = figures.get((comparison.control, place, clients))
                if not values or not controls:
                    continue
                figure = summary(values)
                quotient = summary([a / b for a, b in zip(values, controls)])
                yield {
                    "what": FIGURES[comparison.figure][0].format(**lengths),
                    "on": PLACES[place],
                    "clients": clients,
                    "unit": FIGURES[comparison.figure][1],
                    "figure": figure,
                    "control": {"what": FIGURES[comparison.control][0].format(**lengths), **summary(controls)},
                    "quotient": quotient,
                    "target": target(comparison, clients, figure, quotient),
                }


def digits(number):
    """Three digits that count, and thousands apart."""
    if number >= 100:
        return f"{number:,.0f}"
    return f"{number:#.3g}".rstrip(".")


def spread(values, unit=""):
    return f"{digits(values['median'])}{unit} ({digits(values['lowest'])}–{digits(values['highest'])})"


def markdown(facts, found, notes):
    yield "# annals benchmark"
    yield ""
    yield (
        f"annals {facts['annals']}, PostgreSQL {facts['server']}, {facts['processors']} × {facts['processor']}, "
        f"{facts['filesystem']}, load before it began {facts['load']}; "
        f"{facts['rounds']} rounds, {facts['seconds']} s each."
    )
    yield ""
    yield "| what | on | clients | figure | its control | | × control | target |"
    yield "|---|---|--:|--:|---|--:|--:|---|"
    for row in found:
        unit = row["unit"] if row["unit"].startswith("/") else " " + row["unit"]
        wanted = row["target"]
        verdict = f"{wanted['is']}: {'met' if wanted['met'] else 'missed'}" if wanted else ""
        yield (
            f"| {row['what']} | {row['on']} | {row['clients']} | {spread(row['figure'], unit)} "
            f"| {row['control']['what']} | {digits(row['control']['median'])}{unit} "
            f"| {spread(row['quotient'])} | {verdict} |"
        )
    yield ""
    for note in notes:
        yield f"**{note}**"
        yield ""
    yield NOTES


def main():
    work = Path(sys.argv[1])
    facts = dict(line.split("\t", 1) for line in (work / "facts").read_text().splitlines())
    notes = (work / "notes").read_text().splitlines()
    entries = int(facts["entries"])
    lengths = {
        "entries": f"{entries:,}",
        "fewer": f"{entries // 10:,}",
        "relationships": f"{int(facts['relationships']):,}",
    }
    found = list(rows(read_figures(work / "figures"), lengths))
    print("\n".join(markdown(facts, found, notes)))
    if len(sys.argv) > 2:
        report = {"facts": facts, "comparisons": found, "left_out": notes}
        Path(sys.argv[2]).write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n")


main()
