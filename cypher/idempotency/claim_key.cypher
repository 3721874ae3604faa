// Claims an idempotency key: answers with the payload it was first used with, and what that made.
MERGE (key:IdempotencyKey {key: $key})
ON CREATE SET key.payload = $payload, key.createdAt = datetime()
RETURN {payload: key.payload, made: key.made} AS answer
