// The point of a series with the least value.
RETURN {step: this.minStep, time: this.minTime, value: this.minValue} AS node
