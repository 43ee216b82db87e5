"""Which totals may be added: those of one measure over scopes that share nothing. Anything else is refused."""

from collections.abc import Iterable, Sequence

from svod.records import Bounds, Scope, Total


class CannotAddError(ValueError):
    """Adding these totals would count something twice, or make one number of unlike things."""

    def __init__(self, why: str, scopes: Sequence[Scope]) -> None:
        super().__init__(f"{why}: {', '.join(map(str, scopes))}")
        self.why = why
        self.scopes = tuple(scopes)


def together(totals: Iterable[Total]) -> Bounds:
    """The sum of totals of scopes that share nothing; of none, exactly 0.

    Raises CannotAddError for different measures (attendances, people and media reach are three), for audiences, which
    share activities, and for a scope beside its part: the campaign and a region, a region and a kind of it.
    """
    parts = list(totals)
    scopes = [part.scope for part in parts]
    if len({scope.measure for scope in scopes}) > 1:
        raise CannotAddError("different measures", scopes)
    if len(scopes) > 1 and any(scope.audience or scope.partner for scope in scopes):
        raise CannotAddError("audiences share activities", scopes)
    if not _are_apart(scopes):
        raise CannotAddError("one scope may hold what another holds", scopes)
    return Bounds.total(part.value for part in parts)


def _are_apart(scopes: Sequence[Scope]) -> bool:
    """Whether no two of the scopes can hold the same activity: each two differ in region, or in kind.

    No region or kind is every region or kind, so it differs from none.
    """
    if len(scopes) < 2:
        return True
    regions, kinds = [scope.region for scope in scopes], [scope.kind for scope in scopes]
    if _all_differ(regions) or _all_differ(kinds):
        return True
    cells = list(zip(regions, kinds, strict=True))
    return all(region and kind for region, kind in cells) and len(set(cells)) == len(cells)


def _all_differ(codes: Sequence[str | None]) -> bool:
    return None not in codes and len(set(codes)) == len(codes)
