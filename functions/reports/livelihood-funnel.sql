-- Livelihood plans by the district and the quarter in which they became eligible: the cohort every number of a row is of
-- (domain.md 6.6). Plans are counted, one for each return: a returnee who came back twice may stand here twice.
-- `facts` holds the highest revision of each fact.
WITH plans AS (
  SELECT id, district, quarter, startedMonth IS NOT NULL AS started, completedMonth IS NOT NULL AS completed
  FROM facts
  WHERE kind = 'PLAN' AND district IS NOT NULL
),
-- One survey of each occasion: the first baseline, the last of what came after. Months order them, the id settles a tie.
surveys AS (
  SELECT planRef, instrument, occasion = 'BASELINE' AS isBaseline, composite,
         row_number() OVER (
           PARTITION BY planRef, instrument, occasion = 'BASELINE'
           ORDER BY CASE occasion WHEN 'BASELINE' THEN 0 WHEN 'END' THEN 1 ELSE 2 END,
                    CASE occasion WHEN 'BASELINE' THEN month END,
                    month DESC, id
         ) AS place
  FROM facts
  WHERE kind = 'VISIT' AND occasion IS NOT NULL AND composite IS NOT NULL AND weightSet = getvariable('weight_set')
),
-- Compared within one version of the instrument, and all of the report within one weight set (domain.md 6.4).
changes AS (
  SELECT planRef, latest.composite - baseline.composite AS change,
         row_number() OVER (PARTITION BY planRef ORDER BY instrument DESC) AS place
  FROM surveys AS latest
  JOIN surveys AS baseline USING (planRef, instrument)
  WHERE NOT latest.isBaseline AND latest.place = 1 AND baseline.isBaseline AND baseline.place = 1
)
SELECT plans.district,
       plans.quarter,
       CAST(count(*) AS INTEGER) AS eligible,
       CAST(count(*) FILTER (plans.started) AS INTEGER) AS started,
       CAST(count(*) FILTER (plans.completed) AS INTEGER) AS completed,
       CAST(count(changes.change) AS INTEGER) AS surveyed,
       avg(changes.change) AS meanChange
FROM plans
LEFT JOIN changes ON changes.planRef = plans.id AND changes.place = 1
GROUP BY plans.district, plans.quarter
ORDER BY plans.quarter, plans.district
