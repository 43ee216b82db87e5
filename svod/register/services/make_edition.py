"""The files of a frozen version, kept under the hashes of their bytes: the worker's part of freezing."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import segno
from django.db import transaction
from django.utils import timezone

from svod import records
from svod.guard import Discretion, published
from svod.narration import comparisons, slides
from svod.narration.closing import Frozen, say_verification
from svod.publishing import write_docx, write_html, write_pdf, write_pptx, write_xlsx
from svod.reading import message
from svod.register.announce import announce
from svod.register.consolidated.byhand import ByHand, by_hand
from svod.register.consolidated.discreet import discreet
from svod.register.consolidated.kept import as_plain, hash_of, texts_of
from svod.register.consolidated.rows import pack_of, register_of
from svod.register.consolidated.told import extent_of, register_before, tell
from svod.register.consolidated.tree import grammar_of, tree_of
from svod.register.errors import Refused
from svod.register.models import Edition, EditionFile, Report
from svod.register.models.edition import FILES
from svod.register.services.freeze_report import ensure_true
from svod.register.services.keep import keep

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 3
FOLDER = "editions"

Writer = Callable[[Path], None]


def make(edition: Edition) -> bool:
    """Make the files of the version; whether this call did."""
    waiting = Edition.objects.filter(pk=edition.pk, state=Edition.State.WAITING)
    if not waiting.update(attempts=edition.attempts + 1):
        return False  # another worker was faster
    try:
        _make(edition)
    except Refused:  # the register changed after it was frozen: a person looks again
        waiting.update(state=Edition.State.FAILED)
        return False
    except Exception:
        log.exception("version %s could not be made", edition.pk)
        if edition.attempts + 1 >= MOST_ATTEMPTS:
            waiting.update(state=Edition.State.FAILED)
            return False
        raise
    return True


def _make(edition: Edition) -> None:
    report, extent = edition.report, extent_of(edition.report)
    register = register_of(extent, texts=True)
    told, added = tell(report, extent, register), by_hand(report, pictures=True)
    ensure_true(added.passages, told)
    tree = closed(tree_of(report, told, added), edition)
    writers = zip(FILES, _writers(tree, register, edition, added), strict=True)
    kept = [_kept(edition, name, write, done) for done, (name, write) in enumerate(writers)]
    plain = as_plain(tree)
    with transaction.atomic():
        EditionFile.objects.filter(edition=edition).delete()  # of an attempt that ended halfway
        EditionFile.objects.bulk_create(kept)
        Edition.objects.filter(pk=edition.pk, state=Edition.State.WAITING).update(
            state=Edition.State.READY, tree=plain, texts=texts_of(tree), sha256=hash_of(plain), done=len(kept)
        )
        announce("edition_ready", edition)


def closed(tree: records.Report, edition: Edition) -> records.Report:
    """The report with the page by which the version is checked."""
    grammar = grammar_of(edition.report)
    frozen = Frozen(edition.number, timezone.localdate(edition.made_at), edition.address, edition.code)
    return replace(tree, closing=say_verification(frozen, _qr_code(edition.address), grammar))


def _qr_code(address: str) -> tuple[bytes, int]:
    out, code = BytesIO(), segno.make(address, error="m", micro=False)
    code.save(out, kind="png", scale=8, border=3)
    return out.getvalue(), code.symbol_size(8, 3)[0]


def _writers(tree: records.Report, register: records.Register, edition: Edition, added: ByHand) -> tuple[Writer, ...]:
    """What writes each file, in the order of FILES; without what must not be told."""
    pack, language = pack_of(edition.report.campaign), tree.language
    guard, register = Discretion(register, pack), published(register, pack)
    before = register_before(edition.report)
    shown = slides(register, pack, language, edition.report.style, before, _said(added, edition.report))
    compared = comparisons(register, pack, language, earlier=before)
    shown = replace(shown, title=tree.title, subtitle=tree.subtitle)
    say = partial(message, language=language)
    return (
        lambda path: write_docx(tree, register, path, guard=guard),
        lambda path: write_pdf(tree, register, path, guard=guard),
        lambda path: write_html(tree, register, path, guard=guard),
        lambda path: write_pptx(shown, register, path, guard=guard),
        lambda path: write_xlsx(register, pack, path, language, message=say, guard=guard, compared=compared),
    )


def _said(added: ByHand, report: Report) -> list[str]:
    shown = discreet(report).added(added).recommendations
    return [f"{one.who}: {one.text}" if one.who else one.text for one in shown]


def _kept(edition: Edition, name: str, write: Writer, done: int) -> EditionFile:
    with TemporaryDirectory(prefix="svod-") as folder:
        path = Path(folder, name)
        write(path)
        with path.open("rb") as stream:
            kept = keep(stream, FOLDER)
    Edition.objects.filter(pk=edition.pk).update(done=done + 1)
    return EditionFile(edition=edition, name=name, sha256=kept.sha256, size=kept.size, file=kept.place)
