-- What was deleted is found again by its age, to be erased.
create index photo_by_deletion on photo (deleted_at) where deleted_at is not null;
create index gallery_by_deletion on gallery (deleted_at) where deleted_at is not null;
