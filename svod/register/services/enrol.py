"""Make an account."""

from svod.register.history import operation
from svod.register.models import Person


def enrol(username: str, password: str, *, email: str = "", language: str = "", **names: str) -> Person:
    """Somebody new, with no role yet. Raises IntegrityError where the name or the address is taken."""
    person = Person(username=username, email=email.lower(), language=language, **names)
    person.set_password(password)
    with operation("enrol", None, note=username) as deed:
        deed.create(person)
        deed.operation.person = person
        deed.operation.save(update_fields=["person"])
    return person
