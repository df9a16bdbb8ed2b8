CREATE TABLE `log_mappings` (
	`organisation_id` text NOT NULL,
	`header_hash` text NOT NULL,
	`body` blob NOT NULL,
	PRIMARY KEY(`organisation_id`, `header_hash`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
