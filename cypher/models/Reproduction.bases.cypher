// The versions that a version was made from, directly or not, the nearest first.
// include models/nearest_bases
RETURN {distance: distance, version: item} AS node
