// What is left of named nodes: of one alternative, every condition holds.
// include filters/alternatives
// include filters/own
// include filters/end_alternatives
