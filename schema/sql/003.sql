-- SPDX-License-Identifier: GPL-3.0-or-later
-- Migration 3: what people decided about findings, and an order of arrival that several stores can share.
--
-- Findings are derived and stored nowhere; a review is evidence like a filing: it is never changed, only followed by
-- another one. The newest of a finding counts. All that a store holds of reviews is a set of rows, so that joining two
-- stores is the union of them.

CREATE TABLE review (
  finding     TEXT NOT NULL,             -- id of the finding, the same in every store that holds its filing
  reviewed    INTEGER NOT NULL,          -- when: microseconds since 1970
  decision    INTEGER NOT NULL,          -- Decision: 0 accepted, 1 reopened
  reviewer    TEXT NOT NULL,             -- who
  note        TEXT NOT NULL,             -- why
  until       TEXT NOT NULL,             -- last day on which it holds, yyyy-mm-dd; '' without an end
  figures     TEXT NOT NULL,             -- SHA-256 of the figures that the finding rested on
  rule        TEXT NOT NULL,             -- what the finding was, for when it is no longer there
  department  TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  subject     TEXT NOT NULL,
  code        TEXT NOT NULL,
  amount_fen  INTEGER,                   -- at issue then, with the step of its last digit; NULL without one
  amount_step INTEGER,
  message     TEXT NOT NULL,             -- what it said then
  PRIMARY KEY (finding, reviewed, decision, reviewer, note, until, figures)
) STRICT, WITHOUT ROWID;

-- Which of two files came in later is asked where no date printed in them tells which of them counts. Row numbers differ
-- from store to store; the moment of the run that brought a file in goes with the file. Files of one run have no order
-- among themselves but that of their names: the order in which they were named or read must not matter.

ALTER TABLE source ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;  -- the run's begin, in microseconds since 1970

UPDATE source SET arrived = imported * 1000000 + id;               -- older stores keep the order that they had

ALTER TABLE source ADD COLUMN came TEXT NOT NULL GENERATED ALWAYS AS  -- sorts by: run, name up to its ending, name, bytes
  (printf('%020d', arrived) || char(9) || rtrim(rtrim(name, replace(name, '.', '')), '.') || char(9) || name || char(9) || sha256)
  VIRTUAL;

CREATE INDEX source_of_arrival ON source(arrived);

-- As in 002.sql, with the order of arrival in the place of row numbers.

DROP VIEW issue_order;

CREATE VIEW arrival AS                 -- files that may be issues of each other, with the order they came in
SELECT f.id AS filing_id, f.department_id, f.fiscal_year, f.kind, f.scope, f.issued, s.came
  FROM filing AS f JOIN source AS s ON s.id = f.source_id WHERE f.form <> 'tidy';

CREATE VIEW issue_order AS             -- files with a date take the places of files with a date, in the order of the dates
SELECT f.filing_id, f.department_id, f.fiscal_year, f.kind, f.scope,
       CASE f.issued WHEN '' THEN
         (SELECT count(*) FROM arrival AS e
           WHERE e.department_id = f.department_id AND e.fiscal_year = f.fiscal_year AND e.kind = f.kind
             AND e.scope = f.scope AND (e.came, e.filing_id) <= (f.came, f.filing_id))
       ELSE
         (SELECT (SELECT count(*) FROM arrival AS e
                   WHERE e.department_id = d.department_id AND e.fiscal_year = d.fiscal_year AND e.kind = d.kind
                     AND e.scope = d.scope AND (e.came, e.filing_id) <= (d.came, d.filing_id))
            FROM arrival AS d
           WHERE d.department_id = f.department_id AND d.fiscal_year = f.fiscal_year AND d.kind = f.kind
             AND d.scope = f.scope AND d.issued <> ''
             AND (SELECT count(*) FROM arrival AS x
                   WHERE x.department_id = f.department_id AND x.fiscal_year = f.fiscal_year AND x.kind = f.kind
                     AND x.scope = f.scope AND x.issued <> '' AND (x.came, x.filing_id) <= (d.came, d.filing_id))
               = (SELECT count(*) FROM arrival AS y
                   WHERE y.department_id = f.department_id AND y.fiscal_year = f.fiscal_year AND y.kind = f.kind
                     AND y.scope = f.scope AND y.issued <> ''
                     AND (y.issued, y.came, y.filing_id) <= (f.issued, f.came, f.filing_id))) END AS place
  FROM arrival AS f;

CREATE VIEW reviews AS                 -- the review that counts of each finding; whether its figures still hold: `yusuan review`
SELECT r.finding, CASE r.decision WHEN 0 THEN 'accepted' ELSE 'reopened' END AS decision, r.reviewer,
       strftime('%Y-%m-%d', r.reviewed / 1000000, 'unixepoch') AS reviewed, r.note, r.until, r.rule, r.department,
       r.fiscal_year, r.subject, r.code, r.amount_fen / 1000000.0 AS amount, r.message
  FROM review AS r
 WHERE (r.reviewed, r.decision, r.reviewer, r.note, r.until, r.figures) =
       (SELECT o.reviewed, o.decision, o.reviewer, o.note, o.until, o.figures FROM review AS o WHERE o.finding = r.finding
         ORDER BY o.reviewed DESC, o.decision DESC, o.reviewer DESC, o.note DESC, o.until DESC, o.figures DESC LIMIT 1);
