"""Letters become submissions, each once, whatever line or server or program breaks off. The server is a real one."""

import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.core.files.storage import default_storage
from django.utils import translation

from svod.reading.limits import Limits
from svod.register.mailbox import fetch as fetching
from svod.register.models import Campaign, Incoming, Mailbox, Person, Role, Submission
from svod.register.services.read import read
from tests.browser.line import Line
from tests.register.mailbox.conftest import Post, letter, mail_server, names
from tests.register.test_photos import jpeg
from tests.world import TEXT, World

WRONG = "not the password"


@pytest.fixture(autouse=True)
def aigul(world: World) -> Person:
    person = world.person(Role.REPORTER, world.school, "aigul")
    Person.objects.filter(pk=person.pk).update(email="aigul@example.org")
    return person


@pytest.fixture
def line(mail_port: int) -> Line:
    return Line(mail_port)


def trouble() -> str:
    return Mailbox.objects.get().trouble


def test_it_works(post: Post, world: World) -> None:
    sent = letter()
    sent.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="приложение.txt")
    post.deliver(sent)
    assert post.fetch() == fetching.Fetched(received=1)
    submission = Submission.objects.get()
    assert (submission.organisation, submission.channel, submission.name) == (world.school, "email", "Отчёт школы.eml")
    read(submission)
    assert [one.source for one in submission.documents.all()] == ["Отчёт школы.eml", "Отчёт школы.eml › приложение.txt"]
    assert submission.documents.first().activitys.exists()


def test_it_is_seen_then_and_stays_in_the_mailbox(post: Post) -> None:
    post.deliver(letter())
    assert post.uids("UNSEEN")
    post.fetch()
    assert post.uids("SEEN") == post.uids()
    assert len(post.uids()) == 1


def test_each_letter_is_taken_once(post: Post) -> None:
    post.deliver(letter(subject="1"))
    assert post.fetch().received == 1
    assert post.fetch().received == 0
    post.deliver(letter(subject="2"))
    assert post.fetch().received == 1
    assert names() == ["1", "2"]


def test_the_case_of_an_address_does_not_matter(post: Post) -> None:
    post.deliver(letter("Aigul@Example.org"))
    assert post.fetch().received == 1


def test_an_unknown_senders_letter_is_held_back(post: Post) -> None:
    post.deliver(letter("nobody@example.org"))
    assert post.fetch() == fetching.Fetched(held=1)
    held = Incoming.objects.get()
    assert (held.held_why, held.sender, held.sender_name) == ("unknown", "nobody@example.org", "Айгүл")
    assert "Семья без страха" in held.text
    assert default_storage.exists(held.file.name)


@pytest.mark.parametrize("sender", ["a@example.org, aigul@example.org", "", "aigul"])
def test_a_letter_of_several_or_of_nobody_is_held_back(post: Post, sender: str) -> None:
    sent = letter()
    del sent["From"]
    post.deliver(f"From: {sender}\n".encode() + sent.as_bytes())
    assert post.fetch() == fetching.Fetched(held=1)


@pytest.mark.parametrize(
    "head",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Return_Path": "<>"},
        {"X_Autoreply": "yes"},
        {"From": "MAILER-DAEMON@example.org"},
    ],
)
def test_what_a_program_wrote_is_nobodys_report(post: Post, head: dict[str, str]) -> None:
    post.deliver(letter(**head))
    post.fetch()
    assert Incoming.objects.get().held_why == "automatic"


def test_our_own_letters_are_nobodys_report(post: Post, aigul: Person, settings: object) -> None:
    settings.DEFAULT_FROM_EMAIL = "aigul@example.org"  # type: ignore[attr-defined]
    post.deliver(letter())
    assert post.fetch().held == 1


