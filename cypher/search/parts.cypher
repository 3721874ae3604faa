// What is in `names`, each section in one word, and apart where case or digits begin: an expression.
// What looks like a digest is one word.
reduce(parts = '', section IN reduce(all = [], name IN [name IN names WHERE name IS NOT NULL] |
    all + split(name, ['/', '#', ':', ' '])) |
  parts + CASE WHEN section =~ "(?s).*[-_.+'].*"
    THEN ' ' + reduce(text = section, sign IN ['-', '_', '.', '+', "'"] | replace(text, sign, '')) ELSE '' END
  + reduce(parts = '', word IN [word IN split(section, ['-', '_', '.', '+', "'"])
      WHERE word =~ '(?s).*(\\p{Ll}\\p{Lu}|\\p{Lu}\\p{Lu}\\p{Ll}|[0-9]\\D|\\D[0-9]).*'
        AND NOT word =~ '[0-9a-fA-F]{7,}'] |
    parts + ' ' + reduce(text = substring(word, 0, 1), i IN range(1, size(word) - 1) | text
      + CASE WHEN substring(word, i - 1, 3) =~ '(?s)[0-9]\\D.?|\\D[0-9].?|\\p{Ll}\\p{Lu}.?|\\p{Lu}\\p{Lu}\\p{Ll}'
        THEN ' ' ELSE '' END
      + substring(word, i, 1))))
