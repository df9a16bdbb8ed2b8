-- What was judged and what was logged never changes. Triggers hold even for code that forgets it.
CREATE TRIGGER assessments_no_update BEFORE UPDATE ON assessments
BEGIN SELECT RAISE(ABORT, 'assessments are immutable'); END;
--> statement-breakpoint
CREATE TRIGGER assessments_no_delete BEFORE DELETE ON assessments
BEGIN SELECT RAISE(ABORT, 'assessments are immutable'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_in_order BEFORE INSERT ON audit_events
WHEN NEW.seq <> 1 + (SELECT COALESCE(MAX(seq), 0) FROM audit_events WHERE chain = NEW.chain)
BEGIN SELECT RAISE(ABORT, 'the audit log has no gaps'); END;
--> statement-breakpoint
CREATE TRIGGER evidence_no_rewrite BEFORE UPDATE OF body, source_id, kind, organisation_id, subject_id ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is not rewritten'); END;
