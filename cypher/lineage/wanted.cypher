// Whether a page is selected and whether counts are: what nobody selected is not looked for.
WITH *, any(field IN $selected WHERE field IN ['counts', 'totalCount']
    OR (field = 'edges' AND $after IS NOT NULL)) AS counted,
  any(field IN $selected WHERE field IN
    ['nodes', 'edges', 'pageInfo', 'complete', 'truncatedBy']) AS paged
