"""A reproduction as a POSIX shell script.

What a registry says was written by others. In the script it stands in two places alone: in
comments, as JSON in ASCII, which has no newline and nothing that a terminal obeys; and between the
quotes of `shlex.quote`, if it is a repository, a commit, a digest or a command of a known form.
"""

import json
import re
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lineal.client import Reproduction

REDACTED = "<redacted>"

# A host never begins with a hyphen, which ssh would take for an option.
_REPOSITORY = re.compile(
    r"(?:https|ssh)://(?:[\w.~-]+@)?[A-Za-z0-9\[][!-~]*|git@[A-Za-z0-9][\w.-]*:[A-Za-z0-9/~_.][!-~]*",
    re.ASCII,
)
_COMMIT = re.compile(r"[0-9a-fA-F]{7,64}")
_SHA256 = re.compile(r"sha256:([0-9a-f]{64})")
_SCRIPT = re.compile(r"\w[\w-]*(?:\.\w[\w-]*)*(?:/\w[\w-]*(?:\.\w[\w-]*)*)*\.py", re.ASCII)
_MODULE = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*", re.ASCII)
_FUNCTION = re.compile(rf"({_MODULE.pattern}):({_MODULE.pattern})", re.ASCII)

BEGIN = """\
set -eu
unset CDPATH
directory=${1:-reproduction}
[ $# -eq 0 ] || shift
"""

CLONE = """
if [ ! -d "$directory" ]; then
    git clone -- @repository@ "$directory"
@checkout@fi
"""

# Only in what was cloned: a working copy of somebody's own stays as it is.
CHECKOUT = """\
    git -C "$directory" checkout --quiet --detach @commit@
"""

NO_CLONE = """
if [ ! -d "$directory" ]; then
    echo 'Where the code is kept is not known, or no address that this script clones:' >&2
    echo 'see the comments, and give the directory that it is in.' >&2
    exit 1
fi
"""

ENTER = """\
cd -- "$directory"
"""

COMPARE = """\
case $(git rev-parse HEAD) in
@commit@*) ;;
*)
    echo 'What is checked out is not the commit that was recorded. To have that, there:' >&2
    echo '    git checkout @commit@' >&2
    exit 1
    ;;
esac
"""

VERIFY = """
digest() {
    if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi | cut -c 1-64
}
lock=$(
    find . -path ./.git -prune -o -type f \\
        \\( -name '*lock*' -o -name 'requirements*.txt' -o -path '*requirements/*.txt' \\) -print |
        while IFS= read -r file; do
            if [ "$(digest <"$file")" = @digest@ ]; then printf '%s\\n' "$file"; fi
        done
)
if [ -n "$lock" ]; then
    echo 'The lock file is the one that was recorded.'
else
    echo 'No lock file has the digest that was recorded: the dependencies may be others.' >&2
fi
"""

ASK = """
echo 'Install the dependencies and fetch the data now, if that is not done: see the comments.'
printf '%s\\n' 'This would be started here, and is code that somebody registered:'
printf '    %s\\n' {shown}
printf 'Type yes to start it: '
answer=
read -r answer || true
if [ "$answer" != yes ]; then
    echo 'Nothing was started.' >&2
    exit 1
fi
exec {command}
"""

NO_COMMAND = """
echo 'What was started is not known, or of no form that this script starts: see the comments.' >&2
exit 1
"""


def script(found: "Reproduction") -> str:
    """Returns the script; `sh script [DIRECTORY [ARGUMENT…]]` runs it."""
    told = found.reproduction
    parts = ["#!/bin/sh\n", *(f"# {line}".rstrip() + "\n" for line in _told(found)), BEGIN]
    parts.append(_clone(told.source.repository, told.source.commit))
    parts.append(ENTER)
    parts.append(_with_commit(COMPARE, told.source.commit))
    parts.append(_verify(told.environment.lock_digest))
    parts.append(_start(told.source.entry_point, told.source.arguments))
    return "".join(parts)


