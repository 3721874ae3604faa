// Whether a value is as wanted; those of other types compare as null: they are not let through.
        value IS NOT NULL
          AND (wanted.among IS NULL OR coalesce(value IN wanted.among, false))
          AND (wanted.atLeast IS NULL OR coalesce(value >= wanted.atLeast, false))
          AND (wanted.atMost IS NULL OR coalesce(value <= wanted.atMost, false))
          AND (wanted.since IS NULL OR coalesce(value >= wanted.since, false))
          AND (wanted.until IS NULL OR coalesce(value < wanted.until, false))
