"""What a run was started with: its code and how that was called, and what the code ran in."""

import strawberry

from lineal.kernel.fields import described


@strawberry.type(description="The code that ran, and how it was called.")
class RunSource:
    repository: str | None = described("Where the code is kept.")
    commit: str | None = described("The commit.")
    entry_point: str | None = described("What was started, such as `train:main`.")
    arguments: list[str] | None = described(
        "The arguments on the command line, in their order; empty: there were none, "
        "absent: they were not recorded."
    )
    uncommitted_changes: bool | None = described(
        "Whether the code was another than that of the commit; absent: it was not recorded."
    )
    diff_digest: str | None = described(
        "The digest of the difference from the commit, by which two runs with the same "
        "uncommitted changes are known."
    )


@strawberry.type(description="A package that was installed.")
class Package:
    name: str = described("Its name.")
    version: str = described("Its version.")


@strawberry.type(description="What the code ran in.")
class RunEnvironment:
    image_digest: str | None = described("The digest of the container image.")
    lock_digest: str | None = described("The digest of the lock file of the dependencies.")
    python_version: str | None = described("The version of Python, such as `3.13.2`.")
    packages: list[Package] = described(
        "The packages that were installed, by name; none where they were not recorded."
    )


@strawberry.input(description="The code that ran, and how it was called.")
class RunSourceInput:
    repository: str | None = described("Where the code is kept.", default=None)
    commit: str | None = described("The commit.", default=None)
    entry_point: str | None = described("What was started, such as `train:main`.", default=None)
    arguments: list[str] | None = described(
        "The arguments on the command line, in their order, up to 1,000: whoever reads the "
        "registry reads them, so they must hold no secret.",
        default=None,
    )
    uncommitted_changes: bool | None = described(
        "Whether the code is another than that of the commit.", default=None
    )
    diff_digest: str | None = described(
        "The digest of the difference from the commit, such as `sha256:…`.", default=None
    )


@strawberry.input(description="A package that is installed.")
class PackageInput:
    name: str = described("Its name; each is given once.")
    version: str = described("Its version.")


@strawberry.input(description="What the code ran in.")
class RunEnvironmentInput:
    image_digest: str | None = described("The digest of the container image.", default=None)
    lock_digest: str | None = described("The digest of the lock file.", default=None)
    python_version: str | None = described("The version of Python.", default=None)
    packages: list[PackageInput] = described(
        "The packages that are installed, up to 2,000.", default_factory=list
    )
