"""Where files lie, said in one line."""

from pathlib import Path

import pytest

from svod.settings.files import files_settings

BESIDE = Path("/data/files")


def test_beside_the_data_unless_it_is_said_otherwise() -> None:
    assert files_settings("", BESIDE) == ({"BACKEND": "django.core.files.storage.FileSystemStorage"}, BESIDE)
    assert files_settings("/srv/shared", BESIDE)[1] == Path("/srv/shared")


@pytest.mark.parametrize(
    ("told", "bucket", "folder", "endpoint", "region"),
    [
        ("s3://svod", "svod", "", None, None),
        ("s3://svod/files?region=eu-north-1", "svod", "files", None, "eu-north-1"),
        ("s3://svod/a/b/?endpoint=https://s3.example.org:9000", "svod", "a/b", "https://s3.example.org:9000", None),
    ],
)
def test_a_bucket(told: str, bucket: str, folder: str, endpoint: str | None, region: str | None) -> None:
    options = files_settings(told, BESIDE)[0]["OPTIONS"]
    found = (options["bucket_name"], options["location"], options["endpoint_url"], options["region_name"])
    assert found == (bucket, folder, endpoint, region)
    assert options["default_acl"] is None


def test_a_bucket_has_a_name() -> None:
    with pytest.raises(ValueError, match="s3://bucket"):
        files_settings("s3:///files", BESIDE)
