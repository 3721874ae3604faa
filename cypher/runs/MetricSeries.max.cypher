// The point of a series with the greatest value.
RETURN {step: this.maxStep, time: this.maxTime, value: this.maxValue} AS node
