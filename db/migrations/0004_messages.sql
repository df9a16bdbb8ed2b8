CREATE TABLE `field_mappings` (
	`organisation_id` text NOT NULL,
	`name_hash` text NOT NULL,
	`body` blob NOT NULL,
	PRIMARY KEY(`organisation_id`, `name_hash`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `message_settings` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`keep_text` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `templates` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`evidence_id` text NOT NULL,
	`series` text NOT NULL,
	`version` integer NOT NULL,
	`name_hash` text NOT NULL,
	`current` integer NOT NULL,
	`approval` blob,
	`removed_at` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`subject_id`) REFERENCES `subjects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `templates_version` ON `templates` (`series`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `templates_current` ON `templates` (`series`) WHERE current = 1;--> statement-breakpoint
CREATE INDEX `templates_by_subject` ON `templates` (`organisation_id`,`subject_id`,`current`);