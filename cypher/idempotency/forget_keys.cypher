// Forgets idempotency keys that are older than two days, a thousand at a time, and says how many.
MATCH (key:IdempotencyKey)
WHERE key.createdAt < datetime() - duration({hours: 48})
WITH key LIMIT 1000
DELETE key
RETURN count(key) AS answer
