-- Lists need a document's title and publisher, not its text: with text, reading and search words kept apart, a page of the table
-- holds thirty documents instead of four, and the heads of a large record stay in memory.

alter table documents set (toast_tuple_target = 128);
