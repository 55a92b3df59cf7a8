use store::fixtures::Throwaway;

/// Every table with its columns and what must not be empty, and every index with its columns: the two databases may
/// differ in types alone.
#[tokio::test]
async fn both_databases_have_the_same_tables_columns_and_indexes() {
    let (sqlite, postgres) = (Throwaway::sqlite().await, Throwaway::postgres().await);
    let columns = (
        sqlite
            .texts(
                "select m.name || '.' || c.name || case when c.\"notnull\" = 1 or c.pk > 0 then ' not null' else '' end
                 from sqlite_master m join pragma_table_info(m.name) c
                 where m.type = 'table' and m.name not like '\\_sqlx%' escape '\\' and m.name not like 'sqlite\\_%' escape '\\'
                 order by m.name, c.cid",
            )
            .await,
        postgres
            .texts(
                "select table_name || '.' || column_name || case when is_nullable = 'NO' then ' not null' else '' end
                 from information_schema.columns
                 where table_schema = 'public' and table_name not like '\\_sqlx%'
                   and table_name in (select tablename from pg_tables)
                 order by table_name collate \"C\", ordinal_position",
            )
            .await,
    );
    assert!(columns.0.len() > 100, "{}", columns.0.len());
    assert_eq!(columns.0, columns.1);
    let views = (
        sqlite.texts("select name from sqlite_master where type = 'view' order by name").await,
        postgres.texts("select viewname::text from pg_views where schemaname = 'public' order by viewname").await,
    );
    assert_eq!(views.0, ["shown_photo"]);
    assert_eq!(views.0, views.1);
    let indexes = (
        sqlite
            .texts(
                "select m.name || case when i.\"unique\" = 1 then ' unique (' else ' (' end
                        || (select group_concat(c.name, ', ' order by c.seqno) from pragma_index_info(i.name) c) || ')'
                 from sqlite_master m join pragma_index_list(m.name) i
                 where m.type = 'table' and m.name not like '\\_sqlx%' escape '\\'
                 order by 1",
            )
            .await,
        postgres
            .texts(
                "select t.relname || case when i.indisunique then ' unique (' else ' (' end
                        || (select string_agg(a.attname, ', ' order by k.place)
                            from unnest(i.indkey) with ordinality k (column_number, place)
                            join pg_attribute a on a.attrelid = t.oid and a.attnum = k.column_number) || ')'
                 from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
                 where n.nspname = 'public' and t.relname not like '\\_sqlx%' and t.relname <> 'installation'
                 order by 1",
            )
            .await,
    );
    let sorted = |mut texts: Vec<String>| {
        texts.sort();
        texts
    };
    assert_eq!(sorted(indexes.0), sorted(indexes.1));
}

#[tokio::test]
async fn a_migrated_database_is_opened_without_migrating_again() {
    for place in [Throwaway::sqlite().await, Throwaway::postgres().await] {
        let before = place.number("select count(*) from _sqlx_migrations").await;
        place.open_again().await.unwrap();
        assert_eq!(place.number("select count(*) from _sqlx_migrations").await, before);
    }
}
