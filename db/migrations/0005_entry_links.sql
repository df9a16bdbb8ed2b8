CREATE TABLE `entry_links` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text,
	`role` text,
	`letter` blob NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` text NOT NULL,
	`ended_at` text,
	`ended` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `entry_links_token_hash_unique` ON `entry_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `entry_links_by_organisation` ON `entry_links` (`organisation_id`,`created_at`);