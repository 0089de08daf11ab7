//! Sheets of advertisements: good rows are kept, bad ones are told.

use haqqi_kernel::Role;
use haqqi_patrol::{Filter, MOST_ROWS, SheetError, adverts, take_sheet};

use crate::world::{desk, person};

#[tokio::test]
async fn good_rows_are_kept_and_bad_ones_are_told_with_number_and_why() {
    for test in haqqi_testing::houses().await {
        let (desk, on) = (desk(&test), test.on);
        let inspector = person(Role::Inspector);
        let sheet = "\u{feff}Text;place;seen_on;address;language\r\n\
            \"Maid for transfer; call 0790000001\";Group A;2026-11-10;;en\r\n\
            ;Group A;2026-11-10;;\r\n\
            Visa fee to be paid first;;10/11/2026;https://jobs.example/1;\r\n\
            Visa fee again and again;Group A;soon;;\r\n\
            Visa fee tomorrow;Group A;2026-12-24;;\r\n\
            Visa fee nowhere;;;;\r\n\
            Visa fee in no language;Group A;;;xx\r\n\
            a;b;c;d;e;f\r\n\
            \"Maid for transfer; call 0790000001\";Group B;2026-11-11;;en\r\n\
            \"Maid for transfer; call 0790000001\";Group B;2026-11-11;;en\r\n";
        let taken = take_sheet(&desk, &inspector, sheet.as_bytes()).await.unwrap();
        assert_eq!((taken.added, taken.seen_again, taken.known), (2, 1, 1), "{on}: {taken:?}");
        let bad: Vec<(usize, &str, &str)> =
            taken.bad.iter().map(|row| (row.number, row.column, row.why)).collect();
        let expected = [
            (3, "text", "empty"),
            (5, "seen_on", "day"),
            (6, "seen_on", "day"),
            (7, "place", "empty"),
            (8, "language", "unknown"),
            (9, "text", "wide"),
        ];
        assert_eq!(bad, expected, "{on}");
        let all = adverts(&desk, &inspector, &Filter::default()).await.unwrap();
        assert_eq!(all.rows.len(), 2, "{on}");

        // Sent again, all is known.
        let again = take_sheet(&desk, &inspector, sheet.as_bytes()).await.unwrap();
        assert_eq!((again.added, again.seen_again, again.known), (0, 0, 4), "{on}");
        let heads = take_sheet(&desk, &inspector, b"words,place\na,b\n").await;
        assert!(matches!(heads, Err(SheetError::Heads)), "{on}");
        let binary = take_sheet(&desk, &inspector, &[0xff, 0xd8, 0xff, 0xe0, 0xc3]).await;
        assert!(matches!(binary, Err(SheetError::NoText)), "{on}");
        let refused = take_sheet(&desk, &person(Role::Analyst), sheet.as_bytes()).await;
        assert!(matches!(refused, Err(SheetError::NotFound)), "{on}");
    }
}

#[tokio::test]
async fn a_sheet_of_too_many_rows_says_where_it_stopped() {
    let test = haqqi_testing::sqlite().await;
    let desk = desk(&test);
    let rows = "same words of an advertisement,Group A,2026-11-10\n".repeat(MOST_ROWS + 5);
    let sheet = format!("text,place,seen_on\n{rows}");
    let taken = take_sheet(&desk, &person(Role::Inspector), sheet.as_bytes()).await.unwrap();
    assert_eq!((taken.added, taken.known), (1, MOST_ROWS - 1));
    assert_eq!((taken.bad.len(), taken.bad[0].number, taken.bad[0].why), (1, MOST_ROWS + 2, "many"));
}
