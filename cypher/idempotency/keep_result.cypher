// Keeps what was made under an idempotency key.
MATCH (key:IdempotencyKey {key: $key})
SET key.made = $made
RETURN true AS answer
