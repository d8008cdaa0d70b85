"""The address of each kind of identifier."""

from __future__ import annotations

import pytest

from evidence_kb.identifiers import Kind, url_for


@pytest.mark.parametrize(
    ("kind", "value", "link"),
    [
        ("DOI", "10.1000/182", "https://doi.org/10.1000/182"),
        ("DOI", "10.1002/(sici)1:2<3::aid>3.0.co;2-#", "https://doi.org/10.1002/(sici)1:2%3C3::aid%3E3.0.co;2-%23"),
        ("PMID", "23853635", "https://pubmed.ncbi.nlm.nih.gov/23853635/"),
        ("PMCID", "PMC3703169", "https://pmc.ncbi.nlm.nih.gov/articles/PMC3703169/"),
        ("NCT", "NCT01234567", "https://clinicaltrials.gov/study/NCT01234567"),
        ("ISRCTN", "ISRCTN12345678", "https://www.isrctn.com/ISRCTN12345678"),
        (
            "EudraCT",
            "2004-000446-20",
            "https://www.clinicaltrialsregister.eu/ctr-search/search?query=eudract_number:2004-000446-20",
        ),
        ("EudraCT", "2022-500024-30-00", "https://euclinicaltrials.eu/ctis-public/view/2022-500024-30-00"),
        ("ISSN", "2049-3630", "https://portal.issn.org/resource/ISSN/2049-3630"),
        ("ORCID", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
        ("URL", "http://192.0.2.10:3004/details/1", "http://192.0.2.10:3004/details/1"),
        ("ISBN", "9780306406157", None),
        ("URL", "javascript:alert(1)", None),
        ("DOI", "10.1000", None),
    ],
)
def test_each_kind_leads_to_its_registry(kind: Kind, value: str, link: str | None) -> None:
    assert url_for(kind, value) == link
