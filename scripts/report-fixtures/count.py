"""Counts reports without the project's own code: with Python's xml.etree and decimal, whole files in memory.

  count.py tests FILE...               all cases of the files, each counted once by its strongest result
  count.py coverage FORMAT FILE        lcov, cobertura, clover, jacoco, istanbul, istanbul_final, gocover
"""

import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from decimal import Decimal

# The strongest result of a case counts: a retry that ran is stronger than a skipped attempt.
SKIPPED, PASSED, FLAKY, FAILED, ERROR = range(5)
ELEMENTS = {
    "flakyFailure": FLAKY,
    "flakyError": FLAKY,
    "skipped": SKIPPED,
    "failure": FAILED,
    "error": ERROR,
}


def is_expected_to_fail(skipped):
    """Node's to-do tests and Catch2's [!shouldfail] and [!mayfail]: a failure of such a test does not count."""
    return skipped.get("type") == "todo" or skipped.get("message", "").startswith("TEST_CASE tagged with !")


def outcome_of(case):
    found = [ELEMENTS[child.tag] for child in case if child.tag in ELEMENTS]
    if any(child.tag == "skipped" and is_expected_to_fail(child) for child in case):
        return SKIPPED
    if found:
        return max(found)
    # googletest and CTest use an attribute.
    words = {case.get("status", "").lower(), case.get("result", "").lower()}
    if words & {"notrun", "disabled", "skipped", "suppressed"}:
        return SKIPPED
    if words & {"fail", "failed"}:
        return FAILED
    return PASSED


def count_tests(paths):
    worst = defaultdict(int)
    results = 0
    seconds = Decimal(0)
    extra = []

    def hidden(suite, shown, added):
        """Failures and errors that only the attributes of a suite report."""
        failures, errors = (int(suite.get(key) or 0) for key in ("failures", "errors"))
        failed, broken = shown.count(FAILED), shown.count(ERROR)
        if failed + broken == 0:
            return [FAILED] * (failures - added.count(FAILED)) + [ERROR] * (errors - added.count(ERROR))
        if broken == 0 and failures <= failed:
            return [ERROR] * (min(errors, failures + errors - failed) - added.count(ERROR))
        return []

    def inspect(suite):
        """Returns the listed results of a suite and its children, and those that only attributes report."""
        shown, added = [], []
        for child in suite:
            if child.tag == "testsuite":
                inner_shown, inner_added = inspect(child)
                shown += inner_shown
                added += inner_added
            elif child.tag == "testcase":
                found = [ELEMENTS[one.tag] for one in child if one.tag in ELEMENTS]
                shown.append(max(found) if found else outcome_of(child))
            elif ELEMENTS.get(child.tag) in (FAILED, ERROR):
                shown.append(ELEMENTS[child.tag])
                extra.append(ELEMENTS[child.tag])
        found = hidden(suite, shown, added)
        extra.extend(found)
        return shown, added + found

    def walk(path, suite, names):
        """Returns the times of the cases. Suites without case times give their own."""
        nonlocal results
        names = names + ((suite.get("name"), suite.get("hostname"), suite.get("package")),)
        of_cases, of_suites = [], []
        for child in suite:
            if child.tag == "testsuite":
                inner_cases, inner_suites = walk(path, child, names)
                of_cases += inner_cases
                of_suites += inner_suites
            elif child.tag == "testcase":
                results += 1
                if child.get("time"):
                    of_cases.append(Decimal(child.get("time").replace(",", "")))
                own = tuple(child.get(key) for key in ("classname", "name", "file", "line"))
                key = (path, names, own)
                worst[key] = max(worst[key], outcome_of(child))
        own_time = Decimal((suite.get("time") or "0").replace(",", ""))
        if not of_cases and own_time > sum(of_suites):
            of_suites = [own_time]
        return of_cases, of_suites

    for path in paths:
        root = ElementTree.parse(path).getroot()
        inspect(root)
        for times in walk(path, root, ()):
            seconds += sum(times)
    tally = [(list(worst.values()) + extra).count(outcome) for outcome in range(5)]
    counts = {
        "total": sum(tally),
        "passed": tally[PASSED] + tally[FLAKY],
        "failed": tally[FAILED],
        "errors": tally[ERROR],
        "skipped": tally[SKIPPED],
        "flaky": tally[FLAKY],
        "durationSeconds": float(seconds),
    }
    return {"counts": counts, "results": results}


def share(hits):
    return {"covered": sum(1 for hit in hits.values() if hit), "total": len(hits)}


def named(**kinds):
    return {kind: counts for kind, counts in kinds.items() if counts["total"] > 0}


