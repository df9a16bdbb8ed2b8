CREATE TABLE `legal_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`subject_id` text,
	`reason` blob NOT NULL,
	`placed_at` text NOT NULL,
	`placed_by` text NOT NULL,
	`lifted_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`subject_id`) REFERENCES `subjects`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `legal_holds_by_organisation` ON `legal_holds` (`organisation_id`,`lifted_at`);--> statement-breakpoint
CREATE TABLE `retention_rules` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`agreements` integer,
	`decisions` integer,
	`logs` integer,
	`removed` integer,
	`scans` integer,
	`letters` integer,
	`version` integer NOT NULL,
	`applied_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;--> statement-breakpoint
DROP TRIGGER `assessments_no_delete`;--> statement-breakpoint
-- Six years, 45 CFR 164.316(b)(2)(i), by the clock of this machine: no code can end a judgement or an event earlier.
CREATE TRIGGER `assessments_no_delete` BEFORE DELETE ON `assessments`
WHEN OLD.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-6 years')
BEGIN SELECT RAISE(ABORT, 'assessments are immutable'); END;--> statement-breakpoint
DROP TRIGGER `audit_events_no_delete`;--> statement-breakpoint
-- Only from the beginning of a chain on, and only after an event of that chain said so.
CREATE TRIGGER `audit_events_no_delete` BEFORE DELETE ON `audit_events`
WHEN OLD.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-6 years')
	OR EXISTS (SELECT 1 FROM audit_events WHERE chain = OLD.chain AND seq < OLD.seq)
	OR NOT EXISTS (SELECT 1 FROM audit_events WHERE chain = OLD.chain AND action = 'audit-log.pruned' AND seq > OLD.seq)
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `audit_events_in_order`;--> statement-breakpoint
-- A chain that comes from another installation may begin where an event of it says that its beginning has ended.
CREATE TRIGGER `audit_events_in_order` BEFORE INSERT ON `audit_events`
WHEN NEW.seq <> 1 + (SELECT COALESCE(MAX(seq), NEW.seq - 1) FROM audit_events WHERE chain = NEW.chain)
BEGIN SELECT RAISE(ABORT, 'the audit log has no gaps'); END;
