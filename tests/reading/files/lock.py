"""Saves a document with a password in several formats: `python3 lock.py SOURCE PASSWORD TARGET…`.

Runs in the Python that LibreOffice's `uno` module is installed for; make.py starts it. Converting on LibreOffice's
command line knows no password.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

FILTERS = {".odt": "writer8", ".doc": "MS Word 97"}
PIPE = "svodlock"


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect():
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(60):
        try:
            context = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:  # not up yet
            time.sleep(0.5)
    sys.exit("LibreOffice did not start")


def main(source, password, *targets):
    with tempfile.TemporaryDirectory() as profile:  # its own: whatever else LibreOffice is doing goes on
        save_locked(profile, source, password, targets)


def save_locked(profile, source, password, targets):
    command = ["soffice", "--headless", "--norestore", f"--accept=pipe,name={PIPE};urp;"]
    with subprocess.Popen([*command, f"-env:UserInstallation={Path(profile).as_uri()}"]):
        desktop = connect()
        try:
            store(desktop, source, password, targets)
        finally:
            desktop.terminate()


def store(desktop, source, password, targets):
    document = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (option("Hidden", True),))
    for target in map(Path, targets):
        how = option("FilterName", FILTERS[target.suffix]), option("Password", password)
        document.storeToURL(target.resolve().as_uri(), how)
    document.close(True)


if __name__ == "__main__":
    main(*sys.argv[1:])