def test_what_is_large_comes_from_whom_one_knows_alone(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_OF_A_STRANGER", 3000)
    for sender in ("nobody@example.org", "aigul@example.org"):
        large = letter(sender)
        large.add_attachment(jpeg(), maintype="image", subtype="jpeg", filename="фото.jpg")
        post.deliver(large)
    assert post.fetch() == fetching.Fetched(received=1, held=1)
    assert Incoming.objects.get(state="held").held_why == "too_large"


def test_what_is_too_large_is_told_and_not_fetched(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_OF_A_STRANGER", 3000)
    monkeypatch.setattr(fetching, "Limits", lambda: Limits(file_bytes=3000))
    large = letter(subject="велико")
    large.add_attachment(jpeg(), maintype="image", subtype="jpeg", filename="фото.jpg")
    post.deliver(large)
    post.deliver(letter(subject="мало"))
    assert post.fetch() == fetching.Fetched(received=1, held=1)
    held = Incoming.objects.get(state="held")
    assert (held.name, held.held_why, held.size) == (
        "велико.eml",
        "too_large",
        len(post.sent[0].replace(b"\n", b"\r\n")),
    )
    assert not held.file


def test_a_letter_that_keeps_to_no_rule_stops_no_other(post: Post) -> None:
    post.deliver(b"\xff\xfe\r\nSubject: =?utf-8?b?!!!?=\r\nDate: yesterday\r\nFrom: <<>>,;:\r\n\r\n\0\1")
    post.deliver(letter(subject="целое"))
    assert post.fetch() == fetching.Fetched(received=1, held=1)


def test_a_letter_delivered_twice_is_one(post: Post) -> None:
    sent = letter()
    post.deliver(b"Received: from a by b\n" + sent.as_bytes())
    post.deliver(b"Received: from c by d\n" + sent.as_bytes())
    assert post.fetch().received == 1


def test_two_letters_under_one_message_id_are_two(post: Post) -> None:
    for subject in ("один", "другой"):
        post.deliver(letter(subject=subject, Message_ID="<same@example.org>"))
    assert post.fetch().received == 2


def test_where_the_server_counts_anew_nothing_is_doubled(post: Post) -> None:
    for subject in "123":
        post.deliver(letter(subject=subject))
    post.fetch()
    before = Mailbox.objects.get().uid_validity
    post.client.delete_folder(post.place.folder)
    post.client.create_folder(post.place.folder)
    for data in [*post.sent, letter(subject="4")]:
        post.deliver(data)
    assert post.fetch().received == 1
    assert Mailbox.objects.get().uid_validity != before
    assert names() == ["1", "2", "3", "4"]


def test_a_cut_line_loses_and_doubles_nothing(post: Post, line: Line) -> None:
    """Cut in the middle again and again, each time a little further."""
    told = [str(number) for number in range(4)]
    for subject in told:
        post.deliver(letter(subject=subject, text=TEXT * 5))
    cut_after, cuts = 100, 0
    while True:
        line.mend(cut_after)
        done = post.fetch(post.through(line))
        if not done.trouble:
            break
        assert done.trouble == "cut"
        cut_after, cuts = cut_after + 911, cuts + 1
    line.close()
    assert cuts > 5
    assert names() == told
    assert Submission.objects.count() == len(told)
    assert len(post.uids()) == len(told)
    assert trouble() == ""


def test_a_program_that_dies_after_the_commit_doubles_nothing(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_given: object, **_named: object) -> None:
        raise MemoryError

    for subject in "12":
        post.deliver(letter(subject=subject))
    with monkeypatch.context() as dying:
        dying.setattr(fetching.IMAPClient, "add_flags", die)
        assert post.fetch().trouble == "fault"
    assert names() == ["1"]
    assert post.fetch().received == 1
    assert names() == ["1", "2"]


def test_trouble_is_told_in_words_and_passes(post: Post) -> None:
    post.fetch(post.place._replace(password=WRONG))
    box = Mailbox.objects.get()
    with translation.override("en"):
        assert "refuses the user name or the password" in box.get_trouble_display()
    since = box.trouble_since
    post.fetch(post.place._replace(password=WRONG))
    assert Mailbox.objects.get().trouble_since == since
    post.fetch()
    box = Mailbox.objects.get()
    assert (box.trouble, box.trouble_since) == ("", None)
    assert box.fetched_at


def test_a_server_that_is_not_there(post: Post) -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        free = nobody.getsockname()[1]
    assert post.fetch(post.place._replace(port=free)).trouble == "no_answer"


def test_a_folder_that_is_not_there(post: Post) -> None:
    assert post.fetch(post.place._replace(folder="отчёты")).trouble == "no_folder"


def test_without_encryption_where_it_is_asked_for_no_password_is_sent(post: Post) -> None:
    assert post.fetch(post.place._replace(tls=True)).trouble == "server"
    assert post.fetch(post.place._replace(ssl=True)).trouble == "no_tls"


def test_a_server_that_cannot_prove_its_name_gets_no_password(post: Post, tmp_path: Path) -> None:
    with mail_server("--cert", str(self_signed(tmp_path)), "--key", str(tmp_path / "key.pem")) as port:
        assert post.fetch(post.place._replace(port=port, tls=True)).trouble == "no_trust"


def self_signed(folder: Path) -> Path:
    """A certificate that nobody vouches for."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1))
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
    (folder / "certificate.pem").write_bytes(made.sign(key, hashes.SHA256()).public_bytes(pem))
    return folder / "certificate.pem"


def test_without_a_campaign_letters_stay_where_they_are(post: Post) -> None:
    post.deliver(letter())
    Campaign.objects.all().delete()
    assert post.fetch().trouble == "no_campaign"
    assert not Incoming.objects.exists()
    assert post.uids("UNSEEN")
