// Whether the parameter of a property's name is a seed.
toLower(name) ENDS WITH 'seed' OR toLower(name) ENDS WITH 'random_state'
