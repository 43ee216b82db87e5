"""What the processes of a `svod serve` of its own have used: of the processor, and of memory."""

import os
import time
from pathlib import Path

from handing_in import Service


def cores(service: Service) -> dict[str, float]:
    """Seconds of a core that its processes have used, and what drives them."""
    used = {"the phones": time.process_time()}
    for pid, command in service.family():
        name = next((part for part in ("server", "reader", "confined") if part in command), "others")
        fields = _stat(pid)
        used[name] = used.get(name, 0.0) + _seconds(fields[11:13])
    return used | cores_of_postgresql()


def cores_of_postgresql() -> dict[str, float]:
    """Of all its processes, those that ended included, where it is on this machine."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        own = _stat(cursor.fetchone()[0])
    above = own[1] if own else ""
    used = sum(_seconds(fields[11:13]) for fields in map(_stat, _processes()) if fields and fields[1] == above)
    return {"PostgreSQL": used + _seconds(_stat(above)[11:15])} if above else {}


def _processes() -> list[str]:
    return [one.name for one in Path("/proc").iterdir() if one.name.isdecimal()]


def _stat(pid: int | str) -> list[str]:
    """What the system tells of a process, from its state on; nothing of one that is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def _seconds(ticks: list[str]) -> float:
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def memory(service: Service) -> int:
    """Megabytes: what processes share is counted once."""
    total = 0
    for pid in (service.process.pid, *(pid for pid, _command in service.family())):
        try:
            rows = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:
            continue
        total += next(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
    return total // 1024
