//! Lines and cells of what was pasted: tabs, commas or semicolons, with quotes as spreadsheets write them. Any text is
//! read; a quote that never ends is a quote.

use haqqi_kernel::one_line;

/// The lines in which anything stands, each with its cells.
pub(super) fn lines(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let mark = mark_of(text);
    let read = cells(text, mark, true).or_else(|| cells(text, mark, false)).unwrap_or_default();
    read.into_iter().filter(|row| row.iter().any(|cell| !one_line(cell).is_empty())).collect()
}

/// What stands between the cells, by the first line: a tab, else whichever of the others is there more often.
fn mark_of(text: &str) -> char {
    let (mut tabs, mut semicolons, mut commas) = (0, 0, 0);
    let (mut within, mut seen) = (false, false);
    for sign in text.chars() {
        match sign {
            '"' => within = !within,
            _ if within => {}
            '\n' if seen => break,
            '\t' => tabs += 1,
            ';' => semicolons += 1,
            ',' => commas += 1,
            _ => {}
        }
        seen = seen || !sign.is_whitespace();
    }
    if tabs > 0 {
        '\t'
    } else if semicolons > 0 && semicolons >= commas {
        ';'
    } else {
        ','
    }
}

/// None where a quote is opened and never closed.
fn cells(text: &str, mark: char, quotes: bool) -> Option<Vec<Vec<String>>> {
    let mut rows = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut cell = String::new();
    let mut within = false;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if within && signs.peek() == Some(&'"') => {
                cell.push('"');
                signs.next();
            }
            '"' if within => within = false,
            '"' if quotes && cell.trim().is_empty() => {
                cell.clear();
                within = true;
            }
            _ if within => cell.push(sign),
            '\r' => {}
            '\n' => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            sign if sign == mark => row.push(std::mem::take(&mut cell)),
            sign => cell.push(sign),
        }
    }
    row.push(cell);
    rows.push(row);
    (!within).then_some(rows)
}

/// The lines as a spreadsheet would put them on the clipboard.
pub(super) fn joined<'a>(rows: impl IntoIterator<Item = &'a Vec<String>>) -> String {
    let quoted = |cell: &String| {
        if cell.contains(['\t', '\n', '"']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join("\t");
    rows.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_spreadsheets_write_is_read_and_a_lone_quote_is_a_quote() {
        let rows = |text: &str| lines(text).into_iter().map(|row| row.join("|")).collect::<Vec<_>>();
        assert_eq!(
            rows("\u{feff}a,b\r\n\"x, y\",\"he said \"\"no\"\"\"\n\n , \n"),
            ["a|b", "x, y|he said \"no\""]
        );
        assert_eq!(rows("a;b,c\n1;2"), ["a|b,c", "1|2"].map(str::to_owned).to_vec());
        assert_eq!(rows("a\tb,c\n\"two\nlines\"\tx"), ["a|b,c", "two\nlines|x"]);
        assert_eq!(rows("5\" pipe,\"open\nnext,row"), ["5\" pipe|\"open", "next|row"]);
        assert!(rows("\n \n\t\n").is_empty());
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_what_was_read_is_read_again(text in any::<String>()) {
            let _ = lines(&text);
        }

        #[test]
        fn what_is_put_back_holds_the_same_cells(rows in proptest::collection::vec(
            proptest::collection::vec("[a-z \"\n,;]{1,6}x", 2..4), 1..4)) {
            prop_assert_eq!(lines(&joined(&rows)), rows);
        }
    }
}
