// The versions that were made from a version directly, in the order that is asked for.
// include models/derived
// include filters/page_in_order
