"""A language model beside the built-in reader, where somebody wants one: it points at places, the core reads them.

    endpoint = endpoint_at("https://models.example.org/v1", "some-model", key=key)
    consulted = Assistant(endpoint, pack, keep=write_down).consult(reading)

`consulted` has the merged reading, where the two differ, what was refused and why, and what was sent.

Nothing a model writes is kept: all words are pieces of the document, all codes the pack's, all numbers and days read by
Svod's own rules at the place the model points at.
"""

from svod.assistant.assistant import Assistant
from svod.assistant.endpoint import BadEndpoint, Endpoint, endpoint_at
from svod.assistant.records import ANSWERED, ASKED, Consulted, Difference, Sent
from svod.assistant.written import failure_in_words, problems_of, refusals_in_words, sent_fields

__all__ = [
    "ANSWERED",
    "ASKED",
    "Assistant",
    "BadEndpoint",
    "Consulted",
    "Difference",
    "Endpoint",
    "Sent",
    "endpoint_at",
    "failure_in_words",
    "problems_of",
    "refusals_in_words",
    "sent_fields",
]
