ALTER TABLE `organisations` ADD `parent_id` text REFERENCES organisations(id);--> statement-breakpoint
ALTER TABLE `organisations` ADD `time_zone` text;