def _clone(repository: str | None, commit: str | None) -> str:
    if repository is None or not _REPOSITORY.fullmatch(repository):
        return NO_CLONE
    clone = CLONE.replace("@checkout@", _with_commit(CHECKOUT, commit))
    return clone.replace("@repository@", shlex.quote(repository))


def _with_commit(step: str, commit: str | None) -> str:
    """Returns a step about a commit; nothing if that is not known, or of no known form."""
    if commit is None or not _COMMIT.fullmatch(commit):
        return ""
    return step.replace("@commit@", commit.lower())


def _verify(digest: str | None) -> str:
    found = _SHA256.fullmatch(digest or "")
    return VERIFY.replace("@digest@", found[1]) if found else ""


def _start(entry_point: str | None, arguments: list[str] | None) -> str:
    """Returns the step that asks; arguments that are not known are those of the script itself."""
    start = _started(entry_point or "")
    if start is None:
        return NO_COMMAND
    shown, given = ["ARGUMENT..."], '"$@"'
    if arguments is not None and all(map(_is_plain, arguments)):
        shown, given = arguments, shlex.join(arguments)
    command = f'"${{PYTHON:-python3}}" {shlex.join(start)} {given}'.strip()
    text = _plain(shlex.join(["python3", *start, *shown]))
    return ASK.format(shown=shlex.quote(text), command=command)


def _started(entry_point: str) -> list[str] | None:
    """Returns how Python starts a script, a module or a function; None: of another form."""
    if _SCRIPT.fullmatch(entry_point):
        return [entry_point]
    if _MODULE.fullmatch(entry_point):
        return ["-m", entry_point]
    if found := _FUNCTION.fullmatch(entry_point):
        module, function = found.groups()
        return ["-c", f"import {module}; {module}.{function}()"]
    return None


def _is_plain(argument: str) -> bool:
    """Returns whether an argument is what it looks like, and was not left out."""
    return argument.isprintable() and REDACTED not in argument


def _told(found: "Reproduction") -> Iterator[str]:
    """Yields what the comments say, of which no line has a newline."""
    told = found.reproduction
    yield f"How {_plain(found.ref)} was trained, as far as it is recorded, to do it again."
    yield "Usage: sh THIS [DIRECTORY [ARGUMENT...]]; read it before you run it."
    yield from _list("Was never recorded", [_plain(each.message) for each in told.missing])
    yield from _list("Source", _facts(told.source))
    yield from _list("Environment", _facts(told.environment, but=("packages",)))
    yield from _list(
        "Packages", [_plain(f"{k}=={v}") for k, v in told.environment.packages.items()]
    )
    yield from _list("Parameters", _pairs(told.parameters))
    yield from _list("Seeds", _pairs(told.seeds))
    yield from _list("Data", [_version(each.role, each.version) for each in told.data])
    yield from _list("Models", [_version(each.role, each.version) for each in told.models])
    bases = [_version(str(each.distance), each.version) for each in told.bases]
    yield from _list("Bases, each after how many edges away it is", bases)
    yield ""


def _list(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"{title}:"
        yield from (f"  {line}" for line in lines)


def _facts(given: Any, but: tuple[str, ...] = ()) -> list[str]:
    facts = given.model_dump(mode="json", by_alias=True, exclude={*but, "typename__"})
    return [f"{name}: {_plain(value)}" for name, value in facts.items() if value is not None]


def _pairs(given: Any) -> list[str]:
    return [f"{_plain(key)}: {_plain(value)}" for key, value in given.items()]


def _version(role: str, version: Any) -> str:
    where = [each for each in (version.uri, version.digest) if each]
    return " ".join(_plain(each) for each in (role, version.ref, *where))


def _plain(value: Any) -> str:
    """Returns a value as JSON in ASCII: on one line, and nothing in it does anything."""
    return json.dumps(value, ensure_ascii=True).replace("\x7f", "\\u007f")
