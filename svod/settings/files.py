"""Where the files lie that people hand in, said in one line: a folder, or a bucket that speaks S3."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

FOLDER = "django.core.files.storage.FileSystemStorage"
BUCKET = "storages.backends.s3.S3Storage"


def files_settings(told: str, default: Path) -> tuple[dict[str, Any], Path]:
    """The storage, and the folder for what is on this machine: "" is the folder beside the data, "/srv/shared" another
    one, "s3://bucket/folder?endpoint=https://s3.example.org&region=eu" a bucket, whose keys the environment holds as
    AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."""
    if not told.startswith("s3://"):
        return {"BACKEND": FOLDER}, Path(told).resolve() if told else default
    parts, words = urlsplit(told), parse_qs(urlsplit(told).query)
    if not parts.netloc:
        raise ValueError(f"SVOD_FILES: expected s3://bucket/folder, found {told!r}")
    options = {
        "bucket_name": parts.netloc,
        "location": parts.path.strip("/"),
        "endpoint_url": words.get("endpoint", [None])[0],
        "region_name": words.get("region", [None])[0],
        "file_overwrite": True,  # a name is the hash of its bytes, or drawn at random
        "default_acl": None,  # nothing is public
        "signature_version": "s3v4",
    }
    return {"BACKEND": BUCKET, "OPTIONS": options}, default
