/** "3", "- 3 -", "Page 3 of 12", "P. 1/3", "iv": lines that count pages and say nothing. */
export const pageCounter = /^\W*(?:p(?:age|g|\.)?\s*)?\W*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/|–|-)\s*\d{1,4})?\W*$/i
