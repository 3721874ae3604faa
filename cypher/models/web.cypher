// Of the text `repository` what a browser opens: `host`, and `web` after it; null for hosts not known.
// Nothing of the text comes through that is not a plain name after the name of a known host.
WITH *, CASE
  WHEN repository =~ '(?i)(git\\+)?(https?|ssh|git)://[^\\s]+' THEN split(repository, '://')[1]
  WHEN repository =~ '[\\w.-]+@[\\w.-]+:[^:\\s]+' THEN replace(repository, ':', '/')
END AS address
WITH *, [part IN split(split(coalesce(address, ''), '@')[-1], '/') WHERE part <> ''] AS parts
WITH *, toLower(split(parts[0], ':')[0]) AS host,
  [place IN range(1, size(parts) - 1) | CASE
    WHEN place = size(parts) - 1 AND parts[place] ENDS WITH '.git'
    THEN left(parts[place], size(parts[place]) - 4) ELSE parts[place] END] AS names
WITH *, all(name IN names WHERE name =~ '(?:\\w|%20)(?:[\\w.-]|%20)*') AS plain
WITH *, CASE
  WHEN NOT plain THEN null
  WHEN host IN ['github.com', 'bitbucket.org', 'codeberg.org'] AND size(names) = 2 THEN names
  WHEN host = 'gitlab.com' AND size(names) >= 2 THEN names
  WHEN host = 'dev.azure.com' AND size(names) = 4 AND names[2] = '_git' THEN names
  WHEN host = 'ssh.dev.azure.com' AND size(names) = 4 AND names[0] = 'v3'
    THEN [names[1], names[2], '_git', names[3]]
END AS names
WITH *, CASE host WHEN 'ssh.dev.azure.com' THEN 'dev.azure.com' ELSE host END AS host,
  reduce(web = null, name IN names | coalesce(web + '/', '') + name) AS web
