CREATE TABLE `brands` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`words` blob NOT NULL,
	`logo` blob,
	`version` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `notice_choices` (
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`work` integer NOT NULL,
	`findings` integer NOT NULL,
	`agreements` integer NOT NULL,
	`safety` integer NOT NULL,
	`digest` integer NOT NULL,
	`read_to` text NOT NULL,
	`mailed_to` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `person_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text,
	`about` text NOT NULL,
	`body` blob NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`organisation_id`,`about`);--> statement-breakpoint
CREATE INDEX `notices_by_time` ON `notices` (`organisation_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `saved_filters` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`place` text NOT NULL,
	`body` blob NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `saved_filters_of` ON `saved_filters` (`organisation_id`,`person_id`,`place`);--> statement-breakpoint
CREATE TABLE `self_audits` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`body` blob NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `self_audits_by_time` ON `self_audits` (`organisation_id`,`created_at`);--> statement-breakpoint
DROP TRIGGER `assessments_no_delete`;--> statement-breakpoint
-- As before, but that a demo organisation may go as a whole; its slug, which makes it one, never changes.
CREATE TRIGGER `assessments_no_delete` BEFORE DELETE ON `assessments`
WHEN OLD.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-6 years')
	AND NOT EXISTS (SELECT 1 FROM organisations WHERE id = OLD.organisation_id AND slug LIKE 'demo-%')
BEGIN SELECT RAISE(ABORT, 'assessments are immutable'); END;--> statement-breakpoint
DROP TRIGGER `audit_events_no_delete`;--> statement-breakpoint
CREATE TRIGGER `audit_events_no_delete` BEFORE DELETE ON `audit_events`
WHEN NOT EXISTS (SELECT 1 FROM organisations WHERE id = OLD.chain AND slug LIKE 'demo-%')
	AND (OLD.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-6 years')
	OR EXISTS (SELECT 1 FROM audit_events WHERE chain = OLD.chain AND seq < OLD.seq)
	OR NOT EXISTS (SELECT 1 FROM audit_events WHERE chain = OLD.chain AND action = 'audit-log.pruned' AND seq > OLD.seq))
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;--> statement-breakpoint
DROP TRIGGER `audit_checkpoints_no_delete`;--> statement-breakpoint
CREATE TRIGGER `audit_checkpoints_no_delete` BEFORE DELETE ON `audit_checkpoints`
WHEN NOT EXISTS (SELECT 1 FROM organisations WHERE id = OLD.chain AND slug LIKE 'demo-%')
BEGIN SELECT RAISE(ABORT, 'signed points of the audit log are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `organisations_slug_kept` BEFORE UPDATE OF `slug`, `parent_id` ON `organisations`
WHEN OLD.slug IS NOT NEW.slug OR OLD.parent_id IS NOT NEW.parent_id
BEGIN SELECT RAISE(ABORT, 'what an organisation is and whose client it is is kept'); END;
