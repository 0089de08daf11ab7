//! One complaint travels through the JSON API of a started binary: filed in Bengali, read, acknowledged, translated,
//! answered, flagged, decided, handed over, visited, counted. In every country of the repository. And what is refused on
//! the way.

use crate::walk::{
    Walk, answer, come_back, evidence, figures, file, filers, flag, papers, patrol, read, refer, same,
    translate, visit, wages, workplace,
};
use crate::world;

async fn one_complaint_travels_in(pack: &str) {
    let mut walk = Walk::begin(pack);
    let counted = figures::before(&walk).await;
    file::she_files(&mut walk).await;
    file::another_files_for_somebody(&walk).await;
    filers::a_caller_is_taken_down(&walk).await;
    filers::a_partner_files_for_several(&walk).await;
    papers::she_takes_a_paper(&walk).await;
    papers::who_files_for_her_takes_another(&walk).await;
    papers::she_takes_it_from_the_page(&walk).await;
    file::strangers_learn_nothing(&walk).await;
    read::the_officer_reads_and_acknowledges(&walk).await;
    read::others_see_nothing(&walk).await;
    translate::an_interpreter_translates(&walk).await;
    workplace::the_officer_finds_it_in_the_register(&walk).await;
    workplace::nobody_learns_there_that_anyone_complained(&walk).await;
    answer::they_write_to_each_other(&walk).await;
    evidence::she_adds_what_she_has(&walk).await;
    evidence::she_speaks(&walk).await;
    evidence::the_officer_looks_and_listens(&walk).await;
    evidence::somebody_files_by_speaking(&walk).await;
    answer::the_officer_assesses(&walk).await;
    flag::the_supervisor_finds_the_flag(&mut walk).await;
    flag::the_supervisor_decides(&walk).await;
    refer::an_agency_takes_it_on(&walk).await;
    visit::the_workplace_is_visited(&walk).await;
    figures::each_step_was_counted(&walk, &counted).await;
    come_back::she_proves_her_receipt(&walk).await;
    come_back::she_can_keep_nothing(&walk).await;
    come_back::she_comes_back(&walk).await;
    come_back::she_tells_why_she_left(&walk).await;
    wages::what_is_owed_is_worked_out(&walk).await;
    same::two_tell_the_same_story(&walk).await;
    same::she_is_asked_whether_she_is_punished(&walk).await;
    patrol::an_advertisement_is_read_apart(&walk).await;
}

#[tokio::test]
async fn one_complaint_travels() {
    for pack in world::packs() {
        one_complaint_travels_in(&pack).await;
    }
}
