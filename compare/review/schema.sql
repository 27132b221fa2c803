-- The log of an editor's decisions. It only ever grows: the triggers refuse changes and deletions.
CREATE TABLE IF NOT EXISTS log (
  seq      INTEGER PRIMARY KEY AUTOINCREMENT,
  id       TEXT NOT NULL UNIQUE,
  gesture  TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  reverts  TEXT NOT NULL DEFAULT '',
  at       TEXT NOT NULL,
  editor   TEXT NOT NULL,
  topic    TEXT NOT NULL CHECK (topic IN ('finding', 'link', 'furniture')),
  subject  TEXT NOT NULL,
  "from"   TEXT,
  "to"     TEXT,
  words    TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS log_subject ON log (subject, editor, seq);
CREATE INDEX IF NOT EXISTS log_gesture ON log (gesture);
CREATE TRIGGER IF NOT EXISTS log_keeps_lines BEFORE UPDATE ON log
  BEGIN SELECT RAISE(ABORT, 'the log of decisions is append-only'); END;
CREATE TRIGGER IF NOT EXISTS log_keeps_all BEFORE DELETE ON log
  BEGIN SELECT RAISE(ABORT, 'the log of decisions is append-only'); END;
