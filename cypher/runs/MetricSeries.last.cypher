// The point of a series with the highest step.
RETURN {step: this.lastStep, time: this.lastTime, value: this.lastValue} AS node
