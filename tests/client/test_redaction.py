"""Arguments without what looks like a secret."""

import shlex

import pytest

from lineal.client.redaction import REDACTED, is_secret, redacted


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("--password s3cret --depth 4", "--password ? --depth 4"),
        ("--password=s3cret", "--password=?"),
        ("--api-key -s3cret", "--api-key ?"),
        ("--apiKey s3cret", "--apiKey ?"),
        ("--use-token --depth 4", "--use-token --depth 4"),
        ("--hf_token 's3 cret'", "--hf_token ?"),
        ("--api-keys s3cret s3cret --depth 4", "--api-keys ? ? --depth 4"),
        ("db.password=s3cret +optimizer.lr=0.1", "db.password=? +optimizer.lr=0.1"),
        ("AWS_SECRET_ACCESS_KEY=s3cret", "AWS_SECRET_ACCESS_KEY=?"),
        ("-H 'Authorization: Bearer s3cret'", "-H 'Authorization: ?'"),
        ("https://example.org/x?token=s3cret&a=1", "https://example.org/x?token=?"),
        ("""'{"lr": 1, "api_key": "s3cret"}'""", """'{"lr": 1, "api_key": ?'"""),
        ("postgres://me:s3c@ret@db/risk", "postgres://?@db/risk"),
        ("https://s3cret@example.org/risk.git", "https://?@example.org/risk.git"),
        ("--model ghp_0123456789abcdefghij", "--model ?"),
        ("--header hf_0123456789abcdefghij", "--header ?"),
    ],
)
def test_what_looks_like_a_secret_is_left_out(given: str, safe: str) -> None:
    assert redacted(shlex.split(given)) == [
        each.replace("?", REDACTED, 1) if "x?" not in each else each.replace("=?", f"={REDACTED}")
        for each in shlex.split(safe)
    ]


@pytest.mark.parametrize(
    "given",
    [
        "--depth 4 --lr=0.1 data/train.parquet",
        "--tokenizer gpt2 --max-tokens 512 --max_new_tokens=512",
        "--monkey 1 --author me --keyword x --path s3://data/key/1 --bypass yes",
        "s3://bucket/tokens/1 git+https://example.org/risk.git@v1",
        "-p s3cret",
    ],
)
def test_all_else_is_kept(given: str) -> None:
    assert redacted(shlex.split(given)) == shlex.split(given)


@pytest.mark.parametrize(
    "name", ["--API_KEY", "APIKey", "authtoken", "--client-secret", "PGPASSWD"]
)
def test_names_of_secrets(name: str) -> None:
    assert is_secret(name)
