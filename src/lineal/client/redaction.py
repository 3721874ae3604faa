"""Arguments of a command line without what looks like a secret.

It is known by its name: what follows `--api-key`, `--password=`, `token=` or `Authorization:` is
left out, and so are a name and a password in an address. Rather too much is left out than too
little. What has no such name, as in `-p s3cret`, nobody can know.
"""

import re
from collections.abc import Iterable

REDACTED = "<redacted>"

# Whole words of a name, and what a word may end with: `key`, but not `monkey`; `authtoken`.
_WORDS = {"pass", "pw", "pwd", "token", "secret", "key", "auth", "authorization", "bearer", "pat"}
_ENDS = ("password", "passwd", "passphrase", "secret", "token", "apikey", "accesskey", "secretkey")
_MANY = ("passwords", "secrets", "keys", "credential", "credentials", "tokens")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_NAMED = re.compile(r"([\w.+-]+)[\"']?\s*[=:]\s*")
_ADDRESS = re.compile(r"(\w://)(?:\S*:\S*|[^/\s@]+)@")
_KNOWN = re.compile(
    r"\b(?:(?:gh[pousr]_|github_pat_|hf_|glpat-|xox[abp]-|AKIA|eyJ)[\w.-]{12,}|sk-(?:\w+-)?\w{16,})"
)
_COUNT = re.compile(r"\d{1,8}")


def redacted(arguments: Iterable[str]) -> list[str]:
    """Returns the arguments, in their order, with REDACTED in place of secrets."""
    safe: list[str] = []
    follows: str | None = None
    for each in arguments:
        if follows is not None and not each.startswith("--"):
            counts = follows.endswith("tokens") and _COUNT.fullmatch(each)
            safe.append(each if counts else REDACTED)
            follows = follows if _is_many(follows) and not each.startswith("-") else None
            continue
        safe.append(_without_secret(each))
        follows = each if each.startswith("-") and "=" not in each and is_secret(each) else None
    return safe


def is_secret(name: str) -> bool:
    """Returns whether what has this name looks like a secret: `--api-key`, `hfToken`."""
    words = [word.lower() for word in _PART.findall(name)]
    return any(word in _WORDS or word.endswith(_ENDS) or word in _MANY for word in words)


def _is_many(name: str) -> bool:
    return name.lower().endswith(_MANY)


def _without_secret(argument: str) -> str:
    """Returns an argument up to the first value whose name is that of a secret."""
    for found in _NAMED.finditer(argument):
        counts = found[1].endswith("tokens") and _COUNT.fullmatch(argument[found.end() :])
        if is_secret(found[1]) and not counts and not argument.startswith("//", found.end()):
            argument = f"{argument[: found.end()]}{REDACTED}"
            break
    return _KNOWN.sub(REDACTED, _ADDRESS.sub(rf"\g<1>{REDACTED}@", argument))
