CREATE TABLE `search_texts` (
	`id` integer PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`kind` text NOT NULL,
	`requirement` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`subject_id`) REFERENCES `subjects`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `search_texts_by_subject` ON `search_texts` (`organisation_id`,`subject_id`);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(title, body, content = 'search_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');--> statement-breakpoint
INSERT INTO `search_index` (`search_index`, `rank`) VALUES ('secure-delete', 1);--> statement-breakpoint
CREATE TRIGGER `search_texts_added` AFTER INSERT ON `search_texts` BEGIN
	INSERT INTO `search_index` (`rowid`, `title`, `body`) VALUES (new.id, new.title, new.body);
END;--> statement-breakpoint
CREATE TRIGGER `search_texts_removed` AFTER DELETE ON `search_texts` BEGIN
	INSERT INTO `search_index` (`search_index`, `rowid`, `title`, `body`) VALUES ('delete', old.id, old.title, old.body);
END;--> statement-breakpoint
UPDATE `subjects` SET `stale_since` = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE `stale_since` IS NULL;
