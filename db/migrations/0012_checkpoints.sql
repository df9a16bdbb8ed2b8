CREATE TABLE `audit_checkpoints` (
	`chain` text NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	`at` text NOT NULL,
	`key_id` text NOT NULL,
	`signature` text NOT NULL,
	PRIMARY KEY(`chain`, `key_id`, `seq`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `agreements` ADD `ends_on` text;--> statement-breakpoint
CREATE INDEX `agreements_by_end` ON `agreements` (`organisation_id`,`ends_on`);--> statement-breakpoint
CREATE INDEX `assessments_lines` ON `assessments` (`subject_id`,`version`,`organisation_id`,`id`,`at`,`grade`,`worst`,`value`,`coverage`,`gaps`);--> statement-breakpoint
CREATE INDEX `reports_by_time` ON `reports` (`organisation_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `scan_runs_by_time` ON `scan_runs` (`organisation_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `scan_runs_by_state` ON `scan_runs` (`organisation_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `subjects_by_change` ON `subjects` (`organisation_id`,`kind`,`updated_at`);--> statement-breakpoint
CREATE TRIGGER `audit_checkpoints_no_update` BEFORE UPDATE ON `audit_checkpoints`
BEGIN SELECT RAISE(ABORT, 'signed points of the audit log are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `audit_checkpoints_no_delete` BEFORE DELETE ON `audit_checkpoints`
BEGIN SELECT RAISE(ABORT, 'signed points of the audit log are append-only'); END;
