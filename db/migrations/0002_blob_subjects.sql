CREATE TABLE `blob_subjects` (
	`organisation_id` text NOT NULL,
	`sha256` text NOT NULL,
	`subject_id` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `sha256`, `subject_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`subject_id`) REFERENCES `subjects`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
