ALTER TABLE `subjects` ADD `stale_since` text;--> statement-breakpoint
CREATE INDEX `subjects_stale` ON `subjects` (`stale_since`);