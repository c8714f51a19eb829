-- SPDX-License-Identifier: GPL-3.0-or-later
-- Migration 1: the evidence. What was read from the filings; never rewritten once committed.
--
-- Money is an integer of fen (1/100 yuan) with the step of its last printed digit beside it, also in fen.
-- Rates are integers of millionths of a percent, with their step. Enumerations are the numbers of
-- schema/words.h; the views at the end speak the words. Absent text is '', an absent number is NULL.

CREATE TABLE department (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE            -- as the filings print it
) STRICT;

CREATE TABLE source (                  -- a file that was imported
  id       INTEGER PRIMARY KEY,
  sha256   TEXT NOT NULL UNIQUE,       -- of its bytes: the same file is never read twice
  name     TEXT NOT NULL,              -- file name without folders
  bytes    INTEGER NOT NULL,
  encoding TEXT NOT NULL,              -- found by content
  imported INTEGER NOT NULL            -- seconds since 1970
) STRICT;

CREATE TABLE filing (                  -- one department's budget or accounts of one year
  id            INTEGER PRIMARY KEY,
  source_id     INTEGER NOT NULL REFERENCES source(id),
  department_id INTEGER NOT NULL REFERENCES department(id),
  fiscal_year   INTEGER NOT NULL,
  kind          INTEGER NOT NULL,      -- Kind: 0 budget, 1 accounts
  scope         INTEGER NOT NULL,      -- Scope: 0 department, 1 unit
  form          TEXT NOT NULL,         -- the form it was read by; 'tidy' for tidy CSV
  issued        TEXT NOT NULL,         -- yyyy-mm-dd as printed in it
  version       INTEGER NOT NULL,      -- 1, and one more for each re-issue with other bytes
  UNIQUE (department_id, fiscal_year, kind, scope, form, version)
) STRICT;
CREATE INDEX filing_of_source ON filing(source_id);

