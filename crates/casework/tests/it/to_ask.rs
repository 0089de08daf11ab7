//! Words that ask to look closer: the next talk asks, in her language and the officer's; no flag comes of it.

use haqqi_casework::to_ask;
use haqqi_complaints::{FileComplaint, open};
use haqqi_kernel::Role;
use haqqi_screening::flags_of_complaint;

use crate::world::World;

#[tokio::test]
async fn what_the_words_suggest_is_asked_at_the_next_talk() {
    for world in World::all().await {
        let (desk, on) = (&world.desk, world.test.on);
        let officer = world.staff(Role::ComplaintsOfficer);
        let told = async |words: &str| {
            let command = FileComplaint { narrative: words.to_owned(), ..World::command() };
            let filed = world.file(&command).await;
            open(desk, &officer, filed.reference, "test").await.unwrap().summary
        };
        let papers = told("The boss keeps my passport.").await;
        let asked = to_ask(desk, &papers).await.unwrap();
        let of = |name: &str| asked.iter().find(|one| one.indicator.as_deref() == Some(name));
        let questions = &of("retention_of_identity_documents").unwrap().questions;
        assert!(!questions.is_empty() && questions.len() <= 2, "{on}: {questions:?}");
        assert!(asked.iter().any(|one| one.indicator.is_none()), "{on}: her age is not known");
        assert!(
            flags_of_complaint(&desk.screening, papers.id).await.unwrap().is_empty(),
            "{on}: it is no flag"
        );
        // The words for it are there in every language of the workers.
        for language in desk.site.languages.worker() {
            for id in asked.iter().flat_map(|one| &one.questions) {
                assert!(!language.text(id).contains(id.as_str()), "{on} {}: {id}", language.tag());
            }
        }
        // Late wages alone ask nothing more.
        let late = told("The salary has not come for three months.").await;
        assert!(to_ask(desk, &late).await.unwrap().is_empty(), "{on}");
    }
}
