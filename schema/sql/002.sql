-- SPDX-License-Identifier: GPL-3.0-or-later
-- Migration 2: one filing in several files; what bears out whose it is; subjects named without their code.
--
-- A row of `filing` is what one file says. Files that complement each other (tables in one, the narrative in another)
-- are one filing: the program joins them when it loads them, and nothing stored is changed for it. The views say it,
-- too, for departments that are named alike in all their files.

ALTER TABLE printed_row ADD COLUMN subject TEXT NOT NULL DEFAULT '';  -- code of a subject named without printing it

ALTER TABLE filing ADD COLUMN member TEXT NOT NULL DEFAULT '';        -- its name in the archive that the file is, '' elsewhere

CREATE TABLE identity_evidence (       -- lines that bear out whose filing it is, and of what
  filing_id INTEGER NOT NULL REFERENCES filing(id),
  number    INTEGER NOT NULL,
  what      TEXT NOT NULL,             -- department, scope, year, kind, unit
  text      TEXT NOT NULL,
  page      INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  PRIMARY KEY (filing_id, number)
) STRICT, WITHOUT ROWID;

-- Two files of one department, year, kind and scope are issues of the same thing when both hold one of its tables, or
-- both a narrative (three claims or more). The later one counts: by the date printed where both have one, else by the
-- order they came in. Tidy files add to each other. What history/holdings.c does, in SQL.

CREATE VIEW issue_order AS             -- files with a date take the places of files with a date, in the order of the dates
SELECT f.id AS filing_id, f.department_id, f.fiscal_year, f.kind, f.scope,
       CASE f.issued WHEN '' THEN f.id ELSE
         (SELECT d.id FROM filing AS d
           WHERE d.department_id = f.department_id AND d.fiscal_year = f.fiscal_year AND d.kind = f.kind
             AND d.scope = f.scope AND d.form <> 'tidy' AND d.issued <> ''
             AND (SELECT count(*) FROM filing AS x
                   WHERE x.department_id = f.department_id AND x.fiscal_year = f.fiscal_year AND x.kind = f.kind
                     AND x.scope = f.scope AND x.form <> 'tidy' AND x.issued <> '' AND x.id <= d.id)
               = (SELECT count(*) FROM filing AS y
                   WHERE y.department_id = f.department_id AND y.fiscal_year = f.fiscal_year AND y.kind = f.kind
                     AND y.scope = f.scope AND y.form <> 'tidy' AND y.issued <> ''
                     AND (y.issued, y.id) <= (f.issued, f.id))) END AS place
  FROM filing AS f WHERE f.form <> 'tidy';

CREATE VIEW later AS                   -- pairs: `later` takes the place of `filing_id` where both have the same
SELECT f.filing_id, o.filing_id AS later
  FROM issue_order AS f
  JOIN issue_order AS o ON o.department_id = f.department_id AND o.fiscal_year = f.fiscal_year AND o.kind = f.kind
                       AND o.scope = f.scope AND o.place > f.place;

CREATE VIEW parts AS                   -- what of each file counts
SELECT f.id AS filing_id, f.department_id, f.fiscal_year, f.kind, f.scope, f.form,
       NOT EXISTS (SELECT 1 FROM later AS l
                     JOIN printed_table AS a ON a.filing_id = f.id AND a.state < 2
                     JOIN printed_table AS b ON b.filing_id = l.later AND b.state < 2
                    WHERE l.filing_id = f.id AND a.form_table = b.form_table
                      AND (a.form_table <> '' OR a.title = b.title)) AS tables,
       NOT EXISTS (SELECT 1 FROM later AS l JOIN filing AS o ON o.id = l.later
                    WHERE l.filing_id = f.id
                      AND (f.form = 'narrative' OR (SELECT count(*) FROM claim AS c WHERE c.filing_id = f.id) >= 3)
                      AND (o.form = 'narrative' OR (SELECT count(*) FROM claim AS c WHERE c.filing_id = o.id) >= 3)) AS narrative
  FROM filing AS f;

DROP VIEW claims;
DROP VIEW cells;
DROP VIEW filings;

CREATE VIEW filings AS                 -- one row a file's part; `filing`: the id that `yusuan list` gives the whole
SELECT p.filing_id AS id, d.name AS department, p.fiscal_year,
       CASE p.kind WHEN 0 THEN 'budget' ELSE 'accounts' END AS kind,
       CASE p.scope WHEN 0 THEN 'department' ELSE 'unit' END AS scope,
       p.form, f.issued, f.version, s.name || CASE f.member WHEN '' THEN '' ELSE '/' || f.member END AS file, s.sha256,
       CASE p.form WHEN 'narrative' THEN p.narrative ELSE p.tables END AS latest,
       CASE p.form WHEN 'tidy' THEN p.filing_id ELSE
         (SELECT o.filing_id FROM parts AS o JOIN filing AS g ON g.id = o.filing_id JOIN source AS q ON q.id = g.source_id
           WHERE o.department_id = p.department_id AND o.fiscal_year = p.fiscal_year AND o.kind = p.kind
             AND o.scope = p.scope AND o.form <> 'tidy' AND CASE o.form WHEN 'narrative' THEN o.narrative ELSE o.tables END
           ORDER BY o.form = 'narrative', q.name, q.sha256, o.filing_id LIMIT 1) END AS filing
  FROM parts AS p JOIN filing AS f ON f.id = p.filing_id JOIN department AS d ON d.id = f.department_id
  JOIN source AS s ON s.id = f.source_id;

CREATE VIEW cells AS                   -- one row a printed figure; `page` is of the file
SELECT f.id AS filing_id, f.department, f.fiscal_year, f.kind, f.latest, r.page, t.title AS "table",
       CASE r.side WHEN 1 THEN 'revenue' WHEN 2 THEN 'expenditure' ELSE '' END AS side,
       r.path, r.code, r.label, c.path AS "column", x.fen / 1000000.0 AS amount,
       CASE x.proof WHEN 0 THEN 'grid' WHEN 1 THEN 'unique' WHEN 2 THEN 'likely' ELSE 'ambiguous' END AS proof,
       r.subject, f.filing, f.file
  FROM cell AS x
  JOIN printed_row AS r ON r.table_id = x.table_id AND r.number = x.row
  JOIN printed_column AS c ON c.table_id = x.table_id AND c.number = x.column
  JOIN printed_table AS t ON t.id = x.table_id
  JOIN filings AS f ON f.id = t.filing_id;

CREATE VIEW claims AS                  -- one row a sentence with figures; latest = 1: of the narrative that counts
SELECT f.id AS filing_id, f.department, f.fiscal_year, f.kind,
       (SELECT p.narrative FROM parts AS p WHERE p.filing_id = f.id) AS latest,
       c.page, c.section, c.subject, c.code,
       c.amount_fen / 1000000.0 AS amount, c.share / 1000000.0 AS share, c.change_fen / 1000000.0 AS change,
       c.growth / 1000000.0 AS growth, c.base_fen / 1000000.0 AS base,
       c.completion / 1000000.0 AS completion, c.reason, c.text, f.filing, f.file
  FROM claim AS c JOIN filings AS f ON f.id = c.filing_id;
