DROP INDEX `subjects_by_name`;--> statement-breakpoint
CREATE INDEX `subjects_by_name` ON `subjects` (`organisation_id`,`kind`,`removed_at`,`name`,`id`);