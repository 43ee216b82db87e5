"""Why a submission gives no text.

UnreadableSubmission          every reason has a code of messages.toml and the details that fill its gaps
├── Empty                     not a byte in it
├── Damaged                   cut off or broken: the file does not keep to its own format
├── Encrypted                 needs a password
├── TooLarge                  beyond one of the Limits (size, unpacked size, members, depth, characters)
├── Unsafe                    built to do harm: a path out of the archive, a document type declaration
├── Unsupported               a kind of file that is not read
├── NeedsOcr                  a picture, and no Tesseract with Russian and Kazakh to read it
└── NoText                    opened, but holds no letter or digit
"""


class UnreadableSubmission(Exception):  # noqa: N818 # it is a state of the submission, not a fault of ours
    """A submission that gives no text; `code` names the message, `details` fill its gaps."""

    default = "damaged"

    def __init__(self, code: str | None = None, **details: object) -> None:
        self.code = code or self.default
        self.details = tuple((name, str(value)) for name, value in details.items())
        super().__init__(self.code)


class Empty(UnreadableSubmission):
    default = "empty"


class Damaged(UnreadableSubmission):
    default = "damaged"


class Encrypted(UnreadableSubmission):
    default = "encrypted"


class TooLarge(UnreadableSubmission):
    default = "too_large"


class Unsafe(UnreadableSubmission):
    default = "unsafe_xml"


class Unsupported(UnreadableSubmission):
    default = "unknown_format"


class NeedsOcr(UnreadableSubmission):
    default = "needs_ocr"


class NoText(UnreadableSubmission):
    default = "no_text"
