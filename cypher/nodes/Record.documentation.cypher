// Where more is written of a record, in the order it was told.
UNWIND range(0, size(coalesce(this.documentationUrls, [])) - 1) AS position
WITH this, position ORDER BY position
RETURN {title: this.documentationTitles[position], url: this.documentationUrls[position]} AS node
