//! Codes for when the authenticator is lost: ten, shown once, each good once, kept as keyed digests. Each has 80 random
//! bits, so nobody guesses one, and a right one is let in even while a name rests.

use haqqi_kernel::{Audit, House, SubjectKind, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::entity::recovery_code;

/// How many are made at once.
const MANY: usize = 10;
/// Random bytes of a code: 16 letters of base32.
const BYTES: usize = 10;

/// Makes new codes in this unit; those that were there before are good no more. What is returned is shown once.
pub fn new_recovery_codes(unit: &mut Uow, staff: Uuid) -> Vec<String> {
    unit.delete(
        recovery_code::Entity::delete_many()
            .filter(recovery_code::Column::StaffId.eq(staff))
            .filter(recovery_code::Column::UsedAt.is_null()),
    );
    let mut codes = Vec::with_capacity(MANY);
    for _ in 0..MANY {
        let mut bytes = [0u8; BYTES];
        unit.house().entropy().fill(&mut bytes);
        let code = data_encoding::BASE32_NOPAD.encode(&bytes).to_lowercase();
        let id = unit.id();
        let digest = unit.house().vault().digest_secret(id, code.as_bytes()).to_vec();
        unit.insert(recovery_code::ActiveModel {
            id: Set(id),
            staff_id: Set(staff),
            digest: Set(digest),
            made_at: Set(unit.now()),
            used_at: Set(None),
        });
        codes.push(grouped(&code));
    }
    unit.audit(Audit::write("staff.recovery-codes", SubjectKind::Staff, staff));
    codes
}

/// A code of 16 letters as it is shown.
pub(crate) fn grouped(code: &str) -> String {
    let quarters: Vec<&str> = (0..4).filter_map(|at| code.get(at * 4..at * 4 + 4)).collect();
    quarters.join("-")
}

/// How many codes of a person are good.
///
/// # Errors
/// The database's error.
pub async fn recovery_codes_left(house: &House, staff: Uuid) -> Result<u64, DbErr> {
    recovery_code::Entity::find()
        .filter(recovery_code::Column::StaffId.eq(staff))
        .filter(recovery_code::Column::UsedAt.is_null())
        .count(house.reader())
        .await
}

/// The code as it was made, whatever spaces, dashes and capitals were typed; nothing if it cannot be one.
pub(crate) fn plain(typed: &str) -> Option<String> {
    let letters = typed.chars().filter(|c| !c.is_whitespace() && *c != '-');
    let code: String = letters.flat_map(char::to_lowercase).collect();
    (code.len() == 16 && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())).then_some(code)
}

/// The code of this person that was typed, if it is one that is good.
pub(crate) async fn find(house: &House, staff: Uuid, typed: &str) -> Result<Option<Uuid>, DbErr> {
    let Some(code) = plain(typed) else { return Ok(None) };
    let rows = recovery_code::Entity::find()
        .filter(recovery_code::Column::StaffId.eq(staff))
        .filter(recovery_code::Column::UsedAt.is_null())
        .all(house.reader())
        .await?;
    let vault = house.vault();
    Ok(rows.iter().find(|row| vault.secret_matches(row.id, code.as_bytes(), &row.digest)).map(|row| row.id))
}

/// Uses a code up in this unit: of two who use it at once the second finds the unit stale.
pub(crate) fn use_up(unit: &mut Uow, staff: Uuid, id: Uuid) {
    let now = unit.now();
    unit.update_one(
        recovery_code::Entity::update_many()
            .col_expr(recovery_code::Column::UsedAt, Expr::value(Some(now)))
            .filter(recovery_code::Column::Id.eq(id))
            .filter(recovery_code::Column::UsedAt.is_null()),
    );
    unit.audit(Audit::write("staff.use-recovery-code", SubjectKind::Staff, staff));
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(plain(" ABCD-2345 efgh-6723 ").as_deref(), Some("abcd2345efgh6723"));
        for none in ["", "123456", "abcd-2345-efgh-672", "abcd-2345-efgh-672!", "٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥"]
        {
            assert_eq!(plain(none), None, "{none}");
        }
    }
}
