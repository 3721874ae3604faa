// The best point of a series: by the side that was asked for, or else by the one that its key tells.
WITH this, coalesce($by, CASE
  WHEN this.key =~ $higher THEN 'MAX' WHEN this.key =~ $lower THEN 'MIN' END) AS by
WHERE by IS NOT NULL
RETURN CASE by
  WHEN 'MAX' THEN {step: this.maxStep, time: this.maxTime, value: this.maxValue}
  ELSE {step: this.minStep, time: this.minTime, value: this.minValue} END AS node
