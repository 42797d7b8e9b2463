"""Prometheus' text format, read strictly: https://prometheus.io/docs/instrumenting/exposition_formats/"""

import re

NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
LABEL = r'[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"'
LINE = re.compile(rf"({NAME})(?:\{{({LABEL}(?:,{LABEL})*)\}})? (\S+)")
PAIR = re.compile(r'([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"')
ESCAPED = {'\\"': '"', "\\\\": "\\", "\\n": "\n"}


class Metric:
    """One metric: its kind, its help, and each value under the labels that it has, as a frozenset of pairs."""

    def __init__(self, name, help):
        self.name, self.help, self.kind, self.values = name, help, None, {}

    @property
    def labels(self):
        return {name for labels in self.values for name, _ in labels}

    def sum(self, **labels):
        """Of all values that have these labels."""
        return sum(value for have, value in self.values.items() if labels.items() <= dict(have).items())


def parse(text):
    """All metrics by name. Of a histogram the parts are metrics too, under their own names. Raises for what a scraper would
    refuse or misread."""
    metrics, current = {}, None
    assert text.endswith("\n")
    for line in text.splitlines():
        if line.startswith("# HELP "):
            name, _, help = line[7:].partition(" ")
            assert name not in metrics and help, line
            current = metrics[name] = Metric(name, help)
        elif line.startswith("# TYPE "):
            name, kind = line[7:].split(" ")
            assert current and name == current.name and current.kind is None, f"TYPE belongs behind HELP: {line}"
            assert kind in ("counter", "gauge", "histogram"), line
            current.kind = kind
        else:
            found = LINE.fullmatch(line)
            assert found and current and current.kind, line
            name, labels, number = found.groups()
            parts = ("_bucket", "_sum", "_count") if current.kind == "histogram" else ("",)
            assert name in [current.name + part for part in parts], f"{line} under {current.name}"
            unescape = lambda value: re.sub(r"\\.", lambda match: ESCAPED[match.group()], value)
            pairs = [(label, unescape(value)) for label, value in PAIR.findall(labels or "")]
            key = frozenset(pairs)
            assert len(dict(pairs)) == len(pairs), f"a label twice: {line}"
            metric = metrics.setdefault(name, Metric(name, current.help))
            assert key not in metric.values, f"twice: {line}"
            metric.values[key] = float(number)
            assert current.kind == "gauge" or name.endswith("_sum") or metric.values[key] >= 0, line
    for metric in [metric for metric in metrics.values() if metric.kind == "histogram"]:
        check_histogram(metrics, metric.name)
    return metrics


def check_histogram(metrics, name):
    """Each bucket holds the ones before it, and the last one all."""
    empty = Metric(name, "")
    series = {}
    for labels, count in metrics.get(name + "_bucket", empty).values.items():
        have = dict(labels)
        bound = float(have.pop("le"))
        series.setdefault(frozenset(have.items()), {})[bound] = count
    assert series.keys() == metrics.get(name + "_count", empty).values.keys() == metrics.get(name + "_sum", empty).values.keys()
    for labels, buckets in series.items():
        counts = [buckets[bound] for bound in sorted(buckets)]
        assert counts == sorted(counts) and float("inf") in buckets, (name, labels)
        assert counts[-1] == metrics[name + "_count"].values[labels], (name, labels)
