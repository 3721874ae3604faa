// Whether the bases that are told of a version are all that there are.
// include models/more_bases
RETURN NOT more AS node
