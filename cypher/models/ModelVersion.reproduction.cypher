// What a version is trained again from: all of it is found from the version itself.
RETURN this AS node
