//! Jobs: claimed once, tried again, put aside.

use std::time::Duration;

use chrono::TimeDelta;
use haqqi_kernel::{Actor, Job, JobFailure, JobStore};

#[tokio::test]
async fn a_job_is_claimed_once_and_comes_back_when_its_lease_runs_out() {
    for test in haqqi_testing::houses().await {
        let mut unit = test.house.unit(Actor::System);
        for n in 0..10 {
            unit.job(Job::new("mail.send", serde_json::json!({ "n": n })).key(format!("mail-{n}")));
        }
        unit.job(
            Job::new("mail.send", serde_json::json!({})).run_after(test.house.now() + TimeDelta::hours(1)),
        );
        unit.commit().await.unwrap();
        let jobs = JobStore::new(test.house.clone());
        let first = jobs.claim(6, Duration::from_secs(60)).await.unwrap();
        let second = jobs.claim(6, Duration::from_secs(60)).await.unwrap();
        assert_eq!((first.len(), second.len()), (6, 4), "{}", test.on);
        assert!(first.iter().all(|a| second.iter().all(|b| a.id != b.id)));
        jobs.finish(&first[0], Ok(())).await.unwrap();
        jobs.finish(&first[1], Err(JobFailure::Never("no such address".to_owned()))).await.unwrap();
        jobs.finish(&first[2], Err(JobFailure::Again("later".to_owned()))).await.unwrap();
        test.clock.advance(TimeDelta::seconds(61));
        let again = jobs.claim(50, Duration::from_secs(60)).await.unwrap();
        assert_eq!(again.len(), 8, "two are finished, one waits for its hour, on {}", test.on);
        assert_eq!(jobs.count("dead").await.unwrap(), 1);
        assert_eq!(jobs.count("done").await.unwrap(), 1);
    }
}
