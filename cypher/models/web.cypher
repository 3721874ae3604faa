// Of the text `repository` what a browser opens: `host`, and `web` after it; null for hosts not known.
// Nothing of the text comes through that is not a plain name after the name of a known host. Hosts of one's own are known by the name of what runs there: gitlab.example.com, which is not like gitlab.com.example.org.
WITH *, CASE
  WHEN repository =~ '(?i)(git\\+)?(https?|ssh|git)://[^\\s]+' THEN split(repository, '://')[1]
  WHEN repository =~ '[\\w.-]+@[\\w.-]+:[^:\\s]+' THEN replace(repository, ':', '/')
END AS address,
  toLower(split(split(coalesce(repository, ''), '://')[0], '+')[-1]) AS scheme
WITH *, [part IN split(coalesce(address, ''), '/') WHERE part <> ''] AS parts
// Who logs in, with a password perhaps, stands before the host only: not in what comes after it.
WITH *, CASE WHEN parts[0] =~ '(?:[^@\\\\?#\\s]*@)?[\\w.-]+(?::[0-9]{1,5})?'
  THEN toLower(split(parts[0], '@')[-1]) END AS authority
WITH *, split(authority, ':')[0] AS name,
  [place IN range(1, size(parts) - 1) | CASE
    WHEN place = size(parts) - 1 AND parts[place] ENDS WITH '.git'
    THEN left(parts[place], size(parts[place]) - 4) ELSE parts[place] END] AS names
WITH *, all(name IN names WHERE name =~ '(?:\\w|%20)(?:[\\w.-]|%20)*') AS plain,
  name =~ '(?:github|gitlab|gitea|forgejo)\\.(?!(?:com|org|io|net|dev)\\.)(?:[a-z0-9-]+(?:\\.[a-z0-9-]+)+|internal|local|lan|corp)' AS own
// The port of a web address is that of the site; that of ssh is not. One without TLS is none to link to.
WITH *, CASE
  WHEN own AND scheme = 'https' THEN authority
  WHEN own AND scheme = 'http' AND authority <> name THEN null
  ELSE name
END AS at
WITH *, CASE
  WHEN NOT plain THEN null
  WHEN name IN ['github.com', 'bitbucket.org', 'codeberg.org', 'gitea.com'] AND size(names) = 2 THEN names
  WHEN name = 'gitlab.com' AND size(names) >= 2 THEN names
  WHEN own AND name STARTS WITH 'gitlab.' AND size(names) >= 2 THEN names
  WHEN own AND size(names) = 2 THEN names
  WHEN name = 'dev.azure.com' AND names[size(names) - 2] = '_git' AND size(names) IN [3, 4] THEN names
  WHEN name IN ['ssh.dev.azure.com', 'vs-ssh.visualstudio.com'] AND size(names) = 4 AND names[0] = 'v3'
    THEN [names[1], names[2], '_git', names[3]]
  WHEN name =~ '[a-z0-9-]+\\.visualstudio\\.com' AND size(names) = 3 AND names[1] = '_git'
    THEN [split(name, '.')[0], names[0], '_git', names[2]]
END AS names
WITH *, CASE WHEN name =~ '(?:ssh\\.dev\\.azure|[a-z0-9-]+\\.visualstudio)\\.com' THEN 'dev.azure.com' ELSE at END AS host,
  CASE WHEN name STARTS WITH 'gitlab.' THEN 'gitlab' ELSE name END AS kind,
  reduce(web = null, name IN names | coalesce(web + '/', '') + name) AS web
