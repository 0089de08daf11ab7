//! What a worker may be owed, and by which dated figures it is worked out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::de;
use crate::model::law::RateUnit;
use crate::table::{Row, Target};

/// What is worked out, a closed list. The last three are no claims: most that may be kept back from pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Due {
    /// Agreed pay that was not paid.
    Wages,
    /// What is missing up to the minimum wage.
    Minimum,
    /// Hours beyond the day's.
    Overtime,
    /// Hours on rest days and holidays.
    RestDayWork,
    /// Leave that was earned and not taken.
    Leave,
    /// Pay for the years of service.
    ServicePay,
    /// Pay for the notice that was not given.
    Notice,
    /// Compensation for a dismissal that was not lawful.
    Dismissal,
    /// Most of an advance that may be taken back at a time.
    KeptAdvance,
    /// Most of a fine on a worker in a month.
    KeptFine,
    /// Most that may be taken for damage in a month.
    KeptDamage,
}

impl Due {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Wages,
        Self::Minimum,
        Self::Overtime,
        Self::RestDayWork,
        Self::Leave,
        Self::ServicePay,
        Self::Notice,
        Self::Dismissal,
        Self::KeptAdvance,
        Self::KeptFine,
        Self::KeptDamage,
    ];

    /// The code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Wages => "wages",
            Self::Minimum => "minimum",
            Self::Overtime => "overtime",
            Self::RestDayWork => "rest-day-work",
            Self::Leave => "leave",
            Self::ServicePay => "service-pay",
            Self::Notice => "notice",
            Self::Dismissal => "dismissal",
            Self::KeptAdvance => "kept-advance",
            Self::KeptFine => "kept-fine",
            Self::KeptDamage => "kept-damage",
        }
    }

    /// Whether it limits what is kept back, and is owed to nobody.
    #[must_use]
    pub fn is_limit(self) -> bool {
        matches!(self, Self::KeptAdvance | Self::KeptFine | Self::KeptDamage)
    }

    /// The units in which its figure `rate` may stand; empty where it has none.
    pub(crate) fn units(self) -> &'static [RateUnit] {
        match self {
            Self::Wages => &[],
            Self::Minimum => &[RateUnit::MinorPerMonth],
            Self::Overtime | Self::RestDayWork | Self::ServicePay | Self::Dismissal | Self::KeptAdvance => {
                &[RateUnit::BasisPoints]
            }
            Self::Leave => &[RateUnit::DaysPerYear],
            Self::Notice => &[RateUnit::Months, RateUnit::Weeks, RateUnit::Days],
            Self::KeptFine | Self::KeptDamage => &[RateUnit::WageDaysPerMonth],
        }
    }
}

/// How work ended, a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// It goes on.
    Open,
    /// The employer ended it.
    Dismissed,
    /// The worker ended it.
    Left,
    /// The worker ended it for what the employer did.
    LeftForCause,
    /// Both agreed.
    Agreed,
    /// The agreed time was over.
    TermEnded,
}

impl Ending {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 6] =
        [Self::Open, Self::Dismissed, Self::Left, Self::LeftForCause, Self::Agreed, Self::TermEnded];

    /// The code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Dismissed => "dismissed",
            Self::Left => "left",
            Self::LeftForCause => "left-for-cause",
            Self::Agreed => "agreed",
            Self::TermEnded => "term-ended",
        }
    }

    /// The ending of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ending| ending.code() == code)
    }
}

/// What else must be so, a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// The social insurance does not cover her.
    NotInsured,
    /// The dismissal was not lawful.
    Unfair,
}

/// `[[entitlement]]`: how one thing that may be owed is worked out under a regime. Figures are named by the codes of
/// their rates.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entitlement {
    /// What.
    pub code: Due,
    /// The regime it holds for.
    pub regime: String,
    /// The regime whose rates it takes; its own where none is named.
    #[serde(default)]
    pub rates_of: Option<String>,
    /// The article it rests on.
    #[serde(default)]
    pub article: Option<String>,
    /// The figure itself: a wage, a factor, days of a year, the share of a month's pay for a year of service.
    #[serde(default)]
    pub rate: Option<String>,
    /// The figure after long service.
    #[serde(default)]
    pub long: Option<String>,
    /// The years after which that holds.
    #[serde(default)]
    pub long_after: Option<String>,
    /// Least, in months of pay.
    #[serde(default)]
    pub least: Option<String>,
    /// The days by which a month's pay is divided.
    #[serde(default)]
    pub month_days: Option<String>,
    /// The minutes by which a day's pay is divided.
    #[serde(default)]
    pub hours_day: Option<String>,
    /// Only where work ended so; empty: always.
    #[serde(default)]
    pub when: Vec<Ending>,
    /// Only where all of these hold.
    #[serde(default)]
    pub needs: Vec<Condition>,
    /// First day in force.
    #[serde(deserialize_with = "de::date")]
    pub from: NaiveDate,
    /// Last day in force.
    #[serde(default, deserialize_with = "de::date_opt")]
    pub until: Option<NaiveDate>,
    /// A lawyer has approved the row.
    #[serde(default)]
    pub verified: bool,
}

impl Entitlement {
    /// The regime whose rates it takes.
    #[must_use]
    pub fn rates_regime(&self) -> &str {
        self.rates_of.as_deref().unwrap_or(&self.regime)
    }

    /// The rates that it names, each with the units in which it may stand.
    pub(crate) fn named(&self) -> Vec<(&str, &'static [RateUnit])> {
        let own = self.code.units();
        let all: [(&Option<String>, &'static [RateUnit]); 6] = [
            (&self.rate, own),
            (&self.long, own),
            (&self.long_after, &[RateUnit::YearsOfService]),
            (&self.least, &[RateUnit::Months]),
            (&self.month_days, &[RateUnit::Days]),
            (&self.hours_day, &[RateUnit::MinutesPerDay]),
        ];
        all.into_iter().filter_map(|(code, units)| Some((code.as_deref()?, units))).collect()
    }
}

impl Row for Entitlement {
    const TABLE: &'static str = "entitlement";
    const FILE: &'static str = "entitlements.toml";
    fn code(&self) -> &str {
        self.code.code()
    }
    fn key(&self) -> String {
        format!("{} {}", self.code.code(), self.regime)
    }
    fn period(&self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        Some((self.from, self.until))
    }
    fn verified(&self) -> bool {
        self.verified
    }
    fn links(&self) -> Vec<(Target, &str)> {
        let mut links = vec![(Target::Regime, self.regime.as_str())];
        links.extend(self.rates_of.iter().map(|code| (Target::Regime, code.as_str())));
        links.extend(self.article.iter().map(|code| (Target::Article, code.as_str())));
        links
    }
}
