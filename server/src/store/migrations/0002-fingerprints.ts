/** Signatures for near-duplicates, reviews, the options of the campaign, a queue of slots that needs no sort, and slot counts that need no scan. */
export const fingerprints = `
CREATE TABLE fingerprint (instruction INTEGER PRIMARY KEY REFERENCES instruction (number), text_signature BLOB NOT NULL, skeleton_signature BLOB NOT NULL) STRICT;
CREATE TABLE review (id INTEGER PRIMARY KEY AUTOINCREMENT, instruction INTEGER NOT NULL REFERENCES instruction (number), submission INTEGER NOT NULL REFERENCES submission (id), verdict TEXT NOT NULL CHECK (verdict IN ('keep','reject')), reason TEXT NOT NULL, reviewer TEXT, at TEXT NOT NULL) STRICT;
CREATE INDEX review_instruction ON review (instruction);
ALTER TABLE campaign ADD COLUMN config TEXT NOT NULL DEFAULT '{}';
DROP INDEX slot_queue;
CREATE INDEX slot_queue ON slot (state, priority DESC, ordinal);
CREATE TABLE slot_count (state TEXT PRIMARY KEY, rows INTEGER NOT NULL) STRICT;
INSERT INTO slot_count SELECT state, count(*) FROM slot GROUP BY state;
CREATE TRIGGER slot_added AFTER INSERT ON slot BEGIN
  INSERT INTO slot_count VALUES (NEW.state, 1) ON CONFLICT (state) DO UPDATE SET rows = rows + 1;
END;
CREATE TRIGGER slot_moved AFTER UPDATE OF state ON slot WHEN OLD.state <> NEW.state BEGIN
  UPDATE slot_count SET rows = rows - 1 WHERE state = OLD.state;
  INSERT INTO slot_count VALUES (NEW.state, 1) ON CONFLICT (state) DO UPDATE SET rows = rows + 1;
END;
`;