def count_lcov(path):
    lines, branches, functions = {}, {}, {}
    source = None
    for text in open(path, encoding="utf8"):
        key, _, value = text.rstrip("\n").partition(":")
        if key == "SF":
            source = value
        elif key == "DA":
            number, hits = value.split(",")[:2]
            lines[source, number] = lines.get((source, number), False) or int(hits) > 0
        elif key == "BRDA":
            place, hits = value.rsplit(",", 1)
            branches[source, place] = branches.get((source, place), False) or hits not in ("-", "0")
        elif key == "FN":
            functions.setdefault((source, value.split(",")[-1]), False)
        elif key == "FNDA":
            hits, name = value.split(",", 1)
            functions[source, name] = functions.get((source, name), False) or int(hits) > 0
    return named(lines=share(lines), branches=share(branches), functions=share(functions))


def count_cobertura(path):
    lines, conditions, methods = {}, {}, {}
    for owner in ElementTree.parse(path).iter("class"):
        source = owner.get("filename")
        # A class lists all its lines. Its methods list some of them again.
        for line in owner.findall("lines/line"):
            place = source, int(line.get("number"))
            lines[place] = lines.get(place, False) or int(line.get("hits")) > 0
            condition = re.search(r"\((\d+)/(\d+)\)", line.get("condition-coverage", ""))
            if condition:
                conditions[place] = max(conditions.get(place, (0, 0)), tuple(map(int, condition.groups())))
        for method in owner.iter("method"):
            hits = [int(line.get("hits")) for line in method.iter("line")]
            key = source, owner.get("name"), method.get("name"), method.get("signature")
            methods[key] = any(hits) or (not hits and float(method.get("line-rate")) > 0)
    branches = {
        "covered": sum(covered for covered, _ in conditions.values()),
        "total": sum(total for _, total in conditions.values()),
    }
    return named(lines=share(lines), branches=branches, functions=share(methods))


def count_clover(path):
    """The lines of a Clover report differ by tool; the metrics of its files mean the same in all tools."""
    lines = {}
    sums = defaultdict(lambda: {"covered": 0, "total": 0})
    names = {"statements": "statements", "conditionals": "branches", "methods": "functions"}
    for file in ElementTree.parse(path).iter("file"):
        for line in file.findall("line"):
            if line.get("type") != "method":
                place = file.get("path") or file.get("name"), line.get("num")
                lines[place] = lines.get(place, False) or int(line.get("count")) > 0
        for name, kind in names.items():
            sums[kind]["covered"] += int(file.find("metrics").get(f"covered{name}"))
            sums[kind]["total"] += int(file.find("metrics").get(name))
    return named(lines=share(lines), **sums)


def count_jacoco(path):
    lines, methods = {}, {}
    covered = total = 0
    for package in ElementTree.parse(path).iter("package"):
        for file in package.iter("sourcefile"):
            for line in file.iter("line"):
                lines[package.get("name"), file.get("name"), line.get("nr")] = int(line.get("ci")) > 0
                covered += int(line.get("cb"))
                total += int(line.get("cb")) + int(line.get("mb"))
        for owner in package.iter("class"):
            for method in owner.iter("method"):
                (counter,) = [counter for counter in method.iter("counter") if counter.get("type") == "METHOD"]
                key = owner.get("name"), method.get("name"), method.get("desc")
                methods[key] = int(counter.get("covered")) > 0
    branches = {"covered": covered, "total": total}
    return named(lines=share(lines), branches=branches, functions=share(methods))


def count_istanbul(path):
    sums = defaultdict(lambda: {"covered": 0, "total": 0})
    for name, file in json.load(open(path, encoding="utf8")).items():
        for kind in ("lines", "branches", "functions", "statements"):
            if name != "total":
                sums[kind]["covered"] += file[kind]["covered"]
                sums[kind]["total"] += file[kind]["total"]
    return named(**sums)


def count_istanbul_final(path):
    lines, counts = {}, {"statements": [], "functions": [], "branches": []}
    for name, file in json.load(open(path, encoding="utf8")).items():
        for key, place in file["statementMap"].items():
            line = name, place["start"]["line"]
            lines[line] = lines.get(line, False) or file["s"][key] > 0
        counts["statements"] += file["s"].values()
        counts["functions"] += file["f"].values()
        counts["branches"] += [count for ways in file["b"].values() for count in ways]
    sums = {kind: {"covered": sum(1 for hit in hits if hit > 0), "total": len(hits)} for kind, hits in counts.items()}
    return named(lines=share(lines), **sums)


def count_gocover(path):
    blocks = {}
    for text in open(path, encoding="utf8").read().splitlines()[1:]:
        place, statements, hits = text.rsplit(" ", 2)
        before = blocks.get(place, (0, 0))
        blocks[place] = int(statements), max(int(hits), before[1])
    total = sum(statements for statements, _ in blocks.values())
    covered = sum(statements for statements, hits in blocks.values() if hits > 0)
    return named(statements={"covered": covered, "total": total})


if __name__ == "__main__":
    if sys.argv[1] == "tests":
        answer = count_tests(sys.argv[2:])
    else:
        answer = {"counts": globals()[f"count_{sys.argv[2]}"](sys.argv[3])}
    json.dump(answer, sys.stdout)