CREATE TABLE page (
  filing_id INTEGER NOT NULL REFERENCES filing(id),
  number    INTEGER NOT NULL,          -- from 1
  text      TEXT NOT NULL,             -- as decoded, lines separated by newlines
  PRIMARY KEY (filing_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE printed_table (
  id         INTEGER PRIMARY KEY,
  filing_id  INTEGER NOT NULL REFERENCES filing(id),
  form_table TEXT NOT NULL,            -- identifier in the form, '' when unknown
  title      TEXT NOT NULL,            -- without spaces, year and department
  state      INTEGER NOT NULL,         -- TableState: 0 read, 1 empty, 2 missing, 3 unread
  page       INTEGER NOT NULL,         -- of its title, 0 when missing
  line       INTEGER NOT NULL,         -- of that page
  unit       INTEGER NOT NULL,         -- fen per printed unit
  note       TEXT NOT NULL             -- the sentence that declares it empty
) STRICT;
CREATE INDEX printed_table_of_filing ON printed_table(filing_id);

CREATE TABLE printed_column (
  table_id  INTEGER NOT NULL REFERENCES printed_table(id),
  number    INTEGER NOT NULL,          -- from 0, in the form's order
  path      TEXT NOT NULL,             -- headings above it, joined by /
  direction INTEGER NOT NULL,
  fund      INTEGER NOT NULL,
  measure   TEXT NOT NULL,             -- '' when the form gives none
  PRIMARY KEY (table_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE printed_row (
  table_id  INTEGER NOT NULL REFERENCES printed_table(id),
  number    INTEGER NOT NULL,          -- from 0
  side      INTEGER NOT NULL,          -- Direction of its half of a two-sided table, 0 in others
  parent    INTEGER NOT NULL,          -- number of the enclosing row, -1 at the top
  level     INTEGER NOT NULL,
  code      TEXT NOT NULL,
  label     TEXT NOT NULL,
  path      TEXT NOT NULL,
  project   TEXT NOT NULL,             -- named below a code
  direction INTEGER NOT NULL,          -- with fund and measure: its own quantity in two-sided tables
  fund      INTEGER NOT NULL,
  measure   TEXT NOT NULL,
  page      INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  PRIMARY KEY (table_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE cell (
  table_id     INTEGER NOT NULL REFERENCES printed_table(id),
  row          INTEGER NOT NULL,
  column       INTEGER NOT NULL,
  fen          INTEGER NOT NULL,
  step         INTEGER NOT NULL,
  proof        INTEGER NOT NULL,       -- Proof: 0 grid, 1 unique, 2 likely, 3 ambiguous
  alternatives TEXT NOT NULL,          -- paths of other possible columns, joined by |
  PRIMARY KEY (table_id, row, column)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (                   -- a sentence with figures; see Claim in schema/filing.h
  filing_id       INTEGER NOT NULL REFERENCES filing(id),
  number          INTEGER NOT NULL,
  page            INTEGER NOT NULL,
  line            INTEGER NOT NULL,
  section         TEXT NOT NULL,
  subject         TEXT NOT NULL,
  code            TEXT NOT NULL,
  direction       INTEGER NOT NULL,
  fund            INTEGER NOT NULL,
  measure         TEXT NOT NULL,
  amount_fen      INTEGER,
  amount_step     INTEGER,
  share           INTEGER,
  share_step      INTEGER,
  share_of        TEXT NOT NULL,
  change_fen      INTEGER,
  change_step     INTEGER,
  growth          INTEGER,
  growth_step     INTEGER,
  growth_form     INTEGER NOT NULL,    -- 0 percent, 1 times (倍), 2 printed without a percent sign
  base_fen        INTEGER,
  base_step       INTEGER,
  completion      INTEGER,
  completion_step INTEGER,
  against         INTEGER NOT NULL,
  turn            INTEGER NOT NULL,
  turn_words      TEXT NOT NULL,
  reason          TEXT NOT NULL,
  text            TEXT NOT NULL,
  PRIMARY KEY (filing_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_part (              -- the parts that a sentence names of a whole
  filing_id INTEGER NOT NULL REFERENCES filing(id),
  sum       INTEGER NOT NULL,
  number    INTEGER NOT NULL,          -- 0 is the whole
  claim     INTEGER NOT NULL,
  PRIMARY KEY (filing_id, sum, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  filing_id INTEGER NOT NULL REFERENCES filing(id),
  number    INTEGER NOT NULL,
  kind      TEXT NOT NULL,             -- posts, present, in-post, retired, veterans
  count     INTEGER NOT NULL,
  change    INTEGER,
  page      INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  text      TEXT NOT NULL,
  PRIMARY KEY (filing_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE item (                    -- procurement, assets, performance amounts
  filing_id INTEGER NOT NULL REFERENCES filing(id),
  number    INTEGER NOT NULL,
  kind      TEXT NOT NULL,
  label     TEXT NOT NULL,
  is_money  INTEGER NOT NULL,
  value     INTEGER NOT NULL,          -- fen, or the count times a million
  step      INTEGER NOT NULL,
  page      INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  text      TEXT NOT NULL,
  PRIMARY KEY (filing_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (                  -- performance targets
  filing_id INTEGER NOT NULL REFERENCES filing(id),
  number    INTEGER NOT NULL,
  kind      TEXT NOT NULL,
  name      TEXT NOT NULL,
  value     TEXT NOT NULL,
  weight    INTEGER,                   -- thousandths of a point
  page      INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  PRIMARY KEY (filing_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE printed_name (            -- bodies named where the department's own name stands
  filing_id INTEGER NOT NULL REFERENCES filing(id),
  number    INTEGER NOT NULL,
  name      TEXT NOT NULL,
  place     TEXT NOT NULL,
  page      INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  PRIMARY KEY (filing_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE doubt (                   -- what could not be read, or not for sure
  filing_id INTEGER NOT NULL REFERENCES filing(id),
  number    INTEGER NOT NULL,
  page      INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  title     TEXT NOT NULL,             -- of the table
  text      TEXT NOT NULL,
  why       TEXT NOT NULL,
  PRIMARY KEY (filing_id, number)
) STRICT, WITHOUT ROWID;

-- Views for any SQLite tool. Amounts are in 万元 as numbers here; `yusuan export` gives them digit by digit.

CREATE VIEW filings AS                 -- one row a filing, latest = 1 for the one that counts (tidy files add to each other)
SELECT f.id, d.name AS department, f.fiscal_year,
       CASE f.kind WHEN 0 THEN 'budget' ELSE 'accounts' END AS kind,
       CASE f.scope WHEN 0 THEN 'department' ELSE 'unit' END AS scope,
       f.form, f.issued, f.version, s.name AS file, s.sha256,
       f.form = 'tidy' OR
       f.version = (SELECT max(version) FROM filing AS o
                     WHERE o.department_id = f.department_id AND o.fiscal_year = f.fiscal_year
                       AND o.kind = f.kind AND o.scope = f.scope AND o.form = f.form) AS latest
  FROM filing AS f JOIN department AS d ON d.id = f.department_id JOIN source AS s ON s.id = f.source_id;

CREATE VIEW cells AS                   -- one row a printed figure
SELECT f.id AS filing_id, f.department, f.fiscal_year, f.kind, f.latest, r.page, t.title AS "table",
       CASE r.side WHEN 1 THEN 'revenue' WHEN 2 THEN 'expenditure' ELSE '' END AS side,
       r.path, r.code, r.label, c.path AS "column", x.fen / 1000000.0 AS amount,
       CASE x.proof WHEN 0 THEN 'grid' WHEN 1 THEN 'unique' WHEN 2 THEN 'likely' ELSE 'ambiguous' END AS proof
  FROM cell AS x
  JOIN printed_row AS r ON r.table_id = x.table_id AND r.number = x.row
  JOIN printed_column AS c ON c.table_id = x.table_id AND c.number = x.column
  JOIN printed_table AS t ON t.id = x.table_id
  JOIN filings AS f ON f.id = t.filing_id;

CREATE VIEW claims AS                  -- one row a sentence with figures
SELECT f.id AS filing_id, f.department, f.fiscal_year, f.kind, f.latest, c.page, c.section, c.subject, c.code,
       c.amount_fen / 1000000.0 AS amount, c.share / 1000000.0 AS share, c.change_fen / 1000000.0 AS change,
       c.growth / 1000000.0 AS growth, c.base_fen / 1000000.0 AS base,
       c.completion / 1000000.0 AS completion, c.reason, c.text
  FROM claim AS c JOIN filings AS f ON f.id = c.filing_id;
