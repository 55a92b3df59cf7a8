//! The cards that lead to galleries: name, day, number of photographs and cover.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::access::Grant;
use domain::ids::GalleryId;
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{Cover, Error, Result, Store, db};

/// A card that leads to a gallery.
#[derive(Clone, Debug)]
pub struct GalleryCard {
    /// The gallery.
    pub gallery: GalleryId,
    /// Its name.
    pub name: String,
    /// The day it was photographed on.
    pub shot_on: Option<NaiveDate>,
    /// How many photographs are ready in it.
    pub photos: i64,
    /// Its cover.
    pub cover: Option<Cover>,
}

#[derive(sqlx::FromRow)]
struct CardRow {
    id: Uuid,
    name: String,
    shot_on: Option<NaiveDate>,
    photos: i64,
    cover: Option<Uuid>,
    width: Option<i64>,
    height: Option<i64>,
    colour: Option<i64>,
}

impl Store {
    /// The card of a gallery that a grant opens.
    pub async fn gallery_card(&self, grant: &Grant) -> Result<GalleryCard> {
        let cards = self.gallery_cards(std::slice::from_ref(grant)).await?;
        cards.into_iter().next().ok_or(Error::NotFound)
    }

    /// The cards of the galleries that grants of one studio open, in the order of the grants; one question for
    /// some hundreds. What is gone meanwhile is left out.
    pub async fn gallery_cards(&self, grants: &[Grant]) -> Result<Vec<GalleryCard>> {
        let mut found = HashMap::new();
        for some in grants.chunks(db::AT_ONCE) {
            let rows = db::read!(&self.db, c => {
                let mut query = QueryBuilder::new(
                    "select g.id, g.name, g.shot_on, g.photos, p.id as cover, p.width, p.height, p.colour
                     from (
                       select g.studio_id, g.id, g.name, g.shot_on,
                              (select count(*) from shown_photo p where p.studio_id = g.studio_id and p.gallery_id = g.id) as photos,
                              coalesce(
                                (select p.id from shown_photo p where p.studio_id = g.studio_id and p.gallery_id = g.id
                                   and p.id = g.cover_id),
                                (select p.id from shown_photo p where p.studio_id = g.studio_id and p.gallery_id = g.id
                                   order by p.sort_key, p.id limit 1)
                              ) as cover_photo
                       from gallery g
                       where g.deleted_at is null and g.studio_id = ",
                );
                query.push_bind(some[0].studio().uuid());
                query.push(" and g.id in ");
                let of_one = some.iter().filter(|grant| grant.studio() == some[0].studio());
                db::among!(query, of_one.map(|grant| grant.gallery().uuid()));
                query.push(") g left join photo p on p.studio_id = g.studio_id and p.id = g.cover_photo");
                query.build_query_as::<CardRow>().fetch_all(c).await
            })?;
            found.extend(rows.into_iter().map(CardRow::card).map(|card| (card.gallery, card)));
        }
        Ok(grants.iter().filter_map(|grant| found.remove(&grant.gallery())).collect())
    }
}

impl CardRow {
    fn card(self) -> GalleryCard {
        let cover = Cover::of_row(self.cover, self.width, self.height, self.colour);
        GalleryCard {
            gallery: GalleryId::from_uuid(self.id),
            name: self.name,
            shot_on: self.shot_on,
            photos: self.photos,
            cover,
        }
    }
}
