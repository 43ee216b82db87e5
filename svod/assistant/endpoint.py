"""Where a model is asked, on which terms."""

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from urllib.parse import urlsplit

FREE = Decimal(0)


class BadEndpoint(ValueError):  # noqa: N818 # what somebody set, not a fault of ours
    """The address cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint. `url` is what "/chat/completions" is added to, usually ending in "/v1".

    `own`: it stands in the house, so personal data need not be masked. `seconds` is for one answer, first byte to last.
    Prices are for a million tokens, in `currency`.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    own: bool = False
    seconds: float = 60.0
    price_in: Decimal = FREE
    price_out: Decimal = FREE
    currency: str = "USD"

    @property
    def host(self) -> str:
        """To whom it is sent, as it is kept on record."""
        return urlsplit(self.url).netloc

    @property
    def has_price(self) -> bool:
        return bool(self.price_in or self.price_out)


def endpoint_at(
    url: str,
    model: str,
    *,
    key: str = "",
    own: bool = False,
    seconds: float = 60.0,
    price_in: str | Decimal = FREE,
    price_out: str | Decimal = FREE,
    currency: str = "USD",
) -> Endpoint:
    """The endpoint, once it is sure that it can be used. Raises BadEndpoint."""
    if not model.strip():
        raise BadEndpoint("name the model to ask")
    if not (key.isascii() and key.isprintable()):
        raise BadEndpoint("the key has characters that no key has")
    address = _address(url, own=own)
    return Endpoint(address, model.strip(), key, own, seconds, _price(price_in), _price(price_out), currency)


def _address(url: str, *, own: bool) -> str:
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise BadEndpoint(f"no address: {error}") from None
    if parts.scheme not in ("http", "https") or not host:
        raise BadEndpoint("expected an address such as https://models.example.org/v1")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise BadEndpoint("the address holds more than host and path; the key is given apart from it")
    if parts.scheme == "http" and not own:
        raise BadEndpoint(
            "what leaves the house goes by https; mark the endpoint as your own if it stands in the house"
        )
    return url.strip().rstrip("/").removesuffix("/chat/completions")


def _price(said: str | Decimal) -> Decimal:
    try:
        price = Decimal(said)
    except InvalidOperation:
        raise BadEndpoint(f"{said!r} is no price for a million tokens") from None
    if not price.is_finite() or price < 0:
        raise BadEndpoint(f"{said!r} is no price for a million tokens")
    return price
