// The run that an evaluation is.
RETURN this AS node
