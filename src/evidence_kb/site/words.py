"""The words in which readers see the values of the schema; anything else is shown as it is written."""

from __future__ import annotations

CLAIM_TYPES = {
    "response_rate": "Counts in arms",
    "continuous": "Measurement in arms",
    "time_to_event": "Time to an event",
    "comparison": "Comparison",
    "association": "Association",
    "meta_analysis": "Meta-analysis",
    "network_meta_analysis": "Network meta-analysis",
    "recommendation": "Guideline",
    "regulatory": "Regulatory act",
    "safety": "Warning",
    "regimen": "Regimen",
    "mechanism": "Mechanism",
    "fact": "Background fact",
    "absence": "Searched, not found",
}
DESIGNS = {
    "randomized-controlled-trial": "Randomised controlled trial",
    "non-randomized-trial": "Non-randomised trial",
    "cohort": "Cohort study",
    "case-control": "Case-control study",
    "cross-sectional": "Cross-sectional study",
    "case-series": "Case series, no control group",
    "meta-analysis": "Meta-analysis",
    "network-meta-analysis": "Network meta-analysis",
    "systematic-review": "Systematic review",
    "umbrella-review": "Umbrella review",
    "pooled-analysis": "Pooled analysis of trials",
    "narrative-review": "Narrative review",
    "guideline": "Guideline",
    "physiology-study": "Physiological study",
    "laboratory": "Laboratory study",
    "drug-label": "Drug label",
    "regulatory-communication": "Regulatory communication",
    "web-page": "Web page",
    "news": "News report",
}
MEASURES = {
    "risk_ratio": "Risk ratio",
    "odds_ratio": "Odds ratio",
    "peto_odds_ratio": "Peto odds ratio",
    "hazard_ratio": "Hazard ratio",
    "rate_ratio": "Rate ratio",
    "ratio_of_means": "Ratio of means",
    "risk_difference": "Risk difference",
    "rate_difference": "Rate difference",
    "mean_difference": "Mean difference",
    "median_difference": "Difference of medians",
    "standardized_mean_difference": "Standardised mean difference",
    "difference_in_percent_change": "Difference in percent change",
    "percent_difference": "Percent difference",
    "correlation": "Correlation",
    "regression_coefficient": "Regression coefficient",
    "nnt": "Number needed to treat",
    "nnh": "Number needed to harm",
    "none": "No estimate seen",
}
READ = {
    "full-text": "full text read",
    "abstract": "abstract read, not the full text",
    "part": "part of the text read",
    "label": "label read",
    "registry": "registry entry read",
    "second-hand": "second-hand: the publication itself was not read",
}
READ_SHORT = {
    "full-text": "full text",
    "abstract": "abstract",
    "part": "part of the text",
    "label": "label",
    "registry": "registry",
    "second-hand": "second-hand",
}
KINDS = {"benefit": "benefit", "harm": "harm"}
CERTAINTY_MEANING = {
    "high": "The true effect very probably lies close to this estimate.",
    "moderate": "The true effect is probably close to this estimate, but may differ from it in a way that matters.",
    "low": "The true effect may differ from this estimate in a way that matters.",
    "very-low": "The true effect may well differ from this estimate in a way that matters.",
}
EFFECTS = {
    "benefit": "In favour of the treatment",
    "harm": "Against the treatment",
    "important-benefit": "Important benefit",
    "small-benefit": "Small benefit",
    "little-or-no-difference": "Little or no difference",
    "small-harm": "Small harm",
    "important-harm": "Important harm",
    "uncertain": "Uncertain",
}
VERDICTS = {
    "accurate": "Accurate",
    "accurate-but-selective": "Accurate, but selective",
    "overstated": "Overstated",
    "indirect": "Indirect evidence only",
    "outdated": "Outdated",
    "contradicted": "Contradicted",
    "unsupported": "Unsupported",
    "not-assessed": "Not assessed",
    "not-checkable": "Not checkable",
}
STANCES = {"supports": "For", "contradicts": "Against", "qualifies": "But"}
CONSEQUENCES = {"none": "No harm foreseen", "could-mislead": "Could mislead", "could-harm": "Could harm"}
STANDING = {
    "no-notice-seen": "No correction or retraction notice was seen (not a search of a retraction database)",
    "not-established": "Standing not established",
    "not-applicable": "",
}
WHY_CONTEXT = {
    "design": "its design",
    "population": "other people",
    "condition": "another condition",
    "intervention": "another intervention",
    "comparator": "another comparator",
    "outcome": "another outcome",
    "timepoint": "another time",
    "overlap": "the same people as other evidence",
    "no-usable-figure": "no usable figure",
}


def plain(value: str) -> str:
    """A value of the schema in words: hyphens and underscores become spaces."""
    return value.replace("_", " ").replace("-", " ")


def sentence(value: str) -> str:
    """The same with a capital first letter."""
    words = plain(value)
    return words[:1].upper() + words[1:]


def counted(number: int, one: str, many: str = "") -> str:
    """`1 claim`, `2 claims`, `no claims`."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number or 'no'} {noun}"


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(date: str) -> str:
    """An ISO date as readers write it: `22 Nov 2026`, `Nov 2026`, `2026`."""
    parts = date.split("-")
    if len(parts) == 1:
        return date
    month = MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


FAMILIES = {
    "SC": "The file is YAML and fits the schema",
    "ID": "Ids are unique and equal to the file name",
    "RF": "Every reference leads somewhere",
    "CT": "Every claim is cited, and its source may carry it",
    "IX": "Identifiers are well-formed",
    "FG": "Figures agree with each other",
    "GR": "GRADE ratings add up and have reasons",
    "WD": "Wording fits the certainty",
    "VC": "Terms and codes exist",
    "CU": "Sources still stand and reviews are not overdue",
    "AU": "Verdicts of audits are borne out by their claims",
    "WV": "Waivers are known, used and reasoned",
}
