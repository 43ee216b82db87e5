"""Whose a submission is, by the folders on the way to it."""

from collections.abc import Mapping

from svod.packs.pack import Pack


def regions_by_name(pack: Pack) -> dict[str, str]:
    return {
        name.casefold(): unit.code
        for unit in pack.geography.regions
        for name in (*unit.names.values(), *unit.short.values(), *unit.other)
    }


def filed_under(source: str, regions: Mapping[str, str]) -> tuple[str, ...]:
    """The regions whose name is that of a folder: of "Костанай/отчёты.zip › отчёт.docx", Костанай's."""
    folders = (part.strip().casefold() for part in source.replace(" › ", "/").split("/")[:-1])
    return tuple(regions[folder] for folder in folders if folder in regions)
