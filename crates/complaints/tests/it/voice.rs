//! Somebody who speaks and does not write: a recording is the complaint, and a recording is a message. It is heard,
//! written down, assessed, and plays everywhere.

use std::path::PathBuf;

use haqqi_complaints::{
    EvidenceError, EvidenceRules, FileError, SHOW_EVIDENCE, TextKind, Which, acknowledge_row,
    evidence_for_staff, file, open, say, say_filed, show_evidence, summary, worker_evidence, worker_view,
};
use haqqi_kernel::{Action, Actor, JobStore, judge};

use crate::evidence_world::{World, photo, tone};

#[tokio::test]
async fn a_voice_is_a_complaint() {
    for world in World::all(&EvidenceRules::default()).await {
        let (desk, on) = (&world.desk, world.test.on);
        let mut voice = world.take("voice.wav", &tone(20)).await.unwrap();
        let told = world.told("bn", "");
        let mut unit = world.test.house.unit(Actor::Stranger);
        assert!(
            matches!(file(desk, &mut unit, "web", &told), Err(FileError::Field { field: "narrative", .. })),
            "{on}: without words and without a voice there is none"
        );
        let filed = say_filed(desk, "web", &told, &mut voice, |_, _| {}).await.unwrap();
        drop(voice);
        let her = world.enter(&filed).await;
        let pieces = worker_evidence(desk, &her).await.unwrap();
        assert!(pieces.len() == 1 && pieces[0].voice && pieces[0].text.is_some(), "{on}");

        let officer = world.officer();
        let record = open(desk, &officer, filed.reference, "test").await.unwrap();
        assert_eq!((record.texts.len(), record.texts[0].kind), (1, TextKind::Narrative), "{on}");
        assert_eq!(record.texts[0].body, "", "{on}");
        assert_eq!(record.evidence[0].text, Some(record.texts[0].id), "{on}");
        let mut heard =
            evidence_for_staff(desk, &officer, filed.reference, 1, Which::Original).await.unwrap();
        assert_eq!(heard.file.whole(1 << 20).await.unwrap().to_vec(), tone(20), "{on}");
        assert_eq!(world.work(&officer, "complaint-to-read", filed.reference).await.len(), 1, "{on}");

        // What is no sound is no voice; a photo is taken elsewhere.
        let mut receiving = haqqi_complaints::Receiving::begin(desk, "v.webm").await.unwrap();
        receiving.write(&photo(1)).await.unwrap();
        assert!(receiving.finish(desk, &[haqqi_complaints::Sort::Sound]).await.is_err(), "{on}");
    }
}

#[tokio::test]
async fn a_voice_is_a_message_and_danger_in_it_is_danger() {
    let rules = EvidenceRules { voice_messages: 2, ..EvidenceRules::default() };
    for world in World::all(&rules).await {
        let (desk, on) = (&world.desk, world.test.on);
        let her = world.she().await;
        let officer = world.officer();
        let scope = judge(&officer, Action::WorkComplaint).unwrap();
        let before = summary(desk, &scope, her.reference).await.unwrap();
        let mut unit = world.test.house.unit(officer.clone());
        let step = desk.site.pack.steps().iter().next().unwrap().code.clone();
        assert!(acknowledge_row(&mut unit, &before, &step));
        unit.commit().await.unwrap();

        let mut voice = world.take("a.wav", &tone(11)).await.unwrap();
        say(desk, &her, &mut voice, false).await.unwrap();
        let mut same = world.take("a.wav", &tone(11)).await.unwrap();
        say(desk, &her, &mut same, false).await.unwrap();
        let view = worker_view(desk, &her).await.unwrap();
        assert_eq!(view.messages.len(), 1, "{on}: sent twice, said once");
        assert!(view.messages[0].hers && view.messages[0].voice == Some(1), "{on}");
        assert_eq!(world.work(&officer, "worker-message", her.reference).await.len(), 1, "{on}");
        assert!(!summary(desk, &scope, her.reference).await.unwrap().urgent, "{on}");

        world.test.clock.advance(chrono::TimeDelta::minutes(3));
        let mut voice = world.take("b.wav", &tone(12)).await.unwrap();
        say(desk, &her, &mut voice, true).await.unwrap();
        assert!(summary(desk, &scope, her.reference).await.unwrap().urgent, "{on}");
        let work = world.work(&officer, "worker-message", her.reference).await;
        assert_eq!(work.len(), 2, "{on}: danger is work of its own");

        let mut more = world.take("c.wav", &tone(13)).await.unwrap();
        assert!(matches!(say(desk, &her, &mut more, false).await, Err(EvidenceError::TooMany)), "{on}");
    }
}

#[tokio::test]
async fn a_recording_plays_everywhere_where_ffmpeg_is_and_is_there_where_it_is_not() {
    for here in [true, false] {
        let ffmpeg = if here { PathBuf::from("ffmpeg") } else { PathBuf::from("/nowhere/ffmpeg") };
        for world in World::all(&EvidenceRules { ffmpeg, ..EvidenceRules::default() }).await {
            let (desk, on) = (&world.desk, world.test.on);
            let her = world.she().await;
            world.add(&her, "a.wav", &tone(20)).await.unwrap();
            assert!(worker_evidence(desk, &her).await.unwrap()[0].converting, "{on}");
            for job in world.due(SHOW_EVIDENCE).await {
                show_evidence(desk, &job).await.unwrap();
                show_evidence(desk, &job).await.unwrap();
                JobStore::new(world.test.house.clone()).finish(&job, Ok(())).await.unwrap();
            }
            let piece = &worker_evidence(desk, &her).await.unwrap()[0];
            assert_eq!((piece.showable, piece.converting), (here, false), "{on}, with ffmpeg: {here}");
            let shown = evidence_for_staff(desk, &world.officer(), her.reference, 1, Which::Shown).await;
            if here {
                let mut shown = shown.unwrap();
                let bytes = shown.file.whole(1 << 20).await.unwrap();
                assert_eq!(shown.format.media(), "audio/mpeg", "{on}");
                assert!(bytes.len() > 1_000 && (bytes.starts_with(b"ID3") || bytes[0] == 0xff), "{on}");
            } else {
                assert!(matches!(shown, Err(EvidenceError::NotFound)), "{on}");
            }
            let original =
                evidence_for_staff(desk, &world.officer(), her.reference, 1, Which::Original).await;
            assert!(original.is_ok(), "{on}: as it came it can always be taken");
        }
    }
}
