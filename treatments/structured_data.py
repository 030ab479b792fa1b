"""What do search engines learn about a treatment or a condition?

Only terms of schema.org (release 30.0) whose domain and range fit: ``contraindication`` and
``seriousAdverseOutcome`` belong to ``MedicalTherapy``; how often a risk happens has no property, so it is a
second text of the description. Every text is one that the page shows.
"""

from __future__ import annotations

from typing import Any

Node = dict[str, Any]

PROCEDURE_TYPES = {
    "noninvasive": "https://schema.org/NoninvasiveProcedure",
    "percutaneous": "https://schema.org/PercutaneousProcedure",
}
SPECIALTIES = {
    "dermatology": "https://schema.org/Dermatology",
    "plastic_surgery": "https://schema.org/PlasticSurgery",
    "primary_care": "https://schema.org/PrimaryCare",
    "nursing": "https://schema.org/Nursing",
}
CODE_SYSTEMS = {"icd10": "ICD-10", "icd11": "ICD-11", "snomed": "SNOMED CT"}


def medical_therapy(document: dict[str, Any], specialty: str = "") -> Node:
    """Return the ``MedicalTherapy`` node of a treatment's document; ``specialty`` is a ``Specialty`` code."""
    sections = document["sections"]
    steps, risks = sections["process"]["steps"], sections["risks"]
    procedure = (document["procedure_type"] or {}).get("code", "")
    return _filled(
        {
            # A type for surgery exists beside the therapy; procedureType has no value for it.
            "@type": ["MedicalTherapy", "SurgicalProcedure"] if procedure == "surgical" else "MedicalTherapy",
            "name": document["title"],
            "alternateName": document["also_known_as"],
            "description": document["summary"],
            "url": document["url"],
            "procedureType": PROCEDURE_TYPES.get(procedure),
            "relevantSpecialty": SPECIALTIES.get(specialty),
            "bodyLocation": [area["display"] for area in document["body_areas"]],
            "preparation": _steps_texts(steps, "consultation", "before"),
            "howPerformed": _steps_texts(steps, "during"),
            "followup": _steps_texts(steps, "after", "follow_up"),
            "adverseOutcome": [_outcome(risk) for risk in risks["items"] if not _serious(risk)],
            "seriousAdverseOutcome": [_outcome(risk) for risk in risks["items"] if _serious(risk)],
            "contraindication": [_contraindication(entry) for entry in risks["contraindications"]],
        }
    )


def medical_condition(document: dict[str, Any]) -> Node:
    """Return the ``MedicalCondition`` node of a condition's document."""
    about = document["sections"]["about"]
    return _filled(
        {
            "@type": "MedicalCondition",
            "name": document["title"],
            "alternateName": document["also_known_as"],
            "description": document["summary"],
            "url": document["url"],
            "signOrSymptom": [{"@type": "MedicalSymptom", "name": sign} for sign in about["signs"]],
            "cause": {"@type": "MedicalCause", "description": about["causes"]["text"]}
            if about["causes"]
            else None,
            "riskFactor": [{"@type": "MedicalRiskFactor", "name": f["label"]} for f in about["risk_factors"]],
            "possibleTreatment": [
                {"@type": "MedicalTherapy", "name": card["title"], "url": card["url"]}
                for card in document["treatments"]
            ],
            "code": [
                {
                    "@type": "MedicalCode",
                    "codeValue": code["code"],
                    "codingSystem": CODE_SYSTEMS[code["system"]],
                }
                for code in document["codes"]
            ],
        }
    )


def person(document: dict[str, Any], cards: list[dict[str, Any]]) -> Node:
    """Return the ``Person`` node of the page of somebody who writes."""
    profile = document["sections"]["profile"]
    return _filled(
        {
            "@type": "Person",
            "name": document["title"],
            "url": document["path"],
            "jobTitle": profile["job_title"],
            "description": profile["bio"]["text"] if profile["bio"] else None,
        }
    )


def item_list(document: dict[str, Any], cards: list[dict[str, Any]]) -> Node:
    """Return the ``ItemList`` node of a list of cards."""
    return {
        "@type": "ItemList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": card["title"], "url": card["path"]}
            for position, card in enumerate(cards, start=1)
        ],
    }


def word_list(cards: list[dict[str, Any]], name: str) -> Node:
    """Return the ``DefinedTermSet`` node of a glossary."""
    return {
        "@type": "DefinedTermSet",
        "name": name,
        "hasDefinedTerm": [
            _filled(
                {
                    "@type": "DefinedTerm",
                    "name": card["title"],
                    "alternateName": card["abbreviation"],
                    "description": card["summary"],
                }
            )
            for card in cards
        ],
    }


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value}


def _steps_texts(steps: list[dict[str, Any]], *phases: str) -> list[str]:
    return [
        text
        for step in steps
        if step["phase"] and step["phase"]["code"] in phases
        for text in (step["title"], step["body"]["text"])
    ]


def _serious(risk: dict[str, Any]) -> bool:
    return bool(risk["severity"] and risk["severity"]["code"] == "serious")


def _outcome(risk: dict[str, Any]) -> Node:
    mild = bool(risk["severity"] and risk["severity"]["code"] == "mild")
    return {
        "@type": "MedicalSymptom" if mild else "MedicalCondition",
        "name": risk["name"],
        "description": [risk["description"]["text"], risk["frequency"]["display"]],
    }


def _contraindication(entry: dict[str, Any]) -> Node:
    detail = entry["detail"]["text"] if entry["detail"] else None
    kind = entry["kind"]["display"] if entry["kind"] else None
    return _filled(
        {
            "@type": "MedicalContraindication",
            "name": entry["label"],
            "description": [part for part in (kind, detail) if part],
        }
    )
