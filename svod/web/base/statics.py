"""How scripts and styles are served: under names that change with what is in them, compressed, cached for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

MODULES = ("tell/*.js",)  # our own; what others bring along is left as it is
IMPORT = (r"""(?P<matched>from "(?P<url>\./[\w-]+\.js)")""", 'from "%(url)s"')


class Statics(CompressedManifestStaticFilesStorage):
    """Modules that import one another do so by these names, too."""

    patterns = (*CompressedManifestStaticFilesStorage.patterns, *((path, (IMPORT,)) for path in MODULES))
