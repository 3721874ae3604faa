// Whether a value is as wanted; those of other types compare as null: they are not let through.
        value IS NOT NULL
// if $OF.among
          AND (wanted.among IS NULL OR coalesce(value IN wanted.among, false))
// end
// if $OF.atLeast
          AND (wanted.atLeast IS NULL OR coalesce(value >= wanted.atLeast, false))
// end
// if $OF.atMost
          AND (wanted.atMost IS NULL OR coalesce(value <= wanted.atMost, false))
// end
// if $OF.since
          AND (wanted.since IS NULL OR coalesce(value >= wanted.since, false))
// end
// if $OF.until
          AND (wanted.until IS NULL OR coalesce(value < wanted.until, false))
// end
