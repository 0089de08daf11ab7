//! No two things have one reference, however few there were to draw from.

use std::collections::BTreeSet;
use std::sync::Arc;

use haqqi_kernel::{Actor, Entropy, Files, FixedEntropy, House, HouseParts, Keys, ReferenceKind, Vault};
use sea_orm::entity::prelude::*;
use sea_orm::{PaginatorTrait, Set};

/// The rows of a table whose references are unique.
mod wording {
    use super::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "wording")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub reference: String,
        pub language: String,
        pub place: String,
        pub told_at: DateTimeUtc,
        pub words: Vec<u8>,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Draws two letters of thirty-one: sixty-four references in all.
struct Narrow(FixedEntropy);

impl Entropy for Narrow {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.fill(bytes);
    }

    fn below(&self, bound: u32) -> u32 {
        self.0.below(bound.min(2))
    }
}

#[tokio::test]
async fn a_reference_that_something_has_is_not_given_again() {
    for test in haqqi_testing::houses().await {
        let over = |db, seed| {
            House::new(HouseParts {
                db,
                files: Files::at(&std::env::temp_dir()),
                clock: test.house.clock(),
                entropy: Arc::new(Narrow(FixedEntropy::seeded(seed))),
                vault: Vault::new(Keys::from_root(&[7; 32])),
                pack_version: "test".to_owned(),
            })
        };
        let mut seen = BTreeSet::new();
        // Begun anew in the middle: what was drawn before is known from the rows alone.
        for seed in [7, 8] {
            let house = over(test.house.db().clone(), seed);
            for nth in 0..24 {
                let mut unit = house.unit(Actor::System);
                let reference = unit.reference(ReferenceKind::Wording).to_string();
                if nth == 0 && seen.contains(&reference) {
                    // The very first is drawn unseen.
                    let _ = unit.commit().await;
                    continue;
                }
                let (id, told_at) = (unit.id(), unit.now());
                unit.insert(wording::ActiveModel {
                    id: Set(id),
                    reference: Set(reference.clone()),
                    language: Set("en".to_owned()),
                    place: Set("first".to_owned()),
                    told_at: Set(told_at),
                    words: Set(Vec::new()),
                    version: Set(1),
                });
                unit.commit().await.unwrap();
                assert!(seen.insert(reference), "{}", test.on);
            }
        }
        let kept = wording::Entity::find().count(test.house.reader()).await.unwrap();
        assert_eq!(usize::try_from(kept).unwrap(), seen.len(), "{}", test.on);
        assert!(seen.len() > 40, "{}", test.on);
    }
}
