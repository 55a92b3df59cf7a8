-- A search reads the words of one kind: those of the others are not stepped over.
drop index name_word_by_word;
create index name_word_by_word on name_word (studio_id, kind, word, subject_id);